"""Likeness, silos and bridges, whatever programmes there are."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import isclose
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from peermap.place.atlas import Atlas
from peermap.place.likeness import DOUBT, Likeness, Scale, profile, scale_of
from peermap.place.neighbours import BRIDGE, BRIDGE_QUESTIONS, Neighbours
from peermap.place.silos import Apart
from peermap.place.vocabulary import with_wider
from peermap.records.programme import Answer, Programme
from small_atlases import (
    COMMUNITIES,
    MAP,
    NOWHERE,
    atlas_of,
    atlases,
    placement,
    programmes,
    silos,
    taking,
)
from small_atlases import programme as build

QUESTIONS = len(MAP.questions)


def pairs(atlas: Atlas) -> list[tuple[Programme, Programme]]:
    """Every two programmes of an atlas."""
    return list(combinations(atlas.programmes.values(), 2))


def scale(atlas: Atlas) -> Scale:
    return scale_of(atlas.map, atlas.programmes.values())


@settings(deadline=None)
@given(atlases())
def test_likeness_is_between_nothing_and_one(atlas: Atlas) -> None:
    """No likeness is below 0 or above 1, neither on one question nor as a whole."""
    for first, second in pairs(atlas):
        found = scale(atlas).likeness(first, second)
        assert all(0 <= shared.likeness <= 1 for shared in found.shared)
        assert 0 <= found.value <= 1 + 1e-12


@settings(deadline=None)
@given(atlases())
def test_likeness_is_the_same_from_both_sides(atlas: Atlas) -> None:
    """A is as much like B as B is like A, to the last digit, for the same reasons."""
    for first, second in pairs(atlas):
        there, back = scale(atlas).likeness(first, second), scale(atlas).likeness(second, first)
        assert there.value == back.value
        assert there.not_known == back.not_known
        assert [(s.same, s.only_first, s.only_second) for s in there.shared] == [
            (s.same, s.only_second, s.only_first) for s in back.shared
        ]


@settings(deadline=None)
@given(atlases(), st.randoms(use_true_random=False))
def test_the_order_of_programmes_plays_no_part(atlas: Atlas, chance: Random) -> None:
    """The same programmes in another order give the same likeness."""
    shuffled = list(atlas.programmes.values())
    chance.shuffle(shuffled)
    for first, second in pairs(atlas):
        again = scale_of(atlas.map, shuffled).likeness(first, second)
        assert again == scale(atlas).likeness(first, second)


@settings(deadline=None)
@given(atlases(), st.data())
def test_two_that_are_the_same_on_every_question_reach_one(
    atlas: Atlas, data: st.DataObject
) -> None:
    """Programmes that take the same options on all questions are wholly alike, and only they."""
    options = {
        q.id: data.draw(st.sets(st.sampled_from([o.id for o in q.options]), min_size=1))
        for q in MAP.questions
    }
    first, *others = atlas.programmes.values()
    first, second = taking(first, options), taking(others[0], options)
    whole = scale_of(atlas.map, [first, second, *others[1:]])
    assert isclose(whole.likeness(first, second).value, 1)
    for one, other in pairs(atlas):
        found = scale(atlas).likeness(one, other)
        is_same = all(profile(one).values()) and profile(one) == profile(other)
        assert isclose(found.value, 1) == is_same


@settings(deadline=None)
@given(atlases(), st.data())
def test_silos_and_labels_play_no_part(atlas: Atlas, data: st.DataObject) -> None:
    """Whatever communities, issues, labels, trend, places or years two programmes have, their
    likeness stays as it is.
    """
    moved = []
    for programme in atlas.programmes.values():
        other = data.draw(programmes(id_=programme.id))
        moved.append(replace(other, answers=programme.answers, labels=("a-label",)))
    renamed = {p.id: p for p in moved}
    for first, second in pairs(atlas):
        again = scale_of(atlas.map, moved).likeness(renamed[first.id], renamed[second.id])
        assert again == scale(atlas).likeness(first, second)


@settings(deadline=None)
@given(atlases())
def test_our_own_readings_play_no_part(atlas: Atlas) -> None:
    """Without the placements that no source supports, every likeness is the same."""
    bare = {
        p.id: replace(
            p,
            answers={
                id_: replace(
                    answer,
                    placements=tuple(x for x in answer.placements if x.strength != "inferred"),
                )
                for id_, answer in p.answers.items()
            },
        )
        for p in atlas.programmes.values()
    }
    for first, second in pairs(atlas):
        again = scale_of(atlas.map, bare.values()).likeness(bare[first.id], bare[second.id])
        assert again == scale(atlas).likeness(first, second)


@settings(deadline=None)
@given(atlases())
def test_the_explanation_is_the_computation(atlas: Atlas) -> None:
    """From what is said to be the same and to differ, and the weights, the value comes out."""
    for first, second in pairs(atlas):
        found = scale(atlas).likeness(first, second)
        assert isclose(recomputed(found, scale(atlas)), found.value, abs_tol=1e-12)
        told = {s.question for s in found.shared} | set(found.not_known)
        assert told == {q.id for q in MAP.questions}
        for shared in found.shared:
            assert {*shared.same, *shared.only_first} == profile(first)[shared.question]
            assert {*shared.same, *shared.only_second} == profile(second)[shared.question]


def recomputed(likeness: Likeness, scale: Scale) -> float:
    """The formula of the method page, from the explanation alone."""
    total = 0.0
    for shared in likeness.shared:
        weigh = {o: scale.weights[shared.question, o]
                 for o in (*shared.same, *shared.only_first, *shared.only_second)}  # fmt: skip
        total += sum(weigh[o] for o in shared.same) / sum(weigh.values())
    if not likeness.shared:
        return 0.0
    return total / (likeness.rests_on + DOUBT) * (QUESTIONS + DOUBT) / QUESTIONS


@settings(deadline=None)
@given(atlases(least=4))
def test_one_question_never_outranks_five(atlas: Atlas) -> None:
    """A likeness on one question stands below every likeness on five or more that are half alike
    or better on average.
    """
    found = [scale(atlas).likeness(*pair) for pair in pairs(atlas)]
    ones = [likeness.value for likeness in found if likeness.rests_on == 1]
    fives = [x.value for x in found if x.rests_on >= 5 and average(x) >= 0.5]
    assert not ones or not fives or max(ones) < min(fives)
    best_of_one = 1 / (1 + DOUBT)
    half_of_five = 5 * 0.5 / (5 + DOUBT)
    assert best_of_one < half_of_five


def average(likeness: Likeness) -> float:
    """How alike a pair is on the questions it rests on."""
    return sum(shared.likeness for shared in likeness.shared) / likeness.rests_on


def shares(atlas: Atlas, first: Programme, second: Programme) -> bool:
    """Whether two programmes share a community or an issue, said the slow way: one names a term
    that the other names, or that is wider than one the other names.
    """
    for ours, theirs, shelf in (
        (first.communities, second.communities, atlas.communities),
        (first.issues, second.issues, atlas.issues),
    ):
        for a in ours:
            for b in theirs:
                if a in with_wider([b], shelf) or b in with_wider([a], shelf):
                    return True
    return False


@settings(deadline=None)
@given(atlases(most=8))
def test_a_bridge_joins_what_shares_nothing(atlas: Atlas) -> None:
    """A pair that shares a community or an issue, or one of which a wider term stands over one of
    the other's, is never a bridge; nor is one of which nothing is known.
    """
    for bridge in Neighbours(atlas).bridges():
        assert not shares(atlas, bridge.first, bridge.second)
        for end in (bridge.first, bridge.second):
            assert end.communities or end.issues


def test_a_map_of_few_questions_has_bridges_too() -> None:
    """Where a map has fewer questions than a bridge rests on, it rests on all of them."""
    facet = MAP.facets[0]
    assert len(facet.questions) < BRIDGE_QUESTIONS
    both = [Answer(q.id, "placed", (placement("o1", "stated"),), NOWHERE) for q in facet.questions]
    ends = [build("p1", both, communities=("c1",)), build("p2", both, communities=("c4",))]
    silent = Answer(facet.questions[1].id, "not stated", (), NOWHERE)
    less = build("p3", [both[0], silent], communities=("c5",))
    atlas = replace(atlas_of([*ends, less]), map=replace(MAP, facets=(facet,)))
    assert [(b.first.id, b.second.id) for b in Neighbours(atlas).bridges()] == [("p1", "p2")]


@settings(deadline=None)
@given(atlases(most=8))
def test_bridges_are_all_of_them(atlas: Atlas) -> None:
    """The bridges are exactly the pairs across silos that are alike enough on enough questions,
    each once, strongest first, and of equals the first by id.
    """
    expected = set()
    for first, second in pairs(atlas):
        found = scale(atlas).likeness(first, second)
        known = all(p.communities or p.issues for p in (first, second))
        is_high = found.value >= BRIDGE and found.rests_on >= BRIDGE_QUESTIONS
        if is_high and known and not shares(atlas, first, second):
            expected.add((first.id, second.id))
    bridges = list(Neighbours(atlas).bridges())
    assert {(b.first.id, b.second.id) for b in bridges} == expected
    assert len(bridges) == len(expected)
    order = [(-b.likeness.value, b.first.id, b.second.id) for b in bridges]
    assert order == sorted(order)


@settings(deadline=None)
@given(atlases())
def test_a_silo_is_a_silo_from_both_sides(atlas: Atlas) -> None:
    """If A stands across silos from B, B does from A: nothing in common, however wide the terms,
    and of each at least one community or issue is known.
    """
    apart = Apart(atlas)
    for first, second in pairs(atlas):
        is_known = all(one.communities or one.issues for one in (first, second))
        expected = is_known and not shared(atlas, first, second)
        assert apart.is_across(first.id, second.id) == expected
        assert apart.is_across(second.id, first.id) == expected


def shared(atlas: Atlas, first: Programme, second: Programme) -> bool:
    """Whether a community or issue of one is one of the other, or a wider term of one of them."""
    return any(
        set(ours) & with_wider(theirs, shelf) or set(theirs) & with_wider(ours, shelf)
        for ours, theirs, shelf in (
            (first.communities, second.communities, atlas.communities),
            (first.issues, second.issues, atlas.issues),
        )
    )


@settings(deadline=None)
@given(atlases(most=8))
def test_neighbours_come_in_the_order_of_their_likeness(atlas: Atlas) -> None:
    """The nearest are no less alike than those left out, nobody is a neighbour of itself, nobody
    stands in both lists, and *elsewhere* has only what is across silos.
    """
    neighbours = Neighbours(atlas)
    for programme in atlas.programmes.values():
        near, elsewhere = neighbours.nearest(programme, most=2)
        shown = [n.programme.id for n in (*near, *elsewhere)]
        assert len(set(shown)) == len(shown)
        assert programme.id not in shown
        assert not any(shared(atlas, programme, n.programme) for n in elsewhere)
        values = {p.id: neighbours.scale.likeness(programme, p).value for p in
                  atlas.programmes.values() if p.id != programme.id}  # fmt: skip
        best = sorted((v for v in values.values() if v > 0), reverse=True)[:2]
        assert [values[n.programme.id] for n in near] == best


def test_terms_in_a_circle_do_no_harm() -> None:
    """Where somebody writes two terms each above the other, both are found, once."""
    shelf = silos("community", COMMUNITIES)
    shelf["c4"] = replace(shelf["c4"], broader=("c5",))
    shelf["c5"] = replace(shelf["c5"], broader=("c4",))
    assert with_wider(["c5"], shelf) == {"c4", "c5"}
