"""The pieces of a BibTeX file on their way to references: opened and read, or known already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from peermap.load.bibtex_blocks import RawString
from peermap.load.bibtex_fields import read_fields
from peermap.load.bibtex_file import BibtexFile
from peermap.load.bibtex_kept import KeptReference
from peermap.load.bibtex_pieces import Piece, lines_in, pieces_of, read_piece
from peermap.load.bibtex_references import read_reference
from peermap.load.crossref import Entry
from peermap.load.lines import Lines
from peermap.problems import Problem
from peermap.records.reference import Reference


@dataclass(slots=True)
class Part:
    """A piece with what was read of it, which grows with every step: the blocks in ``file``, then
    entries, then references. Of a piece that is ``kept`` nothing is read. It knows how one piece
    is read; what entries have to do with each other is none of its business.
    """

    path: str
    pieces: Sequence[Piece]
    number: int
    kept: KeptReference | None
    file: BibtexFile = field(init=False)
    lines: Lines = field(init=False)
    of_entries: list[Problem] = field(default_factory=list)
    of_references: list[Problem] = field(default_factory=list)
    made: list[Reference] = field(default_factory=list)
    stands_alone: bool = False

    def __post_init__(self) -> None:
        if self.kept is None:
            self.open()

    @property
    def piece(self) -> Piece:
        return self.pieces[self.number]

    @property
    def strings(self) -> Sequence[RawString]:
        """Its ``@string``s; a piece that is kept has none."""
        return () if self.kept else self.file.strings

    @property
    def told(self) -> list[Problem]:
        """All problems of it."""
        return [*self.of_entries, *self.of_references]

    def open(self) -> None:
        """Read its blocks, whatever was kept."""
        self.kept = None
        self.lines = lines_in(self.path, self.piece)
        self.file = read_piece(self.pieces, self.number, self.lines)

    def entries(self, strings: Mapping[str, str]) -> list[Entry]:
        """Its entries with their values; one that is kept has none, for it is read."""
        if self.kept:
            one = self.kept.reference
            self.of_entries = [*self.kept.told]
            return [Entry(one.type, one.key, one.mark, {}, one.raw, self)]
        self.of_entries = found = [*self.file.problems]
        lines = self.lines
        entries = [
            Entry(
                e.type, e.key, lines.mark(e.at), read_fields(e, strings, lines, found), e.raw, self
            )
            for e in self.file.entries
        ]
        others = self.file.strings or self.file.problems or len(entries) != 1
        self.stands_alone = not others and "crossref" not in entries[0].values
        return entries

    def reference_of(self, entry: Entry, namespaces: tuple[str, ...]) -> Reference:
        """The reference of one of its entries."""
        if self.kept:
            self.of_references = [*self.kept.told_besides]
            self.made.append(self.kept.reference)
        else:
            self.made.append(read_reference(entry, namespaces, self.lines, self.of_references))
        return self.made[-1]

    def to_keep(self) -> KeptReference | None:
        """What may be kept of it: a reference that nothing but its own text decides."""
        if self.kept:
            return self.kept if self.made else None
        if not self.made or not self.stands_alone:
            return None
        told, besides = tuple(self.of_entries), tuple(self.of_references)
        return KeptReference(self.piece.line, self.made[0], told, besides)


def parts_of(path: str, text: str, kept: Mapping[str, KeptReference]) -> list[Part]:
    """The parts of a file; what is kept of one goes to the line where it stands now."""
    pieces = pieces_of(text)
    parts = []
    for number, piece in enumerate(pieces):
        known = kept.get(piece.text)
        parts.append(Part(path, pieces, number, known.at(piece.line) if known else None))
    return parts
