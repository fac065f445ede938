"""Rows of facts at the top of a record, and cards of programmes in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.records.programme import Evidence, Programme
from peermap.render.readable import readable_period
from peermap.render.words import KIND_WORDS


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
    """A programme in a list: facts in one line, and perhaps why it stands there."""

    programme: Programme
    meta: str
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
        "; ".join(str(place) for place in programme.places),
        readable_period(programme.years) if programme.years else "",
        labels,
    ]
    return Card(programme, " · ".join(part for part in parts if part), evidence=evidence)
