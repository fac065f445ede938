"""Events, programmes and publications on one axis of time, and what they can be narrowed by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peermap.alphabet import alphabetical
from peermap.place.atlas import Atlas
from peermap.place.moments import KINDS, Kind, Moment, Periods, moments, periods_of, tally
from peermap.records.trend import Event
from peermap.render.readable import decade_words
from peermap.words import say

MOST_LISTED = 400  # of a kind; the lists of all records are pages of their own
Choice = tuple[str, str]
"""A term, and its name."""
Group = tuple[str, tuple[Choice, ...]]
"""Choices under a name, which may be empty."""
Facet = tuple[str, str, tuple[Group, ...]]
"""What to narrow by: its name in the address, its words, and its groups of choices."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many things of a kind fall into a period, and the length of their bar in per cent."""

    kind: Kind
    number: int
    length: int


@dataclass(frozen=True, slots=True)
class Row:
    """A period, with a cell for each kind; ``period`` is its first year, 0 for all before."""

    period: int
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The table by periods, the lists of programmes and publications, and the choices."""

    rows: tuple[Row, ...]
    listed: tuple[tuple[Kind, tuple[Moment, ...], int], ...]
    terms: dict[tuple[str, str], tuple[str, ...]]
    """Of every event, by its trend and anchor."""
    periods: Periods
    choices: tuple[Facet, ...]
    place: Mapping[str, int]
    """Of each term among all choices: a list of a thing's terms is short that way."""

    def places(self, terms: Iterable[str]) -> str:
        """Terms as they stand in the page: the places of their choices, in a row."""
        return " ".join(str(self.place[term]) for term in terms)


def timeline_view(atlas: Atlas) -> TimelineView:
    """Everything on the axis."""
    found = moments(atlas)
    periods, facets = periods_of(found), choices(atlas, found)
    by_kind = {kind: tuple(m for m in found if m.kind == kind) for kind in KINDS}
    return TimelineView(
        rows=rows(found, periods),
        listed=tuple((k, by_kind[k][-MOST_LISTED:], len(by_kind[k])) for k in KINDS[1:]),
        terms={
            (m.thing.trend, m.thing.anchor): m.terms for m in found if isinstance(m.thing, Event)
        },
        periods=periods,
        choices=facets,
        place={term: n for n, term in enumerate(terms_of(facets))},
    )


def rows(found: Sequence[Moment], periods: Periods) -> tuple[Row, ...]:
    """The table: bars of one kind can be compared, the longest fills its cell."""
    numbers = tally(found, periods)
    most = {
        k: max(n for (kind, _), n in [*numbers.items(), ((k, 0), 1)] if kind == k) for k in KINDS
    }
    return tuple(
        Row(
            period,
            decade_words(period) if period else say("Before {year}", year=periods.first),
            tuple(
                Cell(kind, numbers[kind, period], round(100 * numbers[kind, period] / most[kind]))
                for kind in KINDS
            ),
        )
        for period in periods.all
    )


def terms_of(facets: Iterable[Facet]) -> Iterator[str]:
    """The terms of all choices, in the order of the form."""
    for _, _, groups in facets:
        for _, choices_of in groups:
            yield from (term for term, _ in choices_of)


def choices(atlas: Atlas, found: Sequence[Moment]) -> tuple[Facet, ...]:
    """What to narrow by, with the terms that something has."""
    used = {term for moment in found for term in moment.terms}

    def kept(pairs: Sequence[Choice]) -> tuple[Choice, ...]:
        return tuple(pair for pair in pairs if pair[0] in used)

    options = tuple(
        (
            str(question.name),
            kept([(f"{question.id}:{o.id}", str(o.name)) for o in question.options]),
        )
        for question in atlas.map.questions
    )
    trends = kept([(f"trend:{trend.id}", str(trend.name)) for trend in atlas.map.trends])
    communities = kept([(f"community:{s.id}", str(s.name)) for s in atlas.communities.values()])
    issues = kept([(f"issue:{s.id}", str(s.name)) for s in atlas.issues.values()])
    return (
        ("trend", say("Trend"), (("", trends),)),
        ("option", say("Option of the map"), options),
        ("community", say("Community"), (("", by_name(communities)),)),
        ("issue", say("Issue"), (("", by_name(issues)),)),
    )


def by_name(found: Sequence[Choice]) -> tuple[Choice, ...]:
    """In the order of the alphabet."""
    return tuple(sorted(found, key=lambda choice: alphabetical(choice[1])))
