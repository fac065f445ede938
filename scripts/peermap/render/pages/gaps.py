"""The matrix of options and trends: what is done where, what was looked for and not found, and
where nobody has looked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor, sqrt

from peermap.place.atlas import Atlas
from peermap.place.dimensions import Dimension
from peermap.place.matrix import Cell, CellState, Line, lines, matrix
from peermap.place.programme_dimensions import NOT_CODED, programme_dimensions
from peermap.render.addresses import narrowed
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.words import N_, say

AT = "gaps/"
DESCRIPTION = N_(
    "Which forms programmes take, which were looked for and not found, "
    "and where nobody has looked yet."
)
DEEPEST = 10  # steps of the shade behind a number
LOOKS: dict[CellState, str] = {
    "found": "placed",
    "looked for": "not-stated",
    "not coded": "not-coded",
    "none": "none",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as a page shows it; ``shade`` from 0 to ten; ``at`` leads to its list, if any."""

    cell: Cell
    look: str
    shade: int
    at: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or column: its value, the record that has its page, if any, how many
    programmes have the value, and the list of them.
    """

    line: Line
    record: object | None
    total: int
    at: str


@dataclass(frozen=True, slots=True)
class Row:
    """One value against every column."""

    head: Head
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one question."""

    dimension: Dimension
    facet_name: str
    rows: tuple[Row, ...]


def gaps_page(atlas: Atlas) -> EnginePage:
    """The page, with the matrix that stands there before a reader chooses another."""
    dimensions = programme_dimensions(atlas)
    rows = [d for d in dimensions if d.options is not None]
    columns = [d for d in dimensions if d.id == "trend"]
    view = {
        "groups": groups(atlas, rows, columns),
        "columns": [head(atlas, line) for line in all_lines(columns)],
        "across": columns[0],
        "questions": rows,
        "others": [d for d in dimensions if d.options is None],
        "total": len(atlas.programmes),
    }
    body = html("gaps.html", AT, atlas=atlas, **view)
    return engine_page(AT, say("Gaps"), say(DESCRIPTION), body)


def groups(
    atlas: Atlas, rows: Sequence[Dimension], columns: Sequence[Dimension]
) -> Iterator[Group]:
    """The matrix, question by question."""
    cells = matrix(rows, columns)
    most = max((c.count for row in cells for c in row), default=0)
    facets = {facet.id: str(facet.name) for facet in atlas.map.facets}
    across, waiting_rows = list(all_lines(columns)), iter(cells)
    for dimension in rows:
        shown = [row_of(atlas, line, across, next(waiting_rows), most) for line in lines(dimension)]
        yield Group(dimension, facets[dimension.facet], tuple(shown))


def all_lines(dimensions: Iterable[Dimension]) -> Iterator[Line]:
    """The lines of several dimensions, one after the other."""
    for dimension in dimensions:
        yield from lines(dimension)


def row_of(
    atlas: Atlas, line: Line, across: Sequence[Line], cells: Sequence[Cell], most: int
) -> Row:
    """One row with its head."""
    pairs = zip(across, cells, strict=True)
    return Row(
        head(atlas, line), tuple(shown_cell(line, column, cell, most) for column, cell in pairs)
    )


def head(atlas: Atlas, line: Line) -> Head:
    """The head of a row or column."""
    at = narrowed(value_of(line)) if line.having else ""
    return Head(line, page_of(atlas, line), len(line.having), at)


def shown_cell(row: Line, column: Line, cell: Cell, most: int) -> Shown:
    """A cell with its look, and where it leads to when there is anything to see."""
    return Shown(cell, LOOKS[cell.state], shade(cell.count, most), list_of(row, column, cell))


def list_of(row: Line, column: Line, cell: Cell) -> str:
    """The finder narrowed to a cell: to its programmes, or to those that nobody has coded for it.
    Empty where there is neither, or where they are no single list.
    """
    if cell.count:
        return narrowed(value_of(row), value_of(column))
    if cell.state == "not coded" and not (row.open and column.open):
        return narrowed(*(waiting(line) if line.open else value_of(line) for line in (row, column)))
    return ""


def value_of(line: Line) -> tuple[str, str]:
    """A line as a filter of the finder."""
    return line.dimension.id, line.id


def waiting(line: Line) -> tuple[str, str]:
    """What is not coded yet on the question of a line, as a filter of the finder."""
    return line.dimension.id, NOT_CODED


def shade(count: int, most: int) -> int:
    """How deep the shade behind a number is: its area grows with the count. Halves go up, as
    they do in the browser.
    """
    return max(1, floor(DEEPEST * sqrt(count / most) + 0.5)) if count else 0


def page_of(atlas: Atlas, line: Line) -> object | None:
    """The record of an option or a trend, which has a page of its own."""
    if line.is_option:
        return next(q for q in atlas.map.questions if q.id == line.dimension.id).option(line.id)
    return next(
        (t for t in atlas.map.trends if (line.dimension.id, t.id) == ("trend", line.id)), None
    )
