"""The map as a rose: facets, questions and options in rings, every question and option a link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from peermap.records.map import Map
from peermap.render.pictures.petal import Shape, mark_path, petal_path, reach
from peermap.render.pictures.polar import band_path, position
from peermap.render.pictures.rose_layout import FacetWedge, OptionPetal, QuestionSector, rose_layout
from peermap.render.pictures.rose_words import key, name_outside, name_within
from peermap.render.pictures.svg import element, number, title, words
from peermap.words import say

HALF = 300.0
"""Half the picture, in units; names of options stand outside it and overflow into the page."""
HUB = 38.0
FACETS = (62.0, 100.0)
QUESTIONS = (104.0, 150.0)
PETALS = (156.0, 270.0)
NAMES = 283.0
KEYS = 291.0
GAP = 4.0


@dataclass(frozen=True, slots=True)
class _Rose:
    """What every petal has to know: addresses, and the programmes that take each option."""

    url: Callable[[object], str]
    counts: Mapping[tuple[str, str], int] | None

    def count(self, petal: OptionPetal) -> int | None:
        """How many programmes take the option; None when nobody counted."""
        option = petal.option
        return None if self.counts is None else self.counts.get((option.question, option.id), 0)

    def fill(self, petal: OptionPetal) -> float:
        """Outer radius of the filled part. Its area grows with the count, up to full."""
        count = self.count(petal)
        if count is None:
            return PETALS[1]
        share = count / max(chain((self.counts or {}).values(), [1]))
        return reach(share, PETALS)


def map_picture(
    map_: Map,
    *,
    url: Callable[[object], str],
    counts: Mapping[tuple[str, str], int] | None,
) -> str:
    """The whole map, clickable. ``url`` gives the address of a question or an option.

    With ``counts``, programmes by question id and option id, petals are filled as far as
    programmes take the option; without it they are whole.
    """
    rose = _Rose(url, counts)
    attributes = {
        "class": "pm-rose",
        "viewBox": f"{number(-HALF)} {number(-HALF)} {number(2 * HALF)} {number(2 * HALF)}",
        "role": "group",
        "aria-labelledby": "pm-rose-title",
        "aria-describedby": "pm-rose-desc",
    }
    described = element("desc", {"id": "pm-rose-desc"}, words(_description(map_, counts)))
    facets = (_facet(rose, wedge) for wedge in rose_layout(map_))
    return element("svg", attributes, title(map_.title, id="pm-rose-title"), described, *facets)


def _description(map_: Map, counts: Mapping[tuple[str, str], int] | None) -> str:
    shape = say(
        "A rose of {facets} facets and {questions} questions, with {options} options as petals. "
        "Questions and options are links.",
        facets=len(map_.facets),
        questions=len(map_.questions),
        options=len(map_.options),
    )
    filled = say("A petal is filled as far as programmes take the option.")
    return shape if counts is None else f"{shape} {filled}"


def _facet(rose: _Rose, wedge: FacetWedge) -> str:
    attributes = {"class": f"pm-f{wedge.order % 3 + 1}", "data-facet": wedge.facet.id}
    x, y = position(wedge.span.middle, HUB)
    mark = {"class": "pm-rose-mark", "transform": f"translate({number(x)} {number(y)})"}
    return element(
        "g",
        attributes,
        element("path", mark | {"d": mark_path(wedge.shape, 8)}),
        element("path", {"class": "pm-rose-facet", "d": band_path(wedge.span, *FACETS, GAP)}),
        name_within(
            wedge.facet.name, wedge.span, FACETS, f"pm-rose-{wedge.facet.id}", "pm-rose-aspect"
        ),
        *(_question(rose, sector, wedge.shape) for sector in wedge.sectors),
    )


def _question(rose: _Rose, sector: QuestionSector, shape: Shape) -> str:
    question, span = sector.question, sector.span
    inside = (
        element("path", {"class": "pm-rose-band", "d": band_path(span, *QUESTIONS, GAP)}),
        name_within(question.name, span, QUESTIONS, f"pm-rose-{question.id}", "pm-rose-name"),
        key(sector.letter, span, sum(QUESTIONS) / 2),
    )
    link = {
        "class": "pm-rose-question",
        "href": rose.url(question),
        "aria-label": _spoken(sector),
    }
    petals = (_option(rose, petal, shape) for petal in sector.petals)
    return element("g", {}, element("a", link, *inside), *petals)


def _option(rose: _Rose, petal: OptionPetal, shape: Shape) -> str:
    count, name = rose.count(petal), petal.option.name
    spoken = (
        f"{petal.number}. {name}" if count is None else f"{petal.number}. {name}{say(': ')}{count}"
    )
    link = {"class": "pm-rose-option", "href": rose.url(petal.option), "aria-label": spoken}
    return element(
        "a",
        link,
        *_petal(shape, petal, rose.fill(petal)),
        key(str(petal.number), petal.span, KEYS),
        name_outside(name, petal.span, NAMES, count),
    )


def _petal(shape: Shape, petal: OptionPetal, fill: float) -> Iterable[str]:
    """The whole petal, pale, and over it the part that is filled."""
    inner, outer = PETALS
    whole = petal_path(shape, petal.span, inner, outer, GAP)
    yield element("path", {"class": "pm-rose-petal", "d": whole})
    if fill > inner:
        part = petal_path(shape, petal.span, inner, fill, GAP)
        yield element("path", {"class": "pm-rose-fill", "d": part})


def _spoken(sector: QuestionSector) -> str:
    """The link's name: it starts with the letter that stands for the words on a small screen."""
    question = sector.question
    return f"{sector.letter}. {question.name}{say(': ')}{question.wording}"
