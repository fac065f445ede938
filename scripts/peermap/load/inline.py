"""A paragraph's inline tokens → passages: words, emphasis, links and citations ``[@key; @key]``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from markdown_it.token import Token

from peermap.problems import Mark, Problem, shown
from peermap.records.prose import Passage

CITATION = re.compile(r"\[([^\[\]\n@]*@[^\[\]\n]*)\]")
KEYS = re.compile(r"@([A-Za-z0-9_:.-]+)")
STRICT = re.compile(r"\s*@[A-Za-z0-9_:.-]+(\s*;\s*@[A-Za-z0-9_:.-]+)*\s*")
BARE = re.compile(r"(?<![\w.\[/@-])@[A-Za-z][\w:-]+")
LINK = re.compile(
    r"(https?://|mailto:)\S|(programme|option|question|trend|label|reference):|page:[a-z0-9/-]+$"
)
LINKS = (
    "Links lead to http(s), mailto, or a record: programme:id, option:question/option, "
    "question:id, trend:id, label:id, reference:key, page:method."
)
WORDS_ONLY = "Prose has headings, paragraphs and lists only; it is read as text."
MARKUP = (
    (re.compile(r"^\|.*\|[ \t]*$|^:?-+:?[ \t]*\|[-:| \t]*$", re.M), "a table"),
    (re.compile(r"\[\^[^\]\s]+\]"), "the mark of a footnote"),
    (re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--"), "HTML"),
)
STYLES = {"em_open": "emphasis", "strong_open": "strong"}
PLAIN = ("text", "")


class InlineReader:
    """Turns the inline tokens of one page into passages; it knows lines, not what keys mean."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def tell(self, mark: Mark, says: str, way_out: str) -> None:
        self.problems.append(Problem(mark, says, way_out))

    def tell_markup(self, token: Token, mark: Mark) -> None:
        """Say of what others read as markup that it is text here, once each; not of code."""
        text = "".join(
            "\n" if child.type.endswith("break") else child.content
            for child in token.children or ()
            if child.type != "code_inline"
        )
        for form, what in MARKUP:
            if match := form.search(text):
                line = mark.line + text.count("\n", 0, match.start())
                says = f"{what} stands here"
                self.problems.append(Problem(replace(mark, line=line), says, WORDS_ONLY, "warning"))

    def passages(self, token: Token, mark: Mark) -> tuple[Passage, ...]:
        """The passages of an inline token that begins at ``mark``."""
        self.tell_markup(token, mark)
        return tuple(joined(self.pieces(token.children or (), mark)))

    def pieces(self, children: Iterable[Token], mark: Mark) -> Iterator[Passage]:
        """Piece by piece; emphasis inside a link is read as its words."""
        styles = [PLAIN]
        for child in children:
            if child.type in {"softbreak", "hardbreak"}:
                mark = replace(mark, line=mark.line + 1)
                yield Passage(styles[-1][0], " ", styles[-1][1], mark=mark)
            elif child.type == "link_open":
                target = self.checked_target(str(child.attrs.get("href", "")), mark)
                styles.append(("link", target) if target else styles[-1])
            elif child.type in STYLES:
                is_linked = styles[-1][0] == "link"
                styles.append(styles[-1] if is_linked else (STYLES[child.type], ""))
            elif child.nesting == -1:
                styles.pop()
            elif child.type == "image":
                self.tell(mark, "a picture stands here", "It is left out: prose has words only.")
            elif child.type == "code_inline":
                yield Passage("code", child.content, mark=mark)
            else:
                yield from self.with_citations(child.content, styles[-1], mark)

    def with_citations(self, text: str, style: tuple[str, str], mark: Mark) -> Iterator[Passage]:
        """Text cut at its citations."""
        kind, target = style
        end = 0
        for match in CITATION.finditer(text):
            keys = tuple(KEYS.findall(match[1]))
            if not STRICT.fullmatch(match[1]):
                self.tell(mark, f"{shown(match[0])} is not a citation as it is read here", FORM)
            if keys:
                yield Passage(kind, text[end : match.start()].removesuffix(" "), target, mark=mark)
                yield Passage("cite", keys=keys, mark=mark)
                end = match.end()
        self.report_loose(CITATION.sub(" ", text), mark)
        yield Passage(kind, text[end:], target, mark=mark)

    def report_loose(self, text: str, mark: Mark) -> None:
        """Keys in the text that stand in no brackets, or in brackets that are not closed."""
        if "[@" in text:
            way_out = "Close it on the same line: [@key] or [@key; @key]."
            self.tell(mark, "a citation is not closed", way_out)
            return
        for match in BARE.finditer(text):
            way_out = f"Write [{match[0]}]; if it is no citation, put `…` around it."
            self.tell(mark, f"{shown(match[0])} stands without brackets", way_out)

    def checked_target(self, target: str, mark: Mark) -> str:
        """The target of a link if its kind is allowed, else nothing and a problem."""
        if LINK.match(target):
            return target
        self.tell(mark, f"a link leads to {shown(target)}", LINKS)
        return ""


FORM = "Write [@key] or [@key; @key]; a page number goes into the sentence."


def joined(pieces: Iterable[Passage]) -> Iterator[Passage]:
    """The pieces of one link as one passage; all others as they are."""
    link: Passage | None = None
    for piece in pieces:
        if link and piece.kind == "link" and piece.target == link.target:
            link = replace(link, text=link.text + piece.text)
            continue
        if link:
            yield link
        link = piece if piece.kind == "link" else None
        if link is None:
            yield piece
    if link:
        yield link


def words_of(token: Token) -> str:
    """The words of an inline token without their emphasis and links."""
    return "".join(" " if c.type.endswith("break") else c.content for c in token.children or ())
