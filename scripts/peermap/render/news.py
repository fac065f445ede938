"""What is new, by the days of the records: the same for the feeds and for the page *What's new*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peermap.place.atlas import Atlas
from peermap.records.map import Map
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.render.addresses import address
from peermap.render.words import DEPTH_WORDS
from peermap.words import say

ADDED_FIELDS = ("date-added", "timestamp", "creationdate")  # of BibDesk and JabRef


@dataclass(frozen=True, slots=True)
class Entry:
    """Something new: ``name`` makes its permanent id, ``on`` is its day, ``language`` that of its
    title.
    """

    name: str
    title: str
    at: str
    on: str
    summary: str
    language: str = "en"


def new_references(atlas: Atlas) -> list[Entry]:
    """The references whose coming is dated."""
    days = days_added(atlas)
    return [reference_entry(atlas.references[key], on) for key, on in days.items()]


def new_programmes(atlas: Atlas) -> list[Entry]:
    """The programmes, each on the day of its first reading."""
    return [programme_entry(p) for p in atlas.programmes.values() if p.read]


def days_added(atlas: Atlas) -> dict[str, str]:
    """By key the day a reference came: what its entry says, else when it was first read."""
    first: dict[str, str] = {}
    readings = [(r.source, r.on) for p in atlas.programmes.values() for r in p.read]
    if atlas.method:
        readings += [(reading.source, reading.on) for reading in atlas.method.own_method.read]
    for key, on in readings:
        first[key] = min(on, first.get(key, on))
    days = {key: said_day(r) or first.get(key, "") for key, r in atlas.references.items()}
    return {key: on for key, on in days.items() if on}


def said_day(reference: Reference) -> str:
    """The day a reference manager wrote into the entry; empty for none, or none of the calendar."""
    for name in ADDED_FIELDS:
        words = reference.fields.get(name, "")[:10]
        try:
            return date.fromisoformat(words).isoformat()
        except ValueError:
            continue
    return ""


def reference_entry(reference: Reference, on: str) -> Entry:
    """A reference that is new."""
    at = address(reference)
    summary = f"{reference.cited_as}. {reference.container}".rstrip(". ") + "."
    return Entry(at, reference.title, at, on, summary, reference.language)


def programme_entry(programme: Programme) -> Entry:
    """A programme that is new: its day is that of the first reading."""
    at, on = address(programme), min(reading.on for reading in programme.read)
    language = programme.name.language
    return Entry(at, str(programme.name), at, on, str(programme.summary), language)


def map_changes(map_: Map) -> Iterator[Entry]:
    """What has changed on the map."""
    for change in map_.changes:
        yield Entry(f"change {change.on} {change.what}", str(map_.title), "map/", change.on,
                    str(change.what))  # fmt: skip
    for one in map_.retired:
        yield Entry(f"retired {one.was} {one.on}", str(one.name), address(one), one.on,
                    say("No longer used. {why}", why=one.why).strip())  # fmt: skip


def readings(atlas: Atlas) -> Iterator[Entry]:
    """For each programme and day what was read of which source."""
    for programme in atlas.programmes.values():
        at = address(programme)
        for on in sorted({reading.on for reading in programme.read}):
            words = (
                f"{atlas.references[r.source].cited_as} ({DEPTH_WORDS[r.what]})"
                for r in programme.read
                if r.on == on
            )
            summary = say("Read: {works}.", works="; ".join(words))
            yield Entry(f"{at} {on}", str(programme.name), f"{at}#read", on, summary)
