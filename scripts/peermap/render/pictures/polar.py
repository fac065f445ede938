"""Angles and arcs around the centre of a rose: degrees, clockwise, from twelve o'clock."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin

from peermap.render.pictures.svg import number


@dataclass(frozen=True, slots=True)
class Slice:
    """A span of angles, in degrees; ``first`` may lie below 0."""

    first: float
    last: float

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2

    @property
    def width(self) -> float:
        return self.last - self.first

    @property
    def is_below(self) -> bool:
        """Whether its middle lies in the lower half, where text on a circle stands on its head."""
        return cos(radians(self.middle)) < 0

    def inset(self, gap: float, radius: float) -> Slice:
        """The slice as seen at ``radius`` when a strip of ``gap`` units stays free between two."""
        by = min(degrees(asin(min(1.0, gap / 2 / radius))), self.width / 2)
        return Slice(self.first + by, self.last - by)


def position(angle: float, radius: float) -> tuple[float, float]:
    """X to the right and y downwards, from the centre."""
    return radius * sin(radians(angle)), -radius * cos(radians(angle))


def point(angle: float, radius: float) -> str:
    """The position as it stands in path data."""
    x, y = position(angle, radius)
    return f"{number(x)} {number(y)}"


def arc_path(span: Slice, radius: float, *, backwards: bool = False) -> str:
    """An open arc; ``backwards`` runs anticlockwise, so that text on it reads in the lower half."""
    start, end = (span.last, span.first) if backwards else (span.first, span.last)
    sweep = f"{int(span.width > 180)} {int(not backwards)}"
    size = number(radius)
    return f"M{point(start, radius)}A{size} {size} 0 {sweep} {point(end, radius)}"


def band_path(span: Slice, inner: float, outer: float, gap: float) -> str:
    """A closed piece of a ring, ``gap`` units away from its neighbours in all."""
    far, near = span.inset(gap, outer), span.inset(gap, inner)
    back = arc_path(near, inner, backwards=True).removeprefix("M")
    return f"{arc_path(far, outer)}L{back}Z"
