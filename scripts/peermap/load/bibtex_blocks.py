"""Text of a BibTeX file → entries and strings with their place; bibtexparser's Splitter finds them.

The Splitter's own line numbers run short after a backslash at a line's end, so every block is
found again in the text by its raw form, in order.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
)

from peermap.load.bibtex_ordinary import OrdinaryEntry, OrdinarySplitter

OPENING = re.compile(r"@(\w*)[ \t]*[{(]")
LAST_START = re.compile(r"@\w*[ \t]*\Z")

logging.getLogger("bibtexparser").setLevel(
    logging.CRITICAL
)  # it says again, less exactly, what we say


class RawField(NamedTuple):
    """A field as the file has it; the offsets are counted from the start of the file."""

    name: str
    value: str
    name_at: int
    value_at: int


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as the file has it, at an offset from the start of the file."""

    type: str
    key: str
    fields: tuple[RawField, ...]
    at: int
    raw: str


@dataclass(frozen=True, slots=True)
class RawString:
    """A ``@string``: an abbreviation and the value it stands for."""

    name: str
    value: str
    at: int
    value_at: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of bibtexparser at an offset; ``block`` is the bare one, even if it stands twice."""

    at: int
    raw: str
    block: Any

    @property
    def end(self) -> int:
        return self.at + len(self.raw)

    @property
    def is_failed(self) -> bool:
        return isinstance(self.block, ParsingFailedBlock)

    @property
    def is_between(self) -> bool:
        """Whether it is text between blocks, which BibTeX passes over."""
        return isinstance(self.block, ImplicitComment)

    @property
    def word(self) -> str:
        """The word behind ``@``, in lower case; empty for text between blocks."""
        match = OPENING.match(self.raw)
        return match[1].lower() if match else ""


def placed_blocks(text: str, base: int = 0) -> list[Placed]:
    """Every block of the text in order, with its offset counted from ``base``."""
    found: list[Placed] = []
    cursor = 0
    for block in OrdinarySplitter(text).split().blocks:
        raw = str(block.raw)
        at = max(text.find(raw, cursor), cursor)
        placed = Placed(base + at, raw, freed(block))
        found.append(placed)
        cursor = at + len(raw) - (overlap(raw) if placed.is_failed else 0)
    return found


def overlap(raw: str) -> int:
    """How far the raw text of a failed block reaches over the start of the next one."""
    match = LAST_START.search(raw[-200:])
    return len(match[0]) if match else 0


def freed(block: Any) -> Any:
    """The block that stands twice, or has a field twice, itself: both are judged later."""
    while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        block = block.ignore_error_block
    return block


def raw_entry(placed: Placed, text: str) -> RawEntry:
    """The entry of a block; ``text`` is the whole file, from which its raw form is taken."""
    entry: Entry = placed.block
    at, raw = placed.at, placed.raw
    found = entry.places if isinstance(entry, OrdinaryEntry) else places(entry, raw)
    fields = tuple(RawField(name, value, at + n, at + v) for name, value, n, v in found)
    raw = raw if text.startswith(raw, at) else text[at : at + len(raw)]
    return RawEntry(placed.word, entry.key, fields, at, raw)


def places(entry: Entry, raw: str) -> Iterator[tuple[str, str, int, int]]:
    """Name and value of each field, and where the two stand in the raw form."""
    cursor = raw.index(entry.key, body_start(raw)) + len(entry.key)
    for field in entry.fields:
        name, value = field.key, field.value
        name_at = raw.index(name, cursor)
        value_at = raw.index(value, raw.index("=", name_at + len(name)) + 1)
        cursor = value_at + len(value)
        yield name, value, name_at, value_at


def raw_string(placed: Placed) -> RawString:
    """The ``@string`` of a block."""
    string = placed.block
    cursor = body_start(placed.raw) + len(string.key)
    value_at = placed.raw.index(string.value, placed.raw.index("=", cursor) + 1)
    return RawString(string.key, string.value, placed.at, placed.at + value_at)


def body_start(raw: str) -> int:
    """The offset behind ``@word{``."""
    match = OPENING.match(raw)
    return match.end() if match else 0
