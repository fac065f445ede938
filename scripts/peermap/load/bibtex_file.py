"""A BibTeX file → its entries and strings; what can be mended is, and what cannot is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser.model import Entry, String

from peermap.load.bibtex_blocks import (
    Placed,
    RawEntry,
    RawString,
    placed_blocks,
    raw_entry,
    raw_string,
)
from peermap.load.bibtex_failures import failure, misread_word, strays, swallowed
from peermap.load.bibtex_mends import Mend, mended, rejoined_starts
from peermap.load.lines import Lines
from peermap.problems import Problem


@dataclass(frozen=True, slots=True)
class BibtexFile:
    """Entries and strings in the file's order, and what was found wrong on the way."""

    entries: list[RawEntry] = field(default_factory=list)
    strings: list[RawString] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_file(text: str, lines: Lines) -> BibtexFile:
    """Every block of the text: as an entry, as a string, or in a problem."""
    file = BibtexFile()
    whole, mends = rejoined_starts(text)
    file.problems.extend(mend_problem(mend, lines) for mend in mends)
    for placed in mended_blocks(whole, lines, file.problems):
        read_block(placed, text, lines, file)
    return file


def mended_blocks(
    text: str, lines: Lines, problems: list[Problem], *, end: int | None = None
) -> Iterator[Placed]:
    """The blocks, those that failed replaced by what a mend makes of them and the text behind; all,
    or those that begin before ``end``, where another begins.
    """
    blocks = placed_blocks(text)
    skip_to = 0
    for index, placed in enumerate(blocks):
        if end is not None and placed.at >= end:
            return
        if placed.at < skip_to:
            continue
        if not placed.is_failed:
            yield placed
            continue
        following = (b.at for b in blocks[index + 1 : index + 3] if not b.is_between)
        skip_to = max(next(following, len(text)), placed.at + 1)
        result = mended(text[placed.at : skip_to]) if is_entry(placed) else None
        if result is None:
            yield placed
            continue
        problems.extend(mend_problem(mend, lines, placed.at) for mend in result[1])
        yield from placed_blocks(result[0], placed.at)


def read_block(placed: Placed, text: str, lines: Lines, file: BibtexFile) -> None:
    """Put one block where it belongs, with the problems it has."""
    if placed.is_failed:
        file.problems.append(failure(placed, lines))
    elif placed.is_between:
        file.problems.extend(strays(placed, lines))
        return
    elif isinstance(placed.block, Entry):
        file.entries.append(raw_entry(placed, text))
    elif isinstance(placed.block, String):
        file.strings.append(raw_string(placed))
    if not isinstance(placed.block, Entry):
        file.problems.extend(misread_word(placed, lines))
    if placed.raw.count("@") > 1:
        file.problems.extend(swallowed(placed, lines))


def is_entry(placed: Placed) -> bool:
    """Whether the block is neither a comment, a preamble nor a string."""
    return not placed.word.startswith(("comment", "preamble", "string"))


def mend_problem(mend: Mend, lines: Lines, base: int = 0) -> Problem:
    """The slip that was mended; the entry is read all the same."""
    return Problem(lines.mark(base + mend.at), mend.says, mend.way_out)
