"""The flow of records through a synthesis: how many there were, what left, and what came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from peermap.render.pictures.svg import element, number, words
from peermap.render.pictures.svg import title as named

WIDTH = 340.0
"""Units across: a phone's width in pixels, so that type needs no second size."""
BOX = 260.0
LINE = 17.0
DIGIT = 15.0
PAD = 14.0
LETTER = 7.5
"""Width of a letter of a label, taken together; details have narrower ones."""
BETWEEN = 62.0
"""Height of the stretch between two stages."""


@dataclass(frozen=True, slots=True)
class FlowStage:
    """A stage: ``count`` records, then how many were ``removed`` and ``added`` before the next one.

    ``label`` is a few words, ``detail`` a short sentence or nothing; the two reasons say why.
    """

    label: str
    count: int
    detail: str = ""
    removed: int = 0
    added: int = 0
    why_removed: str = ""
    why_added: str = ""


def flow_picture(stages: Sequence[FlowStage], *, title: str = "") -> str:
    """The stages from top to bottom, joined by arrows, with what left and came beside them.

    Without a ``title`` the picture is named by its counts: ``81 − 20 → 61 − 33 + 25 → 53``.
    """
    name = title or flow_summary(stages)
    y, drawn = 0.0, []
    for i, stage in enumerate(stages):
        is_last = i == len(stages) - 1
        drawn.append(_stage(stage, y, is_last=is_last))
        y += _height(stage) + (0 if is_last else _between(stage))
    frame = {
        "class": "pm-flow-picture",
        "viewBox": f"0 0 {number(WIDTH)} {number(y + 2)}",
        "role": "img",
    }
    return element("svg", frame | {"aria-label": name}, named(name), *drawn)


def flow_summary(stages: Sequence[FlowStage]) -> str:
    """The whole flow in one line of signs and numbers."""
    return " → ".join(
        " ".join([str(s.count), *(change for change, _ in _changes(s))]) for s in stages
    )


def _stage(stage: FlowStage, y: float, *, is_last: bool) -> str:
    kind = "pm-flow-stage pm-flow-last" if is_last else "pm-flow-stage"
    inside = [_box(stage, y), *_box_words(stage, y)]
    if not is_last:
        inside += [_arrow(stage, y + _height(stage)), *_sides(stage, y + _height(stage))]
    return element("g", {"class": kind}, *inside)


def _box(stage: FlowStage, y: float) -> str:
    place = {"x": 1, "y": y + 1, "width": BOX, "height": _height(stage), "rx": 10}
    return element("rect", {"class": "pm-flow-box", **place})


def _box_words(stage: FlowStage, y: float) -> Iterator[str]:
    yield _text("pm-flow-count", PAD, y + 34, str(stage.count))
    lines = _label(stage)
    for i, line in enumerate(lines):
        yield _text("pm-flow-label", _label_left(stage), y + 34 + i * LINE, line)
    top = y + 58 + (len(lines) - 1) * LINE
    for i, line in enumerate(_details(stage)):
        yield _text("pm-flow-detail", PAD, top + i * LINE, line)


def _sides(stage: FlowStage, y: float) -> Iterator[str]:
    """What left and what came in, beside the arrow, each with its reason."""
    for i, (change, why) in enumerate(_changes(stage)):
        top = y + 26 + i * _side_height(stage)
        kind = "pm-flow-removed" if change.startswith("−") else "pm-flow-added"
        yield _text(kind, 72, top, change)
        for j, line in enumerate(_reason(why)):
            yield _text("pm-flow-detail", 122, top + j * LINE, line)


def _arrow(stage: FlowStage, y: float) -> str:
    end = y + _between(stage)
    shaft = f"M36 {number(y + 1)}V{number(end - 3)}"
    head = f"M30 {number(end - 10)}L36 {number(end - 2)}L42 {number(end - 10)}"
    return element("path", {"class": "pm-flow-arrow", "d": shaft + head})


def _changes(stage: FlowStage) -> Iterator[tuple[str, str]]:
    if stage.removed:
        yield f"− {stage.removed}", stage.why_removed
    if stage.added:
        yield f"+ {stage.added}", stage.why_added


def _height(stage: FlowStage) -> float:
    details = len(_details(stage))
    return 52.0 + (len(_label(stage)) - 1) * LINE + (details * LINE + 6 if details else 0)


def _between(stage: FlowStage) -> float:
    return max(BETWEEN, 26 + _side_height(stage) * len(list(_changes(stage))))


def _side_height(stage: FlowStage) -> float:
    return 10 + LINE * max((len(_reason(why)) or 1 for _, why in _changes(stage)), default=1)


def _label_left(stage: FlowStage) -> float:
    return PAD + 10 + DIGIT * len(str(stage.count))


def _label(stage: FlowStage) -> list[str]:
    room = BOX - PAD - _label_left(stage)
    return wrap(stage.label, max(1, int(room / LETTER))) or [""]


def _details(stage: FlowStage) -> list[str]:
    return wrap(stage.detail, 31)


def _reason(why: str) -> list[str]:
    return wrap(why, 30)


def _text(kind: str, x: float, y: float, text: str) -> str:
    return element("text", {"class": kind, "x": x, "y": y}, words(text))
