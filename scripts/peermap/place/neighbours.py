"""The programmes most alike, for every programme, and the bridges between silos."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from peermap.place.atlas import Atlas
from peermap.place.likeness import Likeness, Scale, scale_of
from peermap.place.patterns import Patterns
from peermap.place.silos import Apart
from peermap.records.programme import Programme

MOST = 3  # neighbours shown on a page
BRIDGE = 0.6  # the likeness from which a pair across silos is a bridge
BRIDGE_QUESTIONS = 4  # and the questions it rests on at least; all of a map that has fewer


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A programme as seen from another: how alike, and whether it stands across silos."""

    programme: Programme
    likeness: Likeness
    is_across: bool


@dataclass(frozen=True, slots=True)
class Bridge:
    """A pair across silos whose likeness, ``value``, is high; ids in alphabetical order."""

    first: Programme
    second: Programme
    value: float
    scale: Scale = field(repr=False, compare=False)

    @property
    def likeness(self) -> Likeness:
        """The computation behind the value."""
        return self.scale.likeness(self.first, self.second)


class Neighbours:
    """Ranks all programmes by likeness to one, and finds the bridges. It knows nothing of pages."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.scale: Scale = scale_of(atlas.map, atlas.programmes.values())
        self.patterns = Patterns(self.scale, atlas.programmes.values())
        self.apart = Apart(atlas)
        self.fewest = min(BRIDGE_QUESTIONS, len(atlas.map.questions))

    def ranked(self, programme: Programme) -> Iterator[Programme]:
        """The others, most alike first; of equals the first by id. None that shares nothing."""
        values, _ = self.patterns.row(self.patterns.number[programme.id])
        numbers = sorted(range(len(values)), key=values.__getitem__, reverse=True)
        for value, equals in groupby(numbers, key=values.__getitem__):
            if value <= 0:
                return
            for id_ in sorted(id_ for n in equals for id_ in self.patterns.members[n]):
                if id_ != programme.id:
                    yield self.atlas.programmes[id_]

    def nearest(
        self, programme: Programme, most: int = MOST
    ) -> tuple[list[Neighbour], list[Neighbour]]:
        """The ``most`` alike, and as many more that stand across silos and are not among them."""
        near: list[Neighbour] = []
        elsewhere: list[Neighbour] = []
        for other in self.ranked(programme):
            across = self.apart.is_across(programme.id, other.id)
            if len(near) < most:
                near.append(Neighbour(other, self.scale.likeness(programme, other), across))
            elif across:
                elsewhere.append(Neighbour(other, self.scale.likeness(programme, other), across))
            if len(elsewhere) == most:
                break
        return near, elsewhere

    def bridges(self) -> Iterator[Bridge]:
        """All bridges one by one, strongest first; of equals the first by id."""
        alike: dict[float, dict[int, list[int]]] = {}
        for value, ours, theirs in self._alike_patterns():
            partners = alike.setdefault(value, {})
            for one, other in {(ours, theirs), (theirs, ours)}:
                partners.setdefault(one, []).append(other)
        for value in sorted(alike, reverse=True):
            yield from self._bridges_of(value, alike[value])

    def _bridges_of(self, value: float, alike: Mapping[int, Sequence[int]]) -> Iterator[Bridge]:
        """The bridges between patterns that are ``alike`` by that value, each named twice."""
        programmes, members = self.atlas.programmes, self.patterns.members
        others = {n: sorted(id_ for m in to for id_ in members[m]) for n, to in alike.items()}
        for first, ours in sorted((id_, n) for n in alike for id_ in members[n]):
            for second in islice(others[ours], bisect(others[ours], first), None):
                if self.apart.is_across(first, second):
                    yield Bridge(programmes[first], programmes[second], value, self.scale)

    def _alike_patterns(self) -> Iterator[tuple[float, int, int]]:
        """Each two patterns (also one with itself) alike enough for bridges."""
        patterns = range(len(self.patterns.members))
        for ours in patterns:
            values, counts = self.patterns.row(ours)
            for theirs in patterns[ours:]:
                if values[theirs] >= BRIDGE and counts[theirs] >= self.fewest:
                    yield values[theirs], ours, theirs
