"""The dimensions of all references, in the order of their keys: what each is tagged with."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.atlas import Atlas
from peermap.place.dimensions import (
    Dimension,
    Given,
    of_labels,
    of_periods,
    of_question,
    of_silos,
    of_values,
)
from peermap.words import N_, say

NOT_TAGGED = ("not-tagged", N_("No tag"))


def reference_dimensions(atlas: Atlas) -> tuple[Dimension, ...]:
    """The six questions, then the silos, trend and the period of publication."""
    return (*questions(atlas), *others(atlas))


def questions(atlas: Atlas) -> Iterator[Dimension]:
    """The six questions: the options that a reference is used for. A tag knows no states."""
    nothing = (NOT_TAGGED[0],)
    for question in atlas.map.questions:
        given = [ids or nothing for ids in tagged(atlas, question.id)]
        yield of_question(question, [NOT_TAGGED], given)


def others(atlas: Atlas) -> Iterator[Dimension]:
    """Communities, issues, labels, trends and periods."""
    communities, issues = tagged(atlas, "community"), tagged(atlas, "issue")
    yield of_silos("communities", say("Community"), atlas.communities, communities, NOT_TAGGED)
    yield of_silos("issues", say("Issue"), atlas.issues, issues, NOT_TAGGED)
    yield of_labels(atlas.labels.values(), tagged(atlas, "label"), NOT_TAGGED)
    trends = [(trend.id, str(trend.name)) for trend in atlas.map.trends]
    yield of_values("trend", say("Trend"), trends, tagged(atlas, "trend"), NOT_TAGGED)
    years = [r.issued.year if r.issued else None for r in atlas.references.values()]
    yield of_periods(say("Published"), years)


def tagged(atlas: Atlas, namespace: str) -> Given:
    """Of each reference the values of its tags in a namespace, each once."""
    return [
        sorted({tag.value for tag in reference.tags if tag.namespace == namespace})
        if reference.tags
        else ()
        for reference in atlas.references.values()
    ]
