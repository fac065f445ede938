"""A BibTeX file in pieces that are read one by one: each begins where a block begins a line.

bibtexparser's Splitter begins a new block wherever one begins a line, also within a block that is
not closed. So what it finds from there on does not depend on what stands before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from peermap.load.bibtex_blocks import Placed, RawEntry, RawField, placed_blocks
from peermap.load.bibtex_file import BibtexFile, mended_blocks, read_block, read_file
from peermap.load.bibtex_mends import SPLIT_START
from peermap.load.bibtex_ordinary import ordinary_fields
from peermap.load.lines import Lines, lines_of

START = re.compile(r"^@\w*[ \t]*[{(]", re.MULTILINE)
HEAD = re.compile(
    r"@(?!(?i:comment|preamble|string))([A-Za-z]+)[ \t]*\{\s*+([^\s@{}()\"',=#%\\]++)\s*+,"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text that begins a line of the file: ``line``, counted from 1."""

    text: str
    line: int


def pieces_of(text: str) -> list[Piece]:
    """The text in pieces, in its order. It stays whole where a block begins on two lines, which is
    mended with regard to all others.
    """
    if SPLIT_START.search(text):
        return [Piece(text, 1)]
    starts = [match.start() for match in START.finditer(text)]
    cuts = [*([0] if starts[:1] != [0] else []), *starts, len(text)]
    pieces, line = [], 1
    for start, end in pairwise(cuts):
        pieces.append(Piece(text[start:end], line))
        line += text.count("\n", start, end)
    return pieces


def lines_in(path: str, piece: Piece) -> Lines:
    """The lines of a piece, numbered as the file's."""
    return lines_of(path, piece.text, piece.line)


def read_piece(pieces: Sequence[Piece], number: int, lines: Lines) -> BibtexFile:
    """What stands in a piece; offsets are counted from its start."""
    text = pieces[number].text
    simple = simple_entry(text)
    if simple:
        return BibtexFile([simple])
    if len(pieces) == 1:
        return read_file(text, lines)
    file = BibtexFile()
    blocks: Iterable[Placed] = placed_blocks(text)
    if any(block.is_failed for block in blocks):  # where it ends, the start of the next decides
        after = "".join(piece.text for piece in pieces[number + 1 : number + 2])
        blocks = mended_blocks(text + after, lines, file.problems, end=len(text))
    for placed in blocks:
        read_block(placed, text, lines, file)
    return file


def simple_entry(text: str) -> RawEntry | None:
    """The entry that is all of a piece, of the plain form that nearly all have; None for others,
    which the Splitter reads.
    """
    head = HEAD.match(text)
    if head is None:
        return None
    read = ordinary_fields(text, head.end())
    if read is None or text[read[1] :].strip():
        return None
    matches, end = read
    fields = tuple(RawField(m[1], m[2], m.start(1), m.start(2)) for m in matches)
    return RawEntry(head[1].lower(), head[2], fields, 0, text[:end])
