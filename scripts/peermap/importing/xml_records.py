"""XML exports → one tree a record. Each record is read by itself, so a bad one costs no other.

Nothing of a document type reaches the parser: entities cannot expand, and no address is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import XML, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from peermap.load.characters import CONTROL
from peermap.load.lines import lines_of
from peermap.problems import Mark, Problem, shown

BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
BAD_REFERENCE = re.compile(r"&#(\d{1,7}|x[0-9A-Fa-f]{1,6});")
PREFIX = re.compile(r"(</?|\s)[A-Za-z]\w*:(?=[A-Za-z])")
BARE_LESS = re.compile(r"<(?![A-Za-z/!?])")
LONGEST = 3_000_000


@dataclass(slots=True)
class XmlRecord:
    """The tree of a record, where it stands, and what was mended to read it."""

    tree: Any
    mark: Mark
    mends: list[str] = field(default_factory=list)


def xml_records(path: str, text: str, tags: str) -> Iterator[XmlRecord | Problem]:
    """Every record ``<tag>…</tag>`` of the text (``tags`` joined by ``|``), or why it is none."""
    opening = re.compile(rf"<({tags})(?=[\s>])[^<>]*>")
    lines = lines_of(path, text)
    starts = list(opening.finditer(text))
    for number, start in enumerate(starts):
        limit = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        closing = f"</{start[1]}>"
        end = text.find(closing, start.start(), limit)
        mark = lines.mark(start.start())
        if end < 0:
            says = f"the record {shown(start[0])} has no end"
            yield Problem(mark, says, "The file may be cut off: export it again.")
        else:
            yield read_tree(text[start.start() : end + len(closing)], mark)


def read_tree(piece: str, mark: Mark) -> XmlRecord | Problem:
    """The tree of a piece; bare ``&`` and ``<``, control characters and prefixes are mended."""
    if len(piece) > LONGEST:
        return Problem(mark, f"the record has {len(piece):,} characters", "No work needs so many.")
    try:
        return XmlRecord(tree_of(piece), mark)
    except (ParseError, DefusedXmlException, ValueError):
        mended, mends = mended_piece(piece)
    try:
        return XmlRecord(tree_of(mended), mark, mends)
    except (ParseError, DefusedXmlException, ValueError) as error:
        where = getattr(error, "position", (0, 0))[0]
        says = f"the record cannot be read as XML beyond line {mark.line + max(where - 1, 0)}"
        return Problem(mark, says, "The file may be damaged there: export it again.")


def tree_of(piece: str) -> Any:
    """The tree of a piece; one without ``<!`` can declare nothing, and is read the quick way."""
    return fromstring(piece) if "<!" in piece else XML(piece)


def mended_piece(piece: str) -> tuple[str, list[str]]:
    """The piece without what commonly breaks XML, and what that was."""
    mends = []
    for pattern, by, what in (
        (CONTROL, " ", "control characters stand in the XML"),
        (BAD_REFERENCE, sound_reference, "references to control characters stand in the XML"),
        (BARE_AMPERSAND, "&amp;", "a bare & stands in the XML"),
        (BARE_LESS, "&lt;", "a bare < stands in the XML"),
        (PREFIX, r"\1", "prefixes of the XML are not declared"),
    ):
        changed = pattern.sub(by, piece)
        if changed != piece:
            mends.append(what)
            piece = changed
    return piece, mends


def sound_reference(match: re.Match[str]) -> str:
    """A character reference that XML allows, else a space."""
    number = int(match[1][1:], 16) if match[1].startswith("x") else int(match[1])
    is_sound = number in {9, 10, 13} or 32 <= number < 0xD800 or 0xE000 <= number < 0x110000
    return match[0] if is_sound and number not in {0xFFFE, 0xFFFF} else " "


def elements_at(tree: Any, path: str) -> list[Any]:
    """The elements at ``a/b``, or at ``.//a/b`` wherever ``a`` stands below the tree. ElementTree
    finds the same, but reads the whole path anew for every record.
    """
    is_deep = path.startswith(".//")
    step, _, rest = path.removeprefix(".//").partition("/")
    found = list(tree.iter(step)) if is_deep else tree.findall(step)
    return [below for one in found for below in elements_at(one, rest)] if rest else found


def text_in(tree: Any, path: str) -> str:
    """All text of the first element at ``path``."""
    if "/" not in path:
        found = tree.find(path)
        return inner_text(found) if found is not None else ""
    return next(map(inner_text, elements_at(tree, path)), "")


def texts_in(tree: Any, path: str) -> list[str]:
    """The text of every element at ``path``."""
    return [text for one in elements_at(tree, path) if (text := inner_text(one))]


def inner_text(element: Any) -> str:
    """All text of an element."""
    text = "".join(element.itertext()) if len(element) else element.text
    return text.strip() if text else ""
