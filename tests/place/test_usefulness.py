"""The checks of likeness say what they claim to say."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from functools import partial
from itertools import permutations
from operator import eq, ne

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peermap.place.atlas import Atlas
from peermap.place.first_five import FIRST, by_likeness, by_lot, by_overlap, chances
from peermap.place.likeness import profile, scale_of
from peermap.place.usefulness import (
    asked_by_coders,
    asked_by_names,
    asked_by_sources,
    profile_from,
    sources_of,
    usefulness,
)
from peermap.render.pages.usefulness import usefulness_part
from small_atlases import atlases


@given(st.dictionaries(st.sampled_from("abcde"), st.sampled_from([0.0, 0.2, 0.5, 1.0])))
def test_chances_are_those_of_drawing_lots(values: dict[str, float]) -> None:
    """The chance of standing among the first two is the share of all orders, equals shuffled, in
    which one does; what has nothing in common never does.
    """
    orders = list(permutations(values))
    for id_, chance in chances(values, 2).items():
        ranked = (sorted(order, key=lambda i: -values[i])[:2] for order in orders)
        share = sum(id_ in first for first in ranked) / len(orders)
        assert chance == pytest.approx(share if values[id_] else 0)


@given(atlases())
def test_likeness_is_checked_as_it_is_shown(atlas: Atlas) -> None:
    """The measure that the checks rank with is the likeness that pages show."""
    scale = scale_of(atlas.map, atlas.programmes.values())
    measure = by_likeness(scale)
    for first in atlas.programmes.values():
        for second in atlas.programmes.values():
            shown = scale.likeness(first, second).value
            assert measure(profile(first), profile(second)) == pytest.approx(shown, abs=1e-8)


def test_plain_overlap_is_the_index_of_jaccard() -> None:
    """Shared options divided by the options of either; an option belongs to its question."""
    ours = {"q1": frozenset({"o1", "o2"}), "q2": frozenset({"o1"})}
    theirs = {"q1": frozenset({"o1"}), "q2": frozenset({"o2"})}
    assert by_overlap(ours, theirs) == 1 / 4
    assert by_overlap({}, {}) == 0


def test_what_asks_is_held_out(atlas: Atlas) -> None:
    """The two records of a check have no evidence in common: the source that asks has no part in
    what is to be found, and the first coder's record stands as it was before the second was seen.
    """
    for id_, make in asked_by_sources(atlas):
        asked = make()
        programme = atlas.programmes[id_]
        held_out = [
            source
            for source in sources_of(programme)
            if profile_from(programme, partial(eq, source)) == asked.profile
            and profile_from(programme, partial(ne, source)) == asked.pool[id_]
        ]
        assert held_out, id_
    coding = atlas.double_coding
    assert coding
    for id_, make in asked_by_coders(atlas):
        asked = make()
        questions = [question.id for question in atlas.map.questions]
        assert [asked.pool[id_][q] for q in questions] == [
            coding.first.get((id_, q), frozenset()) for q in questions
        ]
    assert all(id_ not in make().pool for id_, make in asked_by_names(atlas))


def test_an_order_by_lot_finds_what_chance_finds(atlas: Atlas) -> None:
    """By lot the one wanted is among the first five as often as five are among all."""
    (_, make), *_ = asked_by_coders(atlas)
    asked = make()
    assert chances({i: by_lot({}, {}) for i in asked.pool})["caring-community"] == pytest.approx(
        FIRST / len(asked.pool)
    )


def test_a_large_map_takes_little_memory(atlas: Atlas) -> None:
    """What is not asked is not made ready: a question holds every programme of the map."""
    programmes = {
        f"{id_}-{n}": replace(programme, id=f"{id_}-{n}")
        for id_, programme in atlas.programmes.items()
        for n in range(6)
    }
    tracemalloc.start()
    usefulness(replace(atlas, programmes=programmes))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


def test_the_method_page_shows_what_was_found(atlas: Atlas) -> None:
    """Every check is in the table with the figures as computed, and likeness beats the lot."""
    part = usefulness_part(atlas)
    found = usefulness(atlas)
    assert [one.check for one in found] == ["coders", "sources", "names"]
    for one in found:
        cells = "".join(f"<td>{round(100 * n)}</td>" for n in (one.likeness, one.overlap, one.lot))
        assert cells in part
        assert 0 < one.lot < one.likeness <= 1
