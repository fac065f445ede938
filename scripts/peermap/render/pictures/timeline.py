"""Events of one or more trends on one time axis.

Places across are percentages and everything else is pixels: so the picture fills any width, and
its numbers stay as large on a phone as on a desk. Events are numbered in the order given, trend by
trend, as in the list that stands beside the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peermap.records.date import Period
from peermap.records.trend import Event
from peermap.render.periods import span_words
from peermap.render.pictures.axis import Axis, axis_of
from peermap.render.pictures.lanes import Extent, lanes
from peermap.render.pictures.svg import element, words
from peermap.render.pictures.svg import title as named
from peermap.words import say

Trend = tuple[str, Sequence[Event]]

LANE = 30.0
HEAD = 34.0
FOOT = 34.0
BADGE = 11.0
"""Radius of the circle that holds a number, in pixels."""
ROOM = 8.0
"""What a badge takes of a phone's width, in percent."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """An event with its number, its stretch of the axis and its height in the picture."""

    event: Event
    number: int
    extent: Extent
    y: float


def timeline_picture(trends: Sequence[Trend], *, title: str) -> str:
    """The trends one below another, each a name and the events in it, on one shared axis.

    An exact year is a disc, exact years from–to a solid bar, a decade or century a pale bar, and
    what still goes on ends in an arrow.
    """
    axis = axis_of(event.when for _, events in trends for event in events)
    y, bands = 0.0, []
    for order, (name, events) in enumerate(trends):
        marks = _marks(axis, events, y + (HEAD if name else 4))
        bands.append(_band(order, name, marks, y))
        y = max((mark.y for mark in marks), default=y + HEAD) + LANE / 2 + 8
    return element("svg", _frame(y + FOOT, title), named(title), _grid(axis, y), *bands)


def _frame(height: float, name: str) -> dict[str, str | float]:
    return {
        "class": "pm-timeline-picture",
        "width": "100%",
        "height": height,
        "role": "img",
        "aria-label": name,
    }


def _marks(axis: Axis, events: Sequence[Event], top: float) -> list[_Mark]:
    extents = [_extent(axis, event.when) for event in events]
    return [
        _Mark(event, i + 1, extent, top + LANE / 2 + lane * LANE)
        for i, (event, extent, lane) in enumerate(zip(events, extents, lanes(extents), strict=True))
    ]


def _extent(axis: Axis, when: Period) -> Extent:
    """From the first year's place to the last one's, at least a badge wide."""
    first = axis.at(when.first)
    last = axis.at(axis.last if when.last is None else when.last + (when.first != when.last))
    short = max(0.0, ROOM - (last - first)) / 2
    return Extent(first, last, first - short, last + short)


def _band(order: int, name: str, marks: Sequence[_Mark], y: float) -> str:
    """A trend: its name on a strip that interrupts the grid, and its events."""
    events = (_event(mark) for mark in marks)
    return element("g", {"class": f"pm-t{order % 3 + 1}"}, *_heading(name, y), *events)


def _heading(name: str, y: float) -> Iterator[str]:
    if name:
        strip = {"class": "pm-timeline-head", "x": "0", "y": y, "width": "100%", "height": HEAD - 6}
        yield element("rect", strip)
        yield element("text", {"class": "pm-timeline-trend", "x": "0", "y": y + 20}, words(name))


def _event(mark: _Mark) -> str:
    when = mark.event.when
    said = named(f"{span_words(when)}{say(': ')}{mark.event.what}")
    at = {"y": mark.y, "dy": "0.36em", "x": _percent(_badge_place(mark))}
    sign = element("text", {"class": "pm-timeline-number"} | at, words(str(mark.number)))
    return element("g", {"class": "pm-timeline-event"}, said, *_stretch(mark), _badge(mark), sign)


def _stretch(mark: _Mark) -> Iterator[str]:
    """The bar or arrow behind the badge; an exact year has none."""
    when, extent = mark.event.when, mark.extent
    if when.last == when.first:
        return
    kind = "pm-timeline-span" if when.is_exact else "pm-timeline-about"
    height = 6.0 if when.is_exact else 16.0
    box = {"x": _percent(extent.first), "width": _percent(extent.last - extent.first)}
    rect = {"class": kind, "y": mark.y - height / 2, "height": height, "rx": height / 2}
    yield element("rect", rect | box)
    if when.last is None:
        place = {"x": _percent(extent.last), "y": mark.y, "overflow": "visible"}
        yield element("svg", place, element("path", {"class": "pm-timeline-arrow", "d": ARROW}))


ARROW = "M-7 -8L3 0L-7 8"


def _badge(mark: _Mark) -> str:
    kind = "pm-timeline-dot" if mark.event.when.is_exact else "pm-timeline-ring"
    place = {"cx": _percent(_badge_place(mark)), "cy": mark.y}
    return element("circle", {"class": kind, "r": BADGE} | place)


def _badge_place(mark: _Mark) -> float:
    """At the beginning of what is exact or goes on, in the middle of a decade or century."""
    when, extent = mark.event.when, mark.extent
    starts = when.is_exact or when.last is None
    return extent.first if starts else (extent.first + extent.last) / 2


def _grid(axis: Axis, height: float) -> str:
    ticks = (_tick(axis, year, height) for year in axis.ticks)
    return element("g", {"class": "pm-timeline-axis"}, *_break(axis, height), *ticks)


def _tick(axis: Axis, year: int, height: float) -> str:
    x = _percent(axis.at(year))
    line = {"class": "pm-timeline-tick", "x1": x, "x2": x, "y1": 0.0, "y2": height}
    label = {"class": "pm-timeline-year", "x": x, "y": height + 20}
    return element("line", line) + element("text", label, words(str(year)))


def _break(axis: Axis, height: float) -> Iterator[str]:
    """The squeezed years, shaded, with a jagged edge where the scale changes."""
    if axis.bend is None:
        return
    edge = axis.at(axis.bend)
    shade = {"class": "pm-timeline-squeezed", "x": "0", "y": 0.0, "height": height}
    yield element("rect", shade | {"width": _percent(edge)})
    teeth = "".join(f"l{'-5' if i % 2 else '5'} 6" for i in range(int(height // 6)))
    place = {"x": _percent(edge), "y": 0.0, "overflow": "visible"}
    yield element(
        "svg", place, element("path", {"class": "pm-timeline-break", "d": f"M0 0{teeth}"})
    )


def _percent(value: float) -> str:
    return f"{value:.2f}%"
