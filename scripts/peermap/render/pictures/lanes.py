"""Lanes of a timeline: what overlaps goes one below another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extent:
    """``first`` to ``last`` as drawn, and ``left`` to ``right`` with the room it needs; percent."""

    first: float
    last: float
    left: float
    right: float


def lanes(extents: Sequence[Extent]) -> list[int]:
    """The lane of each extent, from 0: the first in which it touches nothing placed before it."""
    placed: list[list[Extent]] = []
    found = []
    for extent in extents:
        lane = next((i for i, row in enumerate(placed) if _is_free(row, extent)), len(placed))
        if lane == len(placed):
            placed.append([])
        placed[lane].append(extent)
        found.append(lane)
    return found


def _is_free(row: Sequence[Extent], extent: Extent) -> bool:
    return all(extent.left >= other.right or extent.right <= other.left for other in row)
