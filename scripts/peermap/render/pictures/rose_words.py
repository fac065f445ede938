"""Words on the big rose: along a ring, outside the petals, and the keys that stand for them where
the screen is small. The CSS shows either the names or the keys.
"""

from __future__ import annotations

from math import cos, pi, radians
from textwrap import wrap

from peermap.render.pictures.polar import Slice, arc_path, position
from peermap.render.pictures.svg import element, words

LINE = 1.15
"""Distance of lines, in type sizes."""
ACROSS = 17
"""Characters on a line outside the petals."""
MIDDLE = 0.36
"""From the middle of a lower-case letter down to its foot, in type sizes."""
SPACE = element("tspan", {"font-size": "0"}, " ")
"""Between lines, so that words stay apart for those who hear them; it takes no room."""
WIDE = 9.6
"""Units that a letter of a name within a ring takes, with some air."""


def name_within(name: str, span: Slice, ring: tuple[float, float], path_id: str, kind: str) -> str:
    """A name along the middle of a ring, upright in the lower half too."""
    radius = sum(ring) / 2
    shift = 5.0 if span.is_below else -5.0
    arc = arc_path(span, radius + shift, backwards=span.is_below)
    room = radius * span.width * pi / 180
    tight = " pm-rose-tight" if len(name) * WIDE > room else ""
    along = {"href": f"#{path_id}", "startOffset": "50%"}
    return element("path", {"id": path_id, "class": "pm-rose-line", "d": arc}) + element(
        "text", {"class": f"{kind}{tight}"}, element("textPath", along, words(name))
    )


def key(sign: str, span: Slice, radius: float) -> str:
    """A number or letter in the middle of the slice."""
    x, y = position(span.middle, radius)
    at = {"class": "pm-rose-sign", "x": x, "y": y, "dy": f"{MIDDLE}em"}
    return element("text", at, words(sign))


def name_outside(name: str, span: Slice, radius: float, count: int | None) -> str:
    """A name beyond the petal's tip, in lines that read away from the rose, then the count."""
    x, y = position(span.middle, radius)
    lines = wrap(name, ACROSS, break_long_words=False) or [""]
    inside = [words(line) for line in lines]
    if count is not None:
        inside[-1] += " " + element("tspan", {"class": "pm-rose-count"}, words(str(count)))
    offsets = [_first_line(span, len(lines)), *([LINE] * (len(lines) - 1))]
    tspans = [
        element("tspan", {"x": x, "dy": f"{offset:.2f}em"}, line)
        for offset, line in zip(offsets, inside, strict=True)
    ]
    label = {"class": f"pm-rose-label {_side(x, radius)}", "y": y}
    return element("text", label, SPACE.join(tspans))


def _first_line(span: Slice, lines: int) -> float:
    """Where the first line stands: the block hangs below the point at six o'clock, rests on it at
    twelve, and is centred on it at three and nine.
    """
    height = 1 + LINE * (lines - 1)
    below = (1 - cos(radians(span.middle))) / 2
    return MIDDLE + 0.5 - height * (1 - below)


def _side(x: float, radius: float) -> str:
    if abs(x) < 0.08 * radius:
        return "pm-rose-centre"
    return "pm-rose-right" if x > 0 else "pm-rose-left"
