"""Two lists of values held against each other: how many records have both, and what a gap means.

An empty cell is *not coded* as long as some record may still turn out to belong there: it has the
value of one side and its question on the other side is not coded (or both are not). Where every
such record is coded, the cell was *looked for* and not found. Where neither side is an option of
a question, an empty cell says only that no record has both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from peermap.place.dimensions import Dimension
from peermap.place.programme_dimensions import NOT_CODED

CellState = Literal["found", "looked for", "not coded", "none"]
ALWAYS = ("not-stated", NOT_CODED)  # states that have their line even where no record is in them


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: one value of a dimension, the positions of the records ``having`` it,
    and of those for which it is ``open``, since they are not coded yet.
    """

    dimension: Dimension
    position: int
    having: frozenset[int]
    open: frozenset[int]

    @property
    def id(self) -> str:
        return self.dimension.values[self.position][0]

    @property
    def name(self) -> str:
        return self.dimension.values[self.position][1]

    @property
    def is_option(self) -> bool:
        """Whether it is an option of a question."""
        return is_option(self.dimension, self.position)

    @property
    def is_state(self) -> bool:
        """Whether it is a state of a question, which is no option."""
        return self.dimension.options is not None and not self.is_option

    @property
    def can_be_sought(self) -> bool:
        """Whether it is an option where states are known: a gap in it may be a finding."""
        return self.is_option and self.dimension.position(NOT_CODED) is not None


def is_option(dimension: Dimension, position: int) -> bool:
    """Whether the value at a position is an option of a question."""
    return dimension.options is not None and position < dimension.options


def line(dimension: Dimension, position: int) -> Line:
    """The line of one value."""
    not_coded = dimension.position(NOT_CODED)
    waiting = is_option(dimension, position) and not_coded is not None
    return Line(
        dimension,
        position,
        having(dimension, position),
        having(dimension, not_coded) if waiting else frozenset(),
    )


def having(dimension: Dimension, position: int | None) -> frozenset[int]:
    """Positions of the records that have the value at a position."""
    return frozenset(n for n, of in enumerate(dimension.of) if position in of)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many records have both values, and ``open``: how many more may turn out to."""

    count: int
    open: int
    state: CellState


def cell(row: Line, column: Line) -> Cell:
    """One cell, by the rule at the top of this module."""
    both = row.having & column.having
    possible = (row.having | row.open) & (column.having | column.open)
    return Cell(len(both), len(possible - both), state(row, column, len(both), len(possible)))


def state(row: Line, column: Line, count: int, possible: int) -> CellState:
    """What a count means."""
    if count:
        return "found"
    if row.is_state or column.is_state or not (row.can_be_sought or column.can_be_sought):
        return "none"
    return "not coded" if possible else "looked for"


def lines(dimension: Dimension) -> Iterator[Line]:
    """All values of a dimension. *Not stated* and *not coded* always; other states where used."""
    used = {position for of in dimension.of for position in of}
    for position, (id_, _) in enumerate(dimension.values):
        is_state = dimension.options is not None and not is_option(dimension, position)
        if not is_state or position in used or id_ in ALWAYS:
            yield line(dimension, position)


def matrix(rows: Sequence[Dimension], columns: Sequence[Dimension]) -> list[list[Cell]]:
    """The cells, row by row, of the lines of some dimensions against those of others."""
    across = [column for dimension in columns for column in lines(dimension)]
    return [[cell(r, c) for c in across] for dimension in rows for r in lines(dimension)]
