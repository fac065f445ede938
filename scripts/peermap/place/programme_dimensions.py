"""The dimensions of all programmes, in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peermap.geography import place_name
from peermap.place.atlas import Atlas
from peermap.place.dimensions import (
    Dimension,
    by_name,
    of_labels,
    of_periods,
    of_question,
    of_silos,
    of_values,
)
from peermap.records.programme import Answer, Programme
from peermap.words import N_, say

NOT_CODED = "not-coded"
STATES = (
    ("not-stated", N_("Not stated")),
    (NOT_CODED, N_("Not coded")),
    ("our-reading", N_("In our reading only")),
)


def programme_dimensions(atlas: Atlas) -> tuple[Dimension, ...]:
    """The six questions, then the silos, trend, place and period."""
    programmes = list(atlas.programmes.values())
    return (*questions(atlas, programmes), *others(atlas, programmes))


def questions(atlas: Atlas, programmes: Sequence[Programme]) -> Iterator[Dimension]:
    """The six questions: their options, then the states that are no option."""
    for question in atlas.map.questions:
        answers = [p.answers[question.id] for p in programmes]
        given = [answer_values(answer) for answer in answers]
        yield of_question(question, STATES, given, [readings(answer) for answer in answers])


def answer_values(answer: Answer) -> list[str]:
    """The options that rest on a source, or the state of the question."""
    if answer.state != "placed":
        return [answer.state.replace(" ", "-")]
    taken = [p.option for p in answer.placements if p.strength != "inferred"]
    return taken or ["our-reading"]


def readings(answer: Answer) -> list[str]:
    """The options that the programme takes in our own reading only."""
    return [p.option for p in answer.placements if p.strength == "inferred"]


def others(atlas: Atlas, programmes: Sequence[Programme]) -> Iterator[Dimension]:
    """Communities and issues with their wider terms, labels, trends, places and periods."""
    communities = [p.communities for p in programmes]
    yield of_silos("communities", say("Community"), atlas.communities, communities)
    yield of_silos("issues", say("Issue"), atlas.issues, [p.issues for p in programmes])
    yield of_labels(atlas.labels.values(), [p.labels for p in programmes])
    trends = [(trend.id, str(trend.name)) for trend in atlas.map.trends]
    yield of_values("trend", say("Trend"), trends, [[p.trend] for p in programmes])
    yield of_places(programmes)
    yield of_periods(say("Began"), [p.years.first if p.years else None for p in programmes])


def of_places(programmes: Sequence[Programme]) -> Dimension:
    """Countries, or wider regions where a source names no country."""
    countries = {place.country for p in programmes for place in p.places}
    given = [sorted({slug(place.country) for place in p.places}) for p in programmes]
    named = by_name((slug(name), place_name(name)) for name in countries)
    return of_values("place", say("Place"), named, given)


def slug(name: str) -> str:
    """A name as it stands in an address."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
