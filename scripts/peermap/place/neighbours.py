"""The programmes most alike, for every programme, and the bridges between silos."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from peermap.place.atlas import Atlas
from peermap.place.likeness import Likeness, Scale, joined, profile, scale_of
from peermap.place.silos import is_across_silos
from peermap.records.programme import Programme

MOST = 3  # neighbours shown on a page
BRIDGE = 0.6  # the likeness from which a pair across silos is a bridge
BRIDGE_QUESTIONS = 4  # and the questions it rests on at least
Pattern = tuple[frozenset[str], ...]  # options taken, question by question


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A programme as seen from another: how alike, and whether it stands across silos."""

    programme: Programme
    likeness: Likeness
    is_across: bool


@dataclass(frozen=True, slots=True)
class Bridge:
    """A pair across silos whose likeness is high; ids in alphabetical order."""

    first: Programme
    second: Programme
    likeness: Likeness


class Neighbours:
    """Ranks all programmes by likeness to one. It keeps the values by pattern of options, since
    many programmes share one; it knows nothing of pages.
    """

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.scale: Scale = scale_of(atlas.map, atlas.programmes.values())
        self.patterns: Mapping[str, Pattern] = {
            id_: pattern_of(p) for id_, p in atlas.programmes.items()
        }
        self.value = cache(self._value)

    def _value(self, ours: Pattern, theirs: Pattern) -> float:
        shared = [
            self.scale.weight(question.id, a & b) / self.scale.weight(question.id, a | b)
            for question, a, b in zip(self.atlas.map.questions, ours, theirs, strict=True)
            if a and b
        ]
        return joined(shared, len(ours))

    def ranked(self, programme: Programme) -> list[Programme]:
        """The others, most alike first; of equals the first by id. None that shares nothing."""
        ours = self.patterns[programme.id]
        values = {
            id_: self.value(*sorted((ours, theirs), key=order))
            for id_, theirs in self.patterns.items()
            if id_ != programme.id
        }
        alike = [id_ for id_, value in values.items() if value > 0]
        return [self.atlas.programmes[i] for i in sorted(alike, key=lambda i: (-values[i], i))]

    def nearest(
        self, programme: Programme, most: int = MOST
    ) -> tuple[list[Neighbour], list[Neighbour]]:
        """The ``most`` alike, and as many more that stand across silos and are not among them."""
        near: list[Neighbour] = []
        elsewhere: list[Neighbour] = []
        for other in self.ranked(programme):
            across = is_across_silos(self.atlas, programme, other)
            if len(near) < most:
                near.append(Neighbour(other, self.scale.likeness(programme, other), across))
            elif across:
                elsewhere.append(Neighbour(other, self.scale.likeness(programme, other), across))
            if len(elsewhere) == most:
                break
        return near, elsewhere

    def bridges(self) -> list[Bridge]:
        """All bridges, strongest first."""
        found = []
        for first, second in combinations(self.atlas.programmes.values(), 2):
            ours, theirs = self.patterns[first.id], self.patterns[second.id]
            if self.value(*sorted((ours, theirs), key=order)) >= BRIDGE:
                likeness = self.scale.likeness(first, second)
                enough = likeness.rests_on >= BRIDGE_QUESTIONS
                if enough and is_across_silos(self.atlas, first, second):
                    found.append(Bridge(first, second, likeness))
        return sorted(found, key=lambda b: (-b.likeness.value, b.first.id, b.second.id))


def pattern_of(programme: Programme) -> Pattern:
    """The options a programme takes, question by question in the order of the map."""
    return tuple(profile(programme).values())


def order(pattern: Pattern) -> tuple[tuple[str, ...], ...]:
    """A key that puts two patterns in the same order whichever comes first."""
    return tuple(tuple(sorted(options)) for options in pattern)
