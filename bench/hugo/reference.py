"""The pages of a reference as data: what ``reference.html`` of peermap gets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.hugo.pieces import Data, Pieces, foreign, given, pieces_of
from peermap.place.atlas import Atlas
from peermap.place.provenance import DefinitionUse, LabelUse, Uses, sheets_of
from peermap.records.notice import Notice
from peermap.records.reference import Reference
from peermap.records.trend import Event
from peermap.render.addresses import further_page
from peermap.render.pages.citing import Entry, entries_of_key
from peermap.render.pages.reference import (
    MOST_USES,
    PlacementLine,
    Row,
    StatementLine,
    View,
    view_of,
)
from peermap.render.pages.sheet import Sheet
from peermap.render.periods import readable_period
from peermap.render.readable import readable_date


def reference_records(atlas: Atlas, reference: Reference) -> Iterator[Data]:
    """The record's pages in their order."""
    sheets = sheets_of(atlas.uses[reference.key], MOST_USES)
    addresses = [further_page(reference, number) for number in range(1, len(sheets) + 1)]
    pages = tuple(enumerate(addresses, start=1))
    for (number, at), uses in zip(pages, sheets, strict=True):
        pieces = pieces_of(atlas, at)
        view = view_of(atlas, reference, uses)
        first = first_only(atlas, reference, view, pieces) if number == 1 else {}
        always = {
            "title": reference.title,
            "lang": foreign(reference),
            "notices": [notice_of(notice) for notice in reference.notices],
            "authors": view.authors,
            "first": first,
            "pager": pieces.pager(Sheet(number, len(sheets), pages)),
            "total": view.total,
            "unused": not view.used,
            "listed": bool(reference.lists),
        }
        yield given(always | uses_of(view, uses, pieces))


def first_only(atlas: Atlas, reference: Reference, view: View, pieces: Pieces) -> Data:
    """What the further pages of a record do not have."""
    return given(
        {
            "key": reference.key,
            "facts": [row_of(row) for row in view.facts],
            "note": reference.fields.get("note", ""),
            "chips": [*chips_of(view, pieces)],
            "entries": [entry_of(entry) for entry in entries_of_key(atlas, reference.key)],
        }
    )


def notice_of(notice: Notice) -> Data:
    """What was done to the work."""
    on = readable_date(notice.on) if notice.on else ""
    words: Data = {"kind": notice.kind, "on": on, "words": notice.words, "href": notice.address}
    return given(words)


def row_of(row: Row) -> Data:
    """A fact of the metadata."""
    return given({"name": row.name, "words": row.words, "href": row.link, "list": row.is_list})


def chips_of(view: View, pieces: Pieces) -> Iterator[Data]:
    """Options, then the other tags."""
    for tagged in view.options:
        yield pieces.chip(tagged.option, tagged.facet)
    for kind, tag in view.tags:
        href = pieces.url(tag.thing) if tag.thing else ""
        yield given({"kind": kind, "href": href, "words": tag.words})


def entry_of(entry: Entry) -> Data:
    """A formatted citation; both texts are HTML."""
    style = entry.style
    return {"style": style.id, "name": style.name, "entry": entry.entry, "text": entry.text}


def uses_of(view: View, uses: Uses, pieces: Pieces) -> Data:
    """What rests on the reference, as far as this page tells it."""
    url = pieces.url
    return {
        "statements": [statement_of(line, pieces) for line in view.statements],
        "placements": [placement_of(line, pieces) for line in view.placements],
        "events": [event_of(use.event, pieces) for use in uses.events],
        "labels": [label_of(use, pieces) for use in uses.labels],
        "definitions": [definition_of(use, pieces) for use in uses.definitions],
        "readfor": [{"href": url(p), "words": p.name} for p in uses.read_for],
    }


def statement_of(line: StatementLine, pieces: Pieces) -> Data:
    """A statement and where it stands."""
    passages = [pieces.passage(part) for part in line.sentence.passages]
    return {"passages": passages, "href": pieces.url(line.address), "where": line.where}


def placement_of(line: PlacementLine, pieces: Pieces) -> Data:
    """A placement in one line, with what the work says."""
    evidence = line.evidence
    return given(
        {
            "href": pieces.url(line.address),
            "name": line.name,
            "question": line.question,
            "option": line.option,
            "quote": evidence.quote,
            "says": evidence.says,
            "where": evidence.where,
            "strength": evidence.strength,
        }
    )


def event_of(event: Event, pieces: Pieces) -> Data:
    """An event in one line."""
    when = readable_period(event.when)
    return {"href": pieces.url(event), "when": when, "what": event.what}


def label_of(use: LabelUse, pieces: Pieces) -> Data:
    """A label that the work names."""
    href = pieces.url(use.label)
    return {"href": href, "words": use.label.name, "where": use.source.where}


def definition_of(use: DefinitionUse, pieces: Pieces) -> Data:
    """A question or option whose definition rests on the work."""
    defined: Any = use.option or use.question
    href = pieces.url(defined)
    return {"href": href, "words": defined.name, "text": defined.definition.text}
