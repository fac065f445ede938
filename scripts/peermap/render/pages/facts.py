"""Rows of facts at the top of a record, and cards of programmes in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from peermap.catalogues import Catalogue
from peermap.geography import place_words
from peermap.place.atlas import Atlas
from peermap.records.map import Map, Question
from peermap.records.programme import Evidence, Placement, Programme
from peermap.render.periods import readable_period
from peermap.render.words import KIND_WORDS, STATE_IN_A_LINE, STRENGTH_WORDS
from peermap.words import said_by, say


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a fact; ``thing`` is what it links to, if anything."""

    words: str
    thing: object = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact; ``kind`` is the kind of chip its values are shown as."""

    name: str
    items: tuple[Item, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A programme in a list: facts in one line, its glyph in words, and perhaps why it stands
    there.
    """

    programme: Programme
    meta: str
    glyph_words: str
    line: str = ""
    evidence: Evidence | None = None


def only_given(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that have a value."""
    return tuple(fact for fact in facts if fact.items)


def card(atlas: Atlas, programme: Programme, evidence: Evidence | None = None) -> Card:
    """A card: kind, place, years and the labels used."""
    labels = ", ".join(atlas.labels[label].name for label in programme.labels)
    parts = [
        KIND_WORDS[programme.kind],
        "; ".join(place_words(place.names) for place in programme.places),
        readable_period(programme.years) if programme.years else "",
        labels,
    ]
    meta = " · ".join(part for part in parts if part)
    return Card(programme, meta, glyph_words(atlas, programme), evidence=evidence)


def glyph_words(atlas: Atlas, programme: Programme) -> str:
    """The glyph of a programme as a sentence, for those who do not see it."""
    return words_of_glyph(atlas.map, programme, said_by())


@lru_cache(maxsize=20_000)  # of some 300 characters: a programme stands on many pages
def words_of_glyph(map_: Map, programme: Programme, _by: tuple[str, Catalogue]) -> str:
    """The same of a map, by what says it."""
    parts = []
    for question in map_.questions:
        answer = programme.answers[question.id]
        order = [option.id for option in question.options]
        placements = sorted(answer.placements, key=lambda p: order.index(p.option))
        names = [taken_words(question, placement) for placement in placements]
        parts.append(
            f"{question.name}{say(': ')}{', '.join(names) or STATE_IN_A_LINE[answer.state]}"
        )
    return "; ".join(parts)


def taken_words(question: Question, placement: Placement) -> str:
    """An option taken, and whether only in our reading."""
    name = str(question.option(placement.option).name).lower()
    return f"{name} ({STRENGTH_WORDS['inferred']})" if placement.strength == "inferred" else name
