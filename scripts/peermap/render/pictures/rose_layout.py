"""Where the map lies around the rose: every option a petal of the same width, grouped by question
and facet, the first facet centred at the top.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from peermap.records.map import Facet, Map, Option, Question
from peermap.render.pictures.petal import Shape, facet_shape
from peermap.render.pictures.polar import Slice

FACET_GAP = 7.0
QUESTION_GAP = 2.5


@dataclass(frozen=True, slots=True)
class OptionPetal:
    """An option's place; ``number`` counts the options of the whole map from 1."""

    option: Option
    number: int
    span: Slice


@dataclass(frozen=True, slots=True)
class QuestionSector:
    """A question's place; ``letter`` stands for it where there is no room for words."""

    question: Question
    letter: str
    petals: tuple[OptionPetal, ...]

    @property
    def span(self) -> Slice:
        return Slice(self.petals[0].span.first, self.petals[-1].span.last)


@dataclass(frozen=True, slots=True)
class FacetWedge:
    """A facet's place; ``order`` counts from 0 and decides shape and colour."""

    facet: Facet
    order: int
    sectors: tuple[QuestionSector, ...]

    @property
    def span(self) -> Slice:
        return Slice(self.sectors[0].span.first, self.sectors[-1].span.last)

    @property
    def shape(self) -> Shape:
        return facet_shape(self.order)


def rose_layout(map_: Map) -> tuple[FacetWedge, ...]:
    """Every facet, question and option with its angles. What has no option has no place."""
    facets = [facet for facet in map_.facets if any(q.options for q in facet.questions)]
    if not facets:
        return ()
    step = _petal_width(facets)
    spans = _spans(facets, step)
    numbers, letters = iter(range(1, 1 + len(map_.options))), iter(_letters())
    return tuple(
        FacetWedge(facet, order, tuple(_sectors(facet, spans, numbers, letters)))
        for order, facet in enumerate(facets)
    )


def _sectors(
    facet: Facet, spans: Iterator[Slice], numbers: Iterator[int], letters: Iterator[str]
) -> Iterator[QuestionSector]:
    for question in _asked(facet):
        petals = tuple(OptionPetal(o, next(numbers), next(spans)) for o in question.options)
        yield QuestionSector(question, next(letters), petals)


def _spans(facets: list[Facet], step: float) -> Iterator[Slice]:
    """Slices of the options in the map's order, clockwise."""
    angle = -_facet_width(facets[0], step) / 2
    for facet in facets:
        for question in _asked(facet):
            for _ in question.options:
                yield Slice(angle, angle + step)
                angle += step
            angle += QUESTION_GAP
        angle += FACET_GAP - QUESTION_GAP


def _petal_width(facets: list[Facet]) -> float:
    gaps = sum(FACET_GAP + QUESTION_GAP * (len(_asked(facet)) - 1) for facet in facets)
    return (360 - gaps) / sum(len(q.options) for facet in facets for q in facet.questions)


def _facet_width(facet: Facet, step: float) -> float:
    petals = sum(len(question.options) for question in facet.questions)
    return petals * step + QUESTION_GAP * (len(_asked(facet)) - 1)


def _asked(facet: Facet) -> list[Question]:
    return [question for question in facet.questions if question.options]


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    yield from (first + second for first in ascii_uppercase for second in ascii_uppercase)
