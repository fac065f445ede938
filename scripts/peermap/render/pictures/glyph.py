"""A programme as a small rose: which options it takes, and what nobody knows.

* an option taken is a whole petal; when only the coder reads it so, an outline filled half way;
* a question answered has a solid band at the heart of its petals;
* *not stated* is one hollow band in place of the petals, *not coded* a row of faint dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from peermap.records.map import Map
from peermap.records.programme import Answer, Strength
from peermap.render.pictures.petal import petal_path
from peermap.render.pictures.polar import arc_path, band_path
from peermap.render.pictures.rose_layout import FacetWedge, QuestionSector, rose_layout
from peermap.render.pictures.svg import element, title

HALF = 24
HEART = 6.8
PETALS = (9.4, 23.2)
OUTLINES = (9.8, 22.8)
HALF_WAY = 16.0
HOLLOW = (9.9, 15.6)
DOTS = 12.8
GAP = 1.3
WIDE_GAP = 2.2
"""Between outlines, whose lines take room of their own."""

Stroke = tuple[str, str]
"""A CSS class and path data."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """Path data of one question: its three states, and each option whole, half and outlined."""

    question: str
    facet: str
    heart: str
    hollow: str
    dots: str
    options: tuple[str, ...]
    petals: tuple[str, ...]
    halves: tuple[str, ...]
    outlines: tuple[str, ...]


def programme_glyph(map_: Map, answers: Mapping[str, Answer], *, size: int, title: str) -> str:
    """The rose of one programme, ``size`` pixels wide; hidden from readers without a ``title``."""
    attributes: dict[str, str | float] = {
        "class": "pm-glyph",
        "viewBox": f"-{HALF} -{HALF} {2 * HALF} {2 * HALF}",
        "width": size,
        "height": size,
    }
    attributes |= {"role": "img"} if title else {"aria-hidden": "true"}
    facets = groupby(map_strokes(map_), key=lambda strokes: strokes.facet)
    drawn = (_facet(facet, questions, answers) for facet, questions in facets)
    return element("svg", attributes, *_named(title), *drawn)


@lru_cache(maxsize=4)
def map_strokes(map_: Map) -> tuple[Strokes, ...]:
    """The strokes of every question, in the map's order; reckoned once for thousands of glyphs."""
    return tuple(_strokes(w, sector) for w in rose_layout(map_) for sector in w.sectors)


def glyph_strokes(map_: Map) -> list[dict[str, object]]:
    """The same as plain data, for a script that draws glyphs itself."""
    return [
        {
            "id": strokes.question,
            "facet": strokes.facet,
            "heart": strokes.heart,
            "hollow": strokes.hollow,
            "dots": strokes.dots,
            "petals": list(strokes.petals),
            "halves": list(strokes.halves),
            "outlines": list(strokes.outlines),
        }
        for strokes in map_strokes(map_)
    ]


def _strokes(wedge: FacetWedge, sector: QuestionSector) -> Strokes:
    shape, spans = wedge.shape, [petal.span for petal in sector.petals]
    return Strokes(
        question=sector.question.id,
        facet=f"pm-f{wedge.order % 3 + 1}",
        heart=arc_path(sector.span.inset(GAP, HEART), HEART),
        hollow=band_path(sector.span, *HOLLOW, WIDE_GAP),
        dots=arc_path(sector.span.inset(3.4, DOTS), DOTS),
        options=tuple(petal.option.id for petal in sector.petals),
        petals=tuple(petal_path(shape, span, *PETALS, GAP) for span in spans),
        halves=tuple(petal_path("square", span, PETALS[0], HALF_WAY, GAP) for span in spans),
        outlines=tuple(petal_path(shape, span, *OUTLINES, WIDE_GAP) for span in spans),
    )


def _named(name: str) -> tuple[str, ...]:
    return (title(name),) if name else ()


def _facet(facet: str, questions: Iterator[Strokes], answers: Mapping[str, Answer]) -> str:
    """One path a class: petals of one kind are drawn together, to keep the markup small."""
    drawn: dict[str, str] = {}
    for strokes in questions:
        for kind, path in _drawn(strokes, answers.get(strokes.question)):
            drawn[kind] = drawn.get(kind, "") + path
    paths = (element("path", {"class": kind, "d": path}) for kind, path in drawn.items())
    return element("g", {"class": facet}, *paths)


def _drawn(strokes: Strokes, answer: Answer | None) -> Iterator[Stroke]:
    if answer is None or answer.state == "not coded":
        yield "pm-dots", strokes.dots
    elif answer.state == "not stated":
        yield "pm-hollow", strokes.hollow
    else:
        yield "pm-heart", strokes.heart
        taken = {placement.option: placement.strength for placement in answer.placements}
        for i, option in enumerate(strokes.options):
            yield from _petal(strokes, i, taken.get(option))


def _petal(strokes: Strokes, i: int, strength: Strength | None) -> Iterator[Stroke]:
    if strength == "inferred":
        yield "pm-outline", strokes.outlines[i]
        yield "pm-whole", strokes.halves[i]
    elif strength:
        yield "pm-whole", strokes.petals[i]
