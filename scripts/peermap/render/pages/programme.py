"""The page of a programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peermap.geography import place_words
from peermap.place.atlas import Atlas
from peermap.place.named_works import named_works
from peermap.place.neighbours import Neighbours
from peermap.records.programme import Programme, Reading
from peermap.records.reference import Reference
from peermap.records.silo import Silo
from peermap.records.text import Text
from peermap.records.trend import Event
from peermap.render.addresses import address, narrowed
from peermap.render.formats.coins import coins
from peermap.render.formats.files import source_files
from peermap.render.html import html
from peermap.render.pages.alike import Alike, alike
from peermap.render.pages.citing import MOST_OF_RECORD, bibliography_part
from peermap.render.pages.facts import Fact, Item, glyph_words, only_given
from peermap.render.pages.programme_data import FILE, record_json
from peermap.render.pages.programme_evidence import (
    evidence_pages,
    first_pieces,
    grounds,
    not_translated,
)
from peermap.render.pages.record import RecordPage, shortened
from peermap.render.periods import readable_period
from peermap.render.words import KIND_WORDS
from peermap.words import ENGLISH, many, say, spoken


@dataclass(frozen=True, slots=True)
class View:
    """What the template shows beside the record itself."""

    facts: tuple[Fact, ...]
    standing: str
    glyph_words: str
    only_abstract: bool
    readable: tuple[Reading, ...]
    events: tuple[Event, ...]
    nearest: tuple[Alike, ...]
    elsewhere: tuple[Alike, ...]
    notes: tuple[Text | Reference, ...]
    coins: Mapping[str, str]
    first: int | None
    not_translated: bool


def programme_pages(
    atlas: Atlas, neighbours: Neighbours, programme: Programme
) -> Iterator[RecordPage]:
    """The record's page, and further ones for evidence that it has no room for."""
    yield programme_page(atlas, neighbours, programme)
    yield from evidence_pages(atlas, programme)


def programme_page(atlas: Atlas, neighbours: Neighbours, programme: Programme) -> RecordPage:
    """The record's page; its summary is the description."""
    at = address(programme)
    view = view_of(atlas, neighbours, programme)
    body = html("programme.html", at, atlas=atlas, programme=programme, view=view)
    body += bibliography_part(atlas, sources_of(atlas, programme), at, most=MOST_OF_RECORD)
    summary = shortened(programme.summary)
    read = [atlas.references[key] for key in programme.sources]
    files = {FILE: record_json(atlas, programme, view.facts)}
    files |= source_files(read) if spoken() == ENGLISH else {}
    return RecordPage(at, programme.name, summary, body, programme.mark.path, files)


def sources_of(atlas: Atlas, programme: Programme) -> list[Reference]:
    """Every reference that was read for the record or stands under its evidence."""
    keys = {reading.source for reading in programme.read}
    for answer in programme.answers.values():
        keys |= {e.source for placement in answer.placements for e in placement.evidence}
    return [atlas.references[key] for key in sorted(keys)]


def view_of(atlas: Atlas, neighbours: Neighbours, programme: Programme) -> View:
    """Facts, standing, readings and events of one programme."""
    readable = tuple(r for r in programme.read if r.what != "title")
    near, elsewhere = neighbours.nearest(programme)
    all_grounds = grounds(atlas, programme)
    return View(
        facts=facts_of(atlas, programme),
        standing=standing(programme),
        glyph_words=glyph_words(atlas, programme),
        only_abstract=bool(readable) and all(r.what == "abstract" for r in readable),
        readable=readable,
        nearest=tuple(alike(atlas, n) for n in near),
        elsewhere=tuple(alike(atlas, n) for n in elsewhere),
        notes=tuple(named_works(programme.notes, atlas.references)),
        coins=coins([atlas.references[key] for key in programme.sources]),
        events=tuple(
            event
            for trend in atlas.trends.values()
            for event in trend.events
            if event.programme == programme.id
        ),
        first=first_pieces(all_grounds),
        not_translated=not_translated(piece for one in all_grounds for piece in one.pieces),
    )


def facts_of(atlas: Atlas, programme: Programme) -> tuple[Fact, ...]:
    """Kind, trend, labels, places, years, communities and issues, where given."""
    trend = next(t for t in atlas.map.trends if t.id == programme.trend)
    labels = tuple(Item(atlas.labels[i].name, atlas.labels[i]) for i in programme.labels)
    years = (Item(readable_period(programme.years)),) if programme.years else ()
    return only_given(
        (
            Fact(say("Kind"), (Item(KIND_WORDS[programme.kind]),)),
            Fact(say("Trend"), (Item(trend.name, trend),), "trend"),
            Fact(say("Peers are called"), labels, "label"),
            Fact(
                say("Place"),
                tuple(Item(place_words(place.names)) for place in programme.places),
                "place",
            ),
            Fact(say("Years"), years),
            Fact(
                say("Communities"),
                silos("communities", atlas.communities, programme.communities),
                "community",
            ),
            Fact(say("Issues"), silos("issues", atlas.issues, programme.issues), "issue"),
        )
    )


def silos(kind: str, known: Mapping[str, Silo], ids: Iterable[str]) -> tuple[Item, ...]:
    """Names of communities or issues, each leading to the finder narrowed to it."""
    return tuple(Item(known[id_].name, narrowed((kind, id_))) for id_ in ids)


def standing(programme: Programme) -> str:
    """How many of the questions are placed, not stated and not coded, in words."""
    states = [answer.state for answer in programme.answers.values()]
    placed, silent = states.count("placed"), states.count("not stated")
    parts = [say("Placed on {n} of {all} questions", n=placed, all=len(states))]
    if silent:
        parts.append(say("on {n} the sources read do not say", n=silent))
    if waiting := states.count("not coded"):
        parts.append(many(waiting, "{n} not coded yet", "{n} not coded yet"))
    return "; ".join(parts) + "."
