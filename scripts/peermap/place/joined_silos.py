"""Which silos the bridges join: issue with issue, community with community."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from peermap.place.neighbours import Bridge
from peermap.records.silo import Silo

SiloKind = Literal["community", "issue"]
MOST_JOINED = 12  # pairs of silos in a picture
MOST_EACH = 3  # of them with the same silo, so that the largest does not hide the others


@dataclass(frozen=True, slots=True)
class JoinedSilos:
    """Two silos, how many bridges join programmes of the two, and the strongest of these."""

    first: Silo
    second: Silo
    number: int
    strongest: Bridge


class Joining:
    """Counts which silos of a kind bridges join, given strongest first. A bridge counts once for
    each pair of what its two programmes name.
    """

    def __init__(self, kind: SiloKind, shelf: Mapping[str, Silo]) -> None:
        self.kind, self.shelf = kind, shelf
        self.strongest: dict[tuple[str, str], Bridge] = {}
        self.numbers: Counter[tuple[str, str]] = Counter()

    def add(self, bridge: Bridge) -> None:
        """Count one more."""
        for pair in pairs_of(bridge, self.kind):
            self.strongest.setdefault(pair, bridge)
            self.numbers[pair] += 1

    def joined(self) -> list[JoinedSilos]:
        """The pairs of silos that most bridges join, most first; of equals the first by id."""
        ranked = sorted(self.numbers.items(), key=lambda item: (-item[1], item[0]))
        return [
            JoinedSilos(self.shelf[a], self.shelf[b], number, self.strongest[a, b])
            for (a, b), number in varied(ranked)
        ]


def pairs_of(bridge: Bridge, kind: SiloKind) -> frozenset[tuple[str, str]]:
    """The pairs of silos a bridge joins, each pair in alphabetical order."""
    if kind == "community":
        return pairs_between(bridge.first.communities, bridge.second.communities)
    return pairs_between(bridge.first.issues, bridge.second.issues)


@lru_cache(maxsize=10_000)  # thousands of programmes name few silos, and most bridges the same two
def pairs_between(ours: tuple[str, ...], theirs: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Each of one with each of the other."""
    return frozenset((min(a, b), max(a, b)) for a, b in product(ours, theirs))


def varied(
    ranked: Iterable[tuple[tuple[str, str], int]],
) -> Iterator[tuple[tuple[str, str], int]]:
    """The first pairs of a ranking, with each silo in a few at most."""
    seen: Counter[str] = Counter()
    chosen = 0
    for pair, number in ranked:
        if chosen < MOST_JOINED and all(seen[id_] < MOST_EACH for id_ in pair):
            seen.update(pair)
            chosen += 1
            yield pair, number


def in_a_row(joined: Sequence[JoinedSilos]) -> list[Silo]:
    """Their silos in an order in which those joined by many bridges stand near each other.

    Two change places as long as that makes the way between all joined ones shorter.
    """
    silos = {silo.id: silo for pair in joined for silo in (pair.first, pair.second)}
    order = sorted(silos)
    best, improved = way(order, joined), True
    while improved:
        improved = False
        for i, j in product(range(len(order)), repeat=2):
            tried = [*order]
            tried.insert(j, tried.pop(i))
            length = way(tried, joined)
            if length < best:
                order, best, improved = tried, length, True
    return [silos[id_] for id_ in order]


def way(order: Sequence[str], joined: Iterable[JoinedSilos]) -> int:
    """The steps between joined silos in a row, each as often as bridges go there."""
    place = {id_: n for n, id_ in enumerate(order)}
    return sum(abs(place[j.first.id] - place[j.second.id]) * j.number for j in joined)
