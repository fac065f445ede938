"""All bridges at a glance: how many there are, the strongest, and the silos that they join."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.place.joined_silos import JoinedSilos, Joining, SiloKind
from peermap.place.neighbours import Bridge, Neighbours

MOST_BRIDGES = 60
MOST_OF_ONE = 3  # of them with the same programme, so that the list stays varied


@dataclass(frozen=True, slots=True)
class Bridges:
    """Their ``number``, the ``strongest``, and the silos that they have ``joined``, by kind. The
    others are counted and not kept, for on a map of few patterns nearly all pairs are bridges.
    """

    number: int
    strongest: tuple[Bridge, ...]
    joined: Mapping[SiloKind, list[JoinedSilos]]


def bridges_of(atlas: Atlas) -> Bridges:
    """The bridges of all programmes, gone through once."""
    joinings = (Joining("issue", atlas.issues), Joining("community", atlas.communities))
    number, strongest, ends = 0, list[Bridge](), Counter[str]()
    for number, bridge in enumerate(Neighbours(atlas).bridges(), start=1):  # noqa: B007
        two = (bridge.first.id, bridge.second.id)
        if len(strongest) < MOST_BRIDGES and all(ends[end] < MOST_OF_ONE for end in two):
            strongest.append(bridge)
            ends.update(two)
        for joining in joinings:
            joining.add(bridge)
    return Bridges(number, tuple(strongest), {each.kind: each.joined() for each in joinings})
