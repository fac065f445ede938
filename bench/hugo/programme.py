"""The pages of a programme as data: what ``programme.html`` and its parts of peermap get."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from bench.hugo.pieces import Data, Pieces, given, pieces_of
from bench.hugo.reference import event_of
from peermap.citing.styles import default_style
from peermap.place.atlas import Atlas
from peermap.place.neighbours import Neighbours
from peermap.records.map import Question
from peermap.records.programme import Placement, Programme, Reading
from peermap.records.reference import Reference
from peermap.render.addresses import address, compared, further_page
from peermap.render.pages.alike import Alike, Reason
from peermap.render.pages.citing import MOST_OF_RECORD, entry_of, sorting_key
from peermap.render.pages.facts import Fact
from peermap.render.pages.programme import View, sources_of, view_of
from peermap.render.pages.programme_evidence import Ground, first_pieces, grounds, sheets_of
from peermap.render.pages.sheet import Sheet
from peermap.render.pictures.glyph import programme_glyph
from peermap.render.readable import readable_date
from peermap.words import spoken


def programme_records(atlas: Atlas, neighbours: Neighbours, programme: Programme) -> Iterator[Data]:
    """The record's page, and further ones for evidence."""
    yield programme_record(atlas, neighbours, programme)
    if first_pieces(grounds(atlas, programme)) is not None:
        yield from evidence_records(atlas, programme)


def programme_record(atlas: Atlas, neighbours: Neighbours, programme: Programme) -> Data:
    """The record's page. The questions themselves stand in the data of the map."""
    view = view_of(atlas, neighbours, programme)
    pieces = pieces_of(atlas, address(programme))
    cites = [(pieces.cite(reading.source), reading.what) for reading in view.readable]
    return given(
        {
            "summary": programme.summary,
            "glyph": programme_glyph(
                atlas.map, programme.answers, size=120, title=view.glyph_words
            ),
            "facts": [fact_of(fact, pieces) for fact in view.facts],
            "abstracts": view.only_abstract,
            "standing": view.standing,
            "compare": pieces.url(compared(programme)),
            "answers": {q.id: answer_of(q, programme, view, pieces) for q in atlas.map.questions},
            "readable": [cite | {"depth": depth} for cite, depth in cites],
            "nearest": [alike_of(one, programme, pieces) for one in view.nearest],
            "elsewhere": [alike_of(one, programme, pieces) for one in view.elsewhere],
            "notes": [
                pieces.cite(part.key) if isinstance(part, Reference) else {"text": part}
                for part in view.notes
            ],
            "events": [
                event_of(event, pieces) | {"cites": pieces.cites(event.references)}
                for event in view.events
            ],
            "read": [reading_of(reading, view, pieces) for reading in programme.read],
            "bibliography": bibliography_of(atlas, programme, pieces),
        }
    )


def fact_of(fact: Fact, pieces: Pieces) -> Data:
    """A fact with its values, each perhaps a link."""
    items = [
        given({"words": item.words, "href": pieces.url(item.thing) if item.thing else ""})
        for item in fact.items
    ]
    return {"name": fact.name, "kind": fact.kind, "items": items}


def answer_of(question: Question, programme: Programme, view: View, pieces: Pieces) -> Data:
    """Where the programme stands on a question."""
    answer = programme.answers[question.id]
    numbers = [placement_of(question, placement, view, pieces) for placement in answer.placements]
    further = pieces.url(further_page(programme, 2)) if view.first else ""
    return given({"state": answer.state, "placements": numbers, "further": further})


def placement_of(question: Question, placement: Placement, view: View, pieces: Pieces) -> Data:
    """An option taken, with the evidence that the page shows."""
    shown = placement.evidence[: view.first]
    return {
        "chip": pieces.chip(question.option(placement.option), question.facet),
        "evidence": [pieces.evidence(piece) for piece in shown],
        "more": len(placement.evidence) - len(shown),
    }


def alike_of(one: Alike, programme: Programme, pieces: Pieces) -> Data:
    """A programme that is alike, and why."""
    other = one.card.programme
    return given(
        {
            "href": pieces.url(other),
            "name": other.name,
            "meta": one.card.meta,
            "percent": one.percent,
            "basis": one.basis,
            "across": one.is_across,
            "reasons": [reason_of(reason) for reason in one.reasons],
            "compare": pieces.url(compared(programme, other)),
        }
    )


def reason_of(reason: Reason) -> Data:
    """What is said of one question."""
    return given(
        {
            "kind": reason.kind.replace(" ", "-"),
            "facet": reason.facet,
            "name": reason.name,
            "words": reason.words,
        }
    )


def reading_of(reading: Reading, view: View, pieces: Pieces) -> Data:
    """What was read, with its context object."""
    line = pieces.line(pieces.atlas.references[reading.source])
    more = {"depth": reading.what, "on": readable_date(reading.on)}
    return given(line | more | {"coins": view.coins.get(reading.source, "")})


def bibliography_of(atlas: Atlas, programme: Programme, pieces: Pieces) -> Data:
    """The sources as a bibliography; empty where no citations were made."""
    style = default_style(spoken())
    made = [entry_of(atlas, reference.key, style) for reference in sources_of(atlas, programme)]
    found = sorted((e for e in made if e), key=lambda e: (sorting_key(e.entry), e.key))
    if not found:
        return {}
    return {
        "entries": [{"key": e.key, "entry": e.entry} for e in found[:MOST_OF_RECORD]],
        "keys": " ".join(entry.key for entry in found),
        "more": max(len(found) - MOST_OF_RECORD, 0),
        "style": style.name,
        "root": pieces.url(""),
    }


def evidence_records(atlas: Atlas, programme: Programme) -> Iterator[Data]:
    """The pages with all the evidence."""
    sheets = sheets_of(grounds(atlas, programme))
    addresses = [further_page(programme, number) for number in range(2, len(sheets) + 2)]
    pages = tuple(enumerate(addresses, start=1))
    for number, at, shown in zip(count(1), addresses, sheets, strict=False):
        pieces = pieces_of(atlas, at)
        yield given(
            {
                "name": programme.name,
                "href": pieces.url(programme),
                "grounds": [ground_of(ground, pieces) for ground in shown],
                "pager": pieces.pager(Sheet(number, len(sheets), pages)),
            }
        )


def ground_of(ground: Ground, pieces: Pieces) -> Data:
    """A placement under the wording of its question."""
    question = ground.question
    return {
        "wording": question.wording,
        "chip": pieces.chip(question.option(ground.placement.option), question.facet),
        "evidence": [pieces.evidence(piece) for piece in ground.pieces],
    }
