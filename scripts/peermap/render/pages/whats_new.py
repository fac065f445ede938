"""What has changed, day by day, newest first, from the days of the records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peermap.alphabet import alphabetical
from peermap.place.atlas import Atlas
from peermap.render.html import html
from peermap.render.news import Entry, map_changes, new_programmes, new_references
from peermap.render.readable import readable_date
from peermap.words import say

MOST_NAMED = 12  # of a kind and day; the lists and feeds have the others


@dataclass(frozen=True, slots=True)
class News:
    """What is new of one kind on a day: the first by title, how many there are in all, and the
    list that has them.
    """

    heading: str
    named: tuple[Entry, ...]
    count: int
    at: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day in words, and what is new on it."""

    words: str
    changes: tuple[Entry, ...]
    news: tuple[News, ...]


def whats_new_part(atlas: Atlas) -> str:
    """The days on which something came or changed."""
    return html("whats_new.html", "whats-new/", days=days(atlas))


def days(atlas: Atlas) -> list[Day]:
    """Every day of a record, newest first."""
    kinds = (
        (say("New programmes"), by_day(new_programmes(atlas)), "programmes/"),
        (say("New references"), by_day(new_references(atlas)), "references/"),
    )
    changes = by_day(map_changes(atlas.map))
    return [
        Day(
            readable_date(on),
            tuple(changes.get(on, ())),
            tuple(news_of(name, dated[on], at) for name, dated, at in kinds if on in dated),
        )
        for on in sorted({*changes, *(on for _, dated, _ in kinds for on in dated)}, reverse=True)
    ]


def by_day(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """What is new, by its day."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.on, []).append(entry)
    return found


def news_of(heading: str, entries: Iterable[Entry], at: str) -> News:
    """What is new of a kind on a day."""
    found = sorted(entries, key=lambda e: (alphabetical(e.title), e.name))
    return News(heading, tuple(found[:MOST_NAMED]), len(found), at)
