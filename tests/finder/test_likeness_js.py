"""Likeness in the browser against likeness in the generator, on the real programmes."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from math import isclose
from random import Random
from typing import Any

import pytest

from finder.node import answer_of
from peermap.place.atlas import Atlas
from peermap.place.likeness import Likeness, profile, scale_of
from peermap.place.silos import Apart
from peermap.problems import Mark
from peermap.publish.facets import facets
from peermap.records.programme import Answer, Evidence, Placement, Programme
from peermap.records.text import Text
from peermap.render.pages.alike import percent

PAIRS = 3000
DESCRIPTIONS = 40
CLOSE = 1e-12
MARK = Mark("")


@pytest.fixture(scope="module")
def pairs(atlas: Atlas) -> list[tuple[Programme, Programme]]:
    """Pairs of real programmes, drawn by lot and the same in every run; the order of a pair is
    drawn too.
    """
    chance = Random(20241122)
    drawn = chance.sample(list(combinations(atlas.programmes.values(), 2)), PAIRS)
    return [pair if chance.random() < 0.5 else pair[::-1] for pair in drawn]


@pytest.fixture(scope="module")
def described(atlas: Atlas) -> list[Programme]:
    """Descriptions that somebody may give: some options of some questions, drawn by lot."""
    chance = Random(4)
    first = next(iter(atlas.programmes.values()))
    found = []
    for _ in range(DESCRIPTIONS):
        answers = {
            q.id: answer(q.id, [o.id for o in q.options if chance.random() < 0.3])
            for q in atlas.map.questions
        }
        found.append(replace(first, id="yours", answers=answers))
    return found


def answer(question: str, options: list[str]) -> Answer:
    """An answer that takes some options; *not coded* for "I don't know"."""
    mark = Evidence("", Text(""), Text(""), "", "stated", MARK)
    placements = tuple(Placement(option, (mark,), MARK) for option in options)
    return Answer(question, "placed" if options else "not coded", placements, MARK)


@pytest.fixture(scope="module")
def answered(
    atlas: Atlas, pairs: list[tuple[Programme, Programme]], described: list[Programme]
) -> Any:
    """What likeness.js says of the pairs and the descriptions."""
    position = {id_: n for n, id_ in enumerate(atlas.programmes)}
    given = {
        "facets": json.loads(facets(atlas)),
        "pairs": [[position[first.id], position[second.id]] for first, second in pairs],
        "descriptions": [positions(atlas, programme) for programme in described],
    }
    return answer_of("likeness_of.js", given)


def positions(atlas: Atlas, programme: Programme) -> list[list[int]]:
    """A profile as positions of options."""
    taken = profile(programme)
    return [
        [n for n, option in enumerate(q.options) if option.id in taken[q.id]]
        for q in atlas.map.questions
    ]


def test_two_programmes_are_as_alike_in_the_browser(
    atlas: Atlas, pairs: list[tuple[Programme, Programme]], answered: Any
) -> None:
    """Value, the hundredth shown, and the whole explanation are those of the generator."""
    scale = scale_of(atlas.map, atlas.programmes.values())
    for (first, second), found in zip(pairs, answered["pairs"], strict=True):
        expected = scale.likeness(first, second)
        assert isclose(found["value"], expected.value, abs_tol=CLOSE), (first.id, second.id)
        assert found["percent"] == percent(expected)
        assert found["not_known"] == list(expected.not_known)
        assert explanation(found) == explanation_of(expected)


def explanation(found: Any) -> list[tuple[str, ...]]:
    """The explanation of likeness.js, question by question."""
    kinds = ("same", "only_first", "only_second")
    return [(s["question"], *(",".join(s[kind]) for kind in kinds)) for s in found["shared"]]


def explanation_of(likeness: Likeness) -> list[tuple[str, ...]]:
    """The same of likeness.py."""
    return [
        (s.question, ",".join(s.same), ",".join(s.only_first), ",".join(s.only_second))
        for s in likeness.shared
    ]


def test_silos_are_the_same_in_the_browser(
    atlas: Atlas, pairs: list[tuple[Programme, Programme]], answered: Any
) -> None:
    """What stands across silos for the generator does so for *describe yours*."""
    apart = Apart(atlas)
    for (first, second), found in zip(pairs, answered["pairs"], strict=True):
        assert found["is_across"] == apart.is_across(first.id, second.id), (first.id, second.id)


def test_a_description_gets_the_programmes_in_their_order(
    atlas: Atlas, described: list[Programme], answered: Any
) -> None:
    """The list for a description is every programme that is alike in anything, the most alike
    first; equals stand in the order of their ids.
    """
    scale = scale_of(atlas.map, atlas.programmes.values())
    for programme, found in zip(described, answered["descriptions"], strict=True):
        values = {p.id: scale.likeness(programme, p).value for p in atlas.programmes.values()}
        alike = sorted(
            (i for i in values if values[i] > 0), key=lambda i: (-round(values[i], 9), i)
        )
        assert [id_ for id_, _ in found] == alike
        assert all(isclose(value, values[id_], abs_tol=CLOSE) for id_, value in found)
