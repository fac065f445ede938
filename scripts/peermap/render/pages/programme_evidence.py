"""The evidence of a programme on pages of its own, where it is too much for the record's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.records.map import Question
from peermap.records.programme import Evidence, Placement, Programme
from peermap.render.addresses import further_page
from peermap.render.html import html
from peermap.render.pages.record import RecordPage, shortened
from peermap.render.pages.sheet import sheet_of
from peermap.words import say, spoken

MOST_PIECES = 24  # with more, the record's page shows the first of each placement
FIRST_PIECES = 1
SHEET_PIECES = 50


@dataclass(frozen=True, slots=True)
class Ground:
    """One placement with the question it answers, and some pieces of its evidence."""

    question: Question
    placement: Placement
    pieces: tuple[Evidence, ...]


def grounds(atlas: Atlas, programme: Programme) -> list[Ground]:
    """All placements in the order of the map, each with all its evidence."""
    return [
        Ground(question, placement, placement.evidence)
        for question in atlas.map.questions
        for placement in programme.answers[question.id].placements
    ]


def not_translated(pieces: Iterable[Evidence]) -> bool:
    """Whether some of it says what it says in another language than the page."""
    language = spoken()
    return any(piece.says and piece.says.language != language for piece in pieces)


def first_pieces(all_grounds: Iterable[Ground]) -> int | None:
    """How many pieces of each placement the record's page shows; None for all of them."""
    total = sum(len(ground.pieces) for ground in all_grounds)
    return FIRST_PIECES if total > MOST_PIECES else None


def evidence_pages(atlas: Atlas, programme: Programme) -> Iterator[RecordPage]:
    """The pages with all the evidence, fifty pieces each; none where the record's page has it."""
    all_grounds = grounds(atlas, programme)
    if first_pieces(all_grounds) is None:
        return
    sheets = sheets_of(all_grounds)
    addresses = [further_page(programme, number) for number in range(2, len(sheets) + 2)]
    pages = tuple(enumerate(addresses, start=1))
    for (number, at), shown in zip(pages, sheets, strict=True):
        sheet = sheet_of(number, pages)
        body = html(
            "programme_evidence.html",
            at,
            atlas=atlas,
            programme=programme,
            shown=shown,
            not_translated=not_translated(piece for ground in shown for piece in ground.pieces),
            sheet=sheet,
        )
        title = say("{name}, evidence", name=programme.name)
        title = title if number == 1 else say("{title}, page {n}", title=title, n=number)
        yield RecordPage(at, title, shortened(programme.summary), body, programme.mark.path)


def sheets_of(all_grounds: list[Ground]) -> list[list[Ground]]:
    """The evidence cut into sheets of fifty pieces; a placement may go on over the next."""
    sheets: list[list[Ground]] = [[]]
    room = SHEET_PIECES
    for ground in all_grounds:
        rest = ground.pieces
        while rest:
            if room == 0:
                sheets.append([])
                room = SHEET_PIECES
            here, rest = rest[:room], rest[room:]
            sheets[-1].append(Ground(ground.question, ground.placement, here))
            room -= len(here)
    return sheets
