"""HTML read for what no text of a source may bring into a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

DATA_TYPES = frozenset({"application/json", "application/ld+json"})
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
IMPLIED = frozenset(
    ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "option"]
)  # end tags HTML may leave out
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_-]*")
ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href", "data", "poster"})
RUNS = re.compile(r"^[\s\x00-\x1f]*(javascript|vbscript|data)\s*:", re.IGNORECASE)
FOREIGN = frozenset({"img", "iframe", "object", "embed"})
PAYLOAD = "alert(1)"


class Page(HTMLParser):
    """Reads a page and notes what no text of a source may bring into it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.is_data = False  # whether the script that is open holds data, which no browser runs
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.is_data = tag == "script" and given.get("type") in DATA_TYPES
        if tag in FOREIGN or (tag == "script" and "src" not in given and not self.is_data):
            self.faults.append(f"<{tag}> {given}")
        for name, value in attrs:
            if not NAME.fullmatch(name) or name.startswith("on"):
                self.faults.append(f"<{tag}> has the attribute {name}={value!r}")
            if name in ADDRESSES and RUNS.match(value or ""):
                self.faults.append(f"<{tag}> leads to {value!r}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in IMPLIED:
            self.open.pop()
        if tag in VOID or not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes what is not open")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script" and self.is_data:
            json.loads(data)
        elif self.open and self.open[-1] == "script":
            self.faults.append(f"a script holds {data[:60]!r}")
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        if PAYLOAD in data:
            self.faults.append(f"a comment holds {data[:60]!r}")


def faults(text: str) -> list[str]:
    """What is wrong with some HTML; its tags must close, too."""
    page = Page(text)
    return page.faults + [f"<{tag}> is not closed" for tag in page.open if tag not in IMPLIED]
