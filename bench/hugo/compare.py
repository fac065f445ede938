"""Whether two pages say the same: words, headings, every element with its attributes, links among
them, and the data in the head.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote

INLINE = frozenset({"a", "b", "code", "em", "i", "q", "span", "strong", "sub", "summary", "sup"})
HEADINGS = frozenset({"title", "h1", "h2", "h3", "h4", "h5", "h6"})
DATA = "application/ld+json"


class Told(HTMLParser):
    """What a page tells: its words, in runs that tags part, and all else in the order it stands.
    Escapes of HTML and of addresses are undone, blanks count as one.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.told: list[tuple[str, str]] = []
        self.open: str = ""
        self.heading: list[str] | None = None
        self.feed(text)
        self.close()

    @property
    def text(self) -> list[str]:
        """The words of the page, a run a line."""
        runs = "".join(self.said).split("\n\n")
        return [words for words in map(plain, runs) if words]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.open = given.get("type") or tag if tag == "script" else ""
        self.said.append("" if tag in INLINE else "\n\n")
        self.heading = [] if tag in HEADINGS else self.heading
        self.told += [(tag, "")]
        self.told += sorted((f"{tag} {name}", unquote(value or "")) for name, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        self.open = ""
        self.said.append("" if tag in INLINE else "\n\n")
        if tag in HEADINGS and self.heading is not None:
            self.told.append((tag, plain("".join(self.heading))))
            self.heading = None

    def handle_data(self, data: str) -> None:
        if self.open == DATA:
            self.told.append(("data", json.dumps(json.loads(data), sort_keys=True)))
        elif not self.open:
            self.said.append(re.sub(r"\s+", " ", data))
            if self.heading is not None:
                self.heading.append(data)


def plain(words: str) -> str:
    """Words with one blank between them."""
    return " ".join(words.split())


def differences(ours: str, theirs: str) -> list[str]:
    """What the second page says otherwise than the first; nothing where they say the same."""
    one, other = Told(ours), Told(theirs)
    return [*first_difference(one.text, other.text), *first_difference(one.told, other.told)]


def first_difference(ours: Sequence[object], theirs: Sequence[object]) -> list[str]:
    """Where two rows begin to differ."""
    pairs = zip_longest(ours, theirs, fillvalue="nothing")
    return [f"{a!r} is {b!r}" for a, b in pairs if a != b][:1]


def different_pages(site: Path, public: Path, folders: tuple[str, ...]) -> dict[str, list[str]]:
    """What differs on the pages of some folders that ``public`` has, by address; a page that
    ``site`` lacks differs too.
    """
    found: dict[str, list[str]] = {}
    for folder in folders:
        for theirs in sorted((public / folder).glob("*/index.html")):
            at = theirs.relative_to(public)
            ours = site / at
            told = (
                differences(ours.read_text(encoding="utf-8"), theirs.read_text(encoding="utf-8"))
                if ours.is_file()
                else ["no such page"]
            )
            found |= {at.as_posix(): told} if told else {}
    return found
