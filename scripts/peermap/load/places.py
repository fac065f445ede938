"""The ``places`` of a programme: names from narrow to wide, each place ending in a country."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from peermap.load.regions import USUAL_NAMES, WITHIN
from peermap.load.yaml_tree import Tree
from peermap.problems import Problem, did_you_mean, shown
from peermap.records.programme import Place


def read_places(
    tree: Tree, names: Iterable[str], regions: frozenset[str]
) -> tuple[tuple[Place, ...], list[Problem]]:
    """The places; a country or region ends one, and the next name starts another.

    ``regions`` are the names at which a place ends, unless it lies within what follows.
    """
    places: list[Place] = []
    narrow: list[str] = []
    parts = [part.strip() for given in names for part in given.split(",")]
    for name, following in pairwise([*parts, ""]):
        narrow.append(name)
        if name in regions and (not following or WITHIN.get(name) != following):
            places.append(Place(tuple(narrow)))
            narrow = []
    if not narrow:
        return tuple(places), []
    return (*places, Place(tuple(narrow))), [endless(tree, narrow, regions)]


def endless(tree: Tree, names: list[str], regions: frozenset[str]) -> Problem:
    """A place that ends in no country; the last name may be a country under another name."""
    usual = USUAL_NAMES.get(names[-1].replace(".", "").casefold())
    guess = f"Did you mean '{usual}'?" if usual else did_you_mean(names[-1], regions)
    says = f"the place {shown(', '.join(names))} ends in no country or region known here"
    way_out = guess or "End it with the country's English name, as in 'Montréal, Canada'."
    return Problem(tree.mark(("places",)), says, way_out)
