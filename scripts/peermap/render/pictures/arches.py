"""Names in a column, and arches between those that bridges join.

An arch is as broad as many bridges go over it, and their number stands at its top. Rows and steps
are so wide that no two numbers touch: arches of one height stand a row apart, and arches about the
same middle differ by two steps.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from peermap.render.pictures.svg import element, number, title, words

ROW = 38.0
STEP = 30.0
"""How much further an arch reaches for each row it goes over, where there is room."""
LEAST_STEP = 16.0
ROOM = 170.0
"""What the furthest arch may reach, unless steps would be too small for their numbers. Each
picture has it, needed or not, so that the letters of two are of one size.
"""
COLUMN = 150.0
"""Where names end."""
FOOT = COLUMN + 14.0
"""Where arches begin."""
BADGE = 12.0
THIN, BROAD = 1.5, 10.0
LINE = 21
"""Letters in a line of a name; a name has two lines at most."""


@dataclass(frozen=True, slots=True)
class Arch:
    """An arch between the names at two places of the column, from 0; ``said`` tells it in words
    and ``link`` leads to the same in the text.
    """

    first: int
    last: int
    number: int
    said: str
    link: str


def arches_picture(names: Sequence[tuple[str, str]], arches: Sequence[Arch], *, name: str) -> str:
    """The picture. ``names`` are names with their addresses."""
    longest = max((abs(arch.last - arch.first) for arch in arches), default=0)
    step = max(LEAST_STEP, min(STEP, ROOM / max(longest, 1)))
    width = FOOT + max(ROOM, step * longest) + 2 * BADGE
    size = f"0 0 {number(width)} {number(ROW * len(names))}"
    frame = {"class": "pm-arches-picture", "viewBox": size, "role": "group", "aria-label": name}
    most = max((arch.number for arch in arches), default=1)
    lines = (_line(arch, step, most) for arch in sorted(arches, key=lambda arch: -arch.number))
    ends = (_end(i, *one) for i, one in enumerate(names))
    return element("svg", frame, *lines, *ends, *(_badge(arch, step) for arch in arches))


def _height(place: float) -> float:
    return ROW * (place + 0.5)


def _reach(arch: Arch, step: float) -> float:
    return step * abs(arch.last - arch.first)


def _line(arch: Arch, step: float, most: int) -> str:
    """Half an ellipse; its breadth grows with the number."""
    y, end = sorted((_height(arch.first), _height(arch.last)))
    rx, ry = number(_reach(arch, step)), number((end - y) / 2)
    x = number(FOOT)
    path = f"M{x} {number(y)}A{rx} {ry} 0 0 1 {x} {number(end)}"
    breadth = THIN + (BROAD - THIN) * arch.number / most
    return element("path", {"class": "pm-arch", "d": path, "stroke-width": breadth})


def _end(place: int, name: str, link: str) -> str:
    """A name, on one line or two, with a pier for the arches. The space between lines stands where
    the second begins, for both end at the same place.
    """
    lines = textwrap.wrap(textwrap.shorten(name, 2 * LINE - 3, placeholder=" …"), LINE)
    top = _height(place) - 7.5 * (len(lines) - 1)
    spans = (
        element(
            "tspan", {"x": COLUMN, "y": top + 15 * n, "dy": "0.35em"}, words(" " * min(n, 1) + line)
        )
        for n, line in enumerate(lines)
    )
    text = element("text", {"class": "pm-arch-name"}, "".join(spans))
    pier = {"class": "pm-arch-pier", "cx": FOOT, "cy": _height(place), "r": 4.0}
    return element("a", {"href": link, "aria-label": name}, title(name), text) + element(
        "circle", pier
    )


def _badge(arch: Arch, step: float) -> str:
    """The number at the top of the arch, a link."""
    x, y = FOOT + _reach(arch, step), (_height(arch.first) + _height(arch.last)) / 2
    disc = element("circle", {"class": "pm-arch-badge", "cx": x, "cy": y, "r": BADGE})
    at = {"class": "pm-arch-number", "x": x, "y": y, "dy": "0.35em"}
    text = element("text", at, words(str(arch.number)))
    return element("a", {"href": arch.link, "aria-label": arch.said}, title(arch.said), disc, text)
