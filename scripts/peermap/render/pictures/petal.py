"""Petals: one outline for each facet, so that shape says what colour says."""

from __future__ import annotations

from math import radians, sin
from typing import Literal

from peermap.render.pictures.polar import Slice, arc_path, point
from peermap.render.pictures.svg import number

Shape = Literal["circle", "diamond", "square"]
WIDE = 30.0  # degrees from which a straight foot would cut into the ring below it
SHAPES: tuple[Shape, ...] = ("circle", "diamond", "square")


def facet_shape(order: int) -> Shape:
    """Shape of the facet at that place of the map, from 0; a fourth facet starts again."""
    return SHAPES[order % len(SHAPES)]


def petal_path(shape: Shape, span: Slice, inner: float, outer: float, gap: float) -> str:
    """A closed petal from radius ``inner`` to ``outer``, where it is round, pointed or flat."""
    shoulder = max(inner, outer - _tip(shape, span, outer))
    near, far = span.inset(gap, inner), span.inset(gap, shoulder)
    sides = f"M{point(near.first, inner)}L{point(far.first, shoulder)}"
    foot = point(near.last, inner)
    if span.width > WIDE:
        foot = arc_path(near, inner, backwards=True).removeprefix("M")
    return f"{sides}{_end(shape, far, shoulder, outer)}L{foot}Z"


def reach(share: float, ring: tuple[float, float]) -> float:
    """The outer radius at which the area of a petal within a ring has that share of the whole."""
    inner, outer = ring
    return float((inner**2 + share * (outer**2 - inner**2)) ** 0.5)


def mark_path(shape: Shape, size: float) -> str:
    """The sign of a facet, about the origin: a circle, diamond or square of equal weight."""
    r, d, s = number(size), number(size * 1.25), number(size * 0.9)
    if shape == "circle":
        return f"M0 -{r}A{r} {r} 0 1 1 0 {r}A{r} {r} 0 1 1 0 -{r}Z"
    if shape == "diamond":
        return f"M0 -{d}L{d} 0L0 {d}L-{d} 0Z"
    return f"M-{s} -{s}H{s}V{s}H-{s}Z"


def _tip(shape: Shape, span: Slice, outer: float) -> float:
    """How far the end of the petal reaches beyond its shoulders."""
    half = outer * sin(radians(span.width / 2))
    return {"circle": 0.8 * half, "diamond": 1.15 * half, "square": 0.0}[shape]


def _end(shape: Shape, far: Slice, shoulder: float, outer: float) -> str:
    right = point(far.last, shoulder)
    if shape == "circle":
        half = shoulder * sin(radians(far.width / 2))
        radii = f"{number(half)} {number(outer - shoulder)}"
        return f"A{radii} {number(far.middle)} 0 1 {right}"
    if shape == "diamond":
        return f"L{point(far.middle, outer)}L{right}"
    return f"L{right}"
