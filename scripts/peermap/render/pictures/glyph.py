"""A programme as a small rose: which options it takes, and what nobody knows.

* an option taken is a whole petal; when only the coder reads it so, an outline filled half way;
* a question answered has a solid band at the heart of its petals;
* *not stated* is one hollow band in place of the petals, *not coded* a row of faint dots.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peermap.records.map import Map
from peermap.records.programme import Answer
from peermap.render.pictures.petal import petal_path
from peermap.render.pictures.polar import arc_path, band_path
from peermap.render.pictures.rose_layout import FacetWedge, QuestionSector, rose_layout
from peermap.render.pictures.svg import element, title

HALF = 24
HEART = 6.8
PETALS = (9.4, 23.2)
HALF_WAY = 16.0
HOLLOW = (9.9, 15.6)
DOTS = 12.8
GAP = 1.3

Stroke = tuple[str, str]
"""A CSS class and path data."""


def programme_glyph(map_: Map, answers: Mapping[str, Answer], *, size: int, title: str) -> str:
    """The rose of one programme, ``size`` pixels wide; hidden from readers without a ``title``."""
    attributes: dict[str, str | float] = {
        "class": "pm-glyph",
        "viewBox": f"-{HALF} -{HALF} {2 * HALF} {2 * HALF}",
        "width": size,
        "height": size,
    }
    attributes |= {"role": "img"} if title else {"aria-hidden": "true"}
    facets = (_facet(wedge, answers) for wedge in rose_layout(map_))
    return element("svg", attributes, *_named(title), *facets)


def _named(name: str) -> tuple[str, ...]:
    return (title(name),) if name else ()


def _facet(wedge: FacetWedge, answers: Mapping[str, Answer]) -> str:
    """One path a class: petals of one kind are drawn together, to keep the markup small."""
    drawn: dict[str, str] = {}
    for sector in wedge.sectors:
        for kind, path in _sector(wedge, sector, answers.get(sector.question.id)):
            drawn[kind] = drawn.get(kind, "") + path
    paths = (element("path", {"class": kind, "d": path}) for kind, path in drawn.items())
    return element("g", {"class": f"pm-f{wedge.order % 3 + 1}"}, *paths)


def _sector(wedge: FacetWedge, sector: QuestionSector, answer: Answer | None) -> Iterator[Stroke]:
    if answer is None or answer.state == "not coded":
        yield "pm-dots", arc_path(sector.span.inset(3.4, DOTS), DOTS)
    elif answer.state == "not stated":
        yield "pm-hollow", band_path(sector.span, *HOLLOW, 2.2)
    else:
        yield "pm-heart", arc_path(sector.span.inset(GAP, HEART), HEART)
        yield from _petals(wedge, sector, answer)


def _petals(wedge: FacetWedge, sector: QuestionSector, answer: Answer) -> Iterator[Stroke]:
    taken = {placement.option: placement.strength for placement in answer.placements}
    for petal in sector.petals:
        strength = taken.get(petal.option.id)
        inner, outer = PETALS
        if strength == "inferred":
            yield "pm-outline", petal_path(wedge.shape, petal.span, inner + 0.4, outer - 0.4, 2.2)
            yield "pm-whole", petal_path("square", petal.span, inner, HALF_WAY, GAP)
        elif strength:
            yield "pm-whole", petal_path(wedge.shape, petal.span, inner, outer, GAP)


def glyph_strokes(map_: Map) -> list[dict[str, object]]:
    """The strokes of every sector, for a script that draws glyphs of its own.

    Of each question, in the order of the map: its facet's class, the paths of its three states,
    and the petal of each option.
    """
    return [
        {
            "id": sector.question.id,
            "facet": f"pm-f{wedge.order % 3 + 1}",
            "heart": arc_path(sector.span.inset(GAP, HEART), HEART),
            "hollow": band_path(sector.span, *HOLLOW, 2.2),
            "dots": arc_path(sector.span.inset(3.4, DOTS), DOTS),
            "petals": [petal_path(wedge.shape, p.span, *PETALS, GAP) for p in sector.petals],
        }
        for wedge in rose_layout(map_)
        for sector in wedge.sectors
    ]
