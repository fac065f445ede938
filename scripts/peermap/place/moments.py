"""What stands on the axis of time: events, beginnings of programmes, and publications."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from peermap.place.atlas import Atlas
from peermap.place.likeness import profile
from peermap.place.vocabulary import with_wider
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.records.trend import Event

Kind = Literal["event", "programme", "publication"]
KINDS: tuple[Kind, ...] = ("event", "programme", "publication")
MOST_DECADES = 13  # periods of their own; what lies before is one more


@dataclass(frozen=True, slots=True)
class Moment:
    """A thing in time. ``terms`` are all it can be narrowed by, as ``question:option``,
    ``trend:…``, ``community:…`` and ``issue:…``, sorted.
    """

    kind: Kind
    thing: Event | Programme | Reference
    year: int
    terms: tuple[str, ...]


def moments(atlas: Atlas) -> list[Moment]:
    """Everything whose year is known, by kind and then by year; events in the order of the map's
    trends, as they are listed.
    """
    events = (
        Moment("event", event, event.when.first, terms_of_event(atlas, event))
        for trend in atlas.map.trends
        if trend.id in atlas.trends
        for event in atlas.trends[trend.id].events
    )
    begun = (
        Moment("programme", p, p.years.first, terms_of_programme(atlas, p))
        for p in atlas.programmes.values()
        if p.years
    )
    published = (
        Moment("publication", r, r.issued.year, terms_of_reference(atlas, r))
        for r in atlas.references.values()
        if r.issued
    )
    return [*events, *by_year(begun), *by_year(published)]


def by_year(found: Iterable[Moment]) -> list[Moment]:
    """Earliest first; what is of one year stays in its order."""
    return sorted(found, key=lambda moment: moment.year)


def terms_of_event(atlas: Atlas, event: Event) -> tuple[str, ...]:
    """Its trend, and whatever the programme has that it tells of."""
    programme = atlas.programmes.get(event.programme)
    own = terms_of_programme(atlas, programme) if programme else ()
    return tuple(sorted({f"trend:{event.trend}", *own}))


def terms_of_programme(atlas: Atlas, programme: Programme) -> tuple[str, ...]:
    """Options taken on a source, its trend, and its silos with the wider ones."""
    taken = (f"{q}:{option}" for q, options in profile(programme).items() for option in options)
    trend = [f"trend:{programme.trend}"] if programme.trend else []
    silos = silo_terms(atlas, programme.communities, programme.issues)
    return tuple(sorted({*taken, *trend, *silos}))


def terms_of_reference(atlas: Atlas, reference: Reference) -> tuple[str, ...]:
    """What it is tagged with: options, trends, and silos with the wider ones."""
    tags = reference.tags
    kept = {str(tag) for tag in tags if tag.namespace not in ("community", "issue", "label")}
    communities, issues = (
        [tag.value for tag in tags if tag.namespace == namespace]
        for namespace in ("community", "issue")
    )
    return tuple(sorted(kept | set(silo_terms(atlas, communities, issues))))


def silo_terms(atlas: Atlas, communities: Iterable[str], issues: Iterable[str]) -> list[str]:
    """Silos as terms, each with every wider one."""
    return [
        *(f"community:{id_}" for id_ in with_wider(communities, atlas.communities)),
        *(f"issue:{id_}" for id_ in with_wider(issues, atlas.issues)),
    ]


@dataclass(frozen=True, slots=True)
class Periods:
    """Ten years each, from ``first`` to ``last``; what lies before ``first`` is one more."""

    first: int
    last: int
    is_open: bool

    def of(self, year: int) -> int:
        """The decade of a year, by its first year; 0 before the first decade."""
        return 0 if year < self.first else year // 10 * 10

    @property
    def all(self) -> tuple[int, ...]:
        """Every period in the order of time."""
        decades = range(self.first, self.last + 1, 10)
        return (0, *decades) if self.is_open else tuple(decades)


def periods_of(found: Iterable[Moment]) -> Periods:
    """The periods that hold all moments."""
    decades = sorted({moment.year // 10 * 10 for moment in found}) or [2000]
    first = max(decades[0], decades[-1] - 10 * (MOST_DECADES - 1))
    return Periods(first, decades[-1], decades[0] < first)


def tally(found: Iterable[Moment], periods: Periods) -> Counter[tuple[Kind, int]]:
    """How many things of each kind fall into each period."""
    return Counter((moment.kind, periods.of(moment.year)) for moment in found)
