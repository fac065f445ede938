"""A programme, movement, group or setting, and where it stands on the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from peermap.problems import Mark
from peermap.records.date import Period
from peermap.records.text import Text

Strength = Literal["stated", "general", "inferred"]
State = Literal["placed", "not stated", "not coded"]
Depth = Literal["full text", "abstract", "title"]
Kind = Literal["programme", "movement", "group", "setting"]

STRENGTHS: tuple[Strength, ...] = ("stated", "general", "inferred")
STATES: tuple[State, ...] = ("placed", "not stated", "not coded")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a source says, and where in it. ``quote`` only where the exact words matter (120
    characters).
    """

    source: str
    where: Text
    says: Text
    quote: str
    strength: Strength
    mark: Mark


@dataclass(frozen=True, slots=True)
class Placement:
    """The programme takes this option, on this evidence."""

    option: str
    evidence: tuple[Evidence, ...]
    mark: Mark

    @property
    def strength(self) -> Strength:
        """The strongest of its evidence."""
        return min((e.strength for e in self.evidence), key=STRENGTHS.index)


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a programme stands on one question: a state, and its placements when it is *placed*."""

    question: str
    state: State
    placements: tuple[Placement, ...]
    mark: Mark

    @property
    def strength(self) -> Strength | None:
        return min((p.strength for p in self.placements), key=STRENGTHS.index, default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was really read of a source for this record, and on which day (ISO date)."""

    source: str
    what: Depth
    on: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Place:
    """From narrow to wide, ending in a country or a wider region: ``("Montréal", "Canada")``."""

    names: tuple[str, ...]

    @property
    def country(self) -> str:
        return self.names[-1]

    def __str__(self) -> str:
        return ", ".join(self.names)


@dataclass(frozen=True, slots=True)
class Programme:
    """One record. ``answers`` has every question of the map, in the map's order. ``also_read`` are
    keys listed under ``read`` whose day or depth cannot be read: evidence may rest on them. One
    that is not ``is_whole`` is held against the others like them, and then left out.
    """

    id: str
    name: Text
    kind: Kind
    summary: Text
    trend: str
    labels: tuple[str, ...]
    places: tuple[Place, ...]
    years: Period | None
    communities: tuple[str, ...]
    issues: tuple[str, ...]
    answers: Mapping[str, Answer]
    read: tuple[Reading, ...]
    notes: Text
    mark: Mark
    also_read: frozenset[str] = frozenset()
    is_whole: bool = True

    def __hash__(self) -> int:
        """By its id: equal programmes have the same."""
        return hash(self.id)

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of every reference under ``read``, in the order given, each once."""
        return tuple(dict.fromkeys(reading.source for reading in self.read))
