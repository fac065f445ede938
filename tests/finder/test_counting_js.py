"""The finder's numbers against counting the records one by one, on random atlases."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from finder.node import answer_of
from peermap.place.atlas import Atlas
from peermap.place.dimensions import PERIODS
from peermap.publish.facets import facets
from peermap.records.programme import Programme
from peermap.records.silo import Silo
from small_atlases import MAP, atlases

Chosen = Mapping[str, list[str]]
STATES = {"not-stated", "not-coded", "our-reading"}


def above(ids: tuple[str, ...], shelf: Mapping[str, Silo]) -> set[str]:
    """Some terms and all that are wider, said the slow way."""
    found = set(ids)
    for _ in shelf:
        found |= {wider for id_ in found for wider in shelf[id_].broader}
    return found


def values(atlas: Atlas, programme: Programme, dimension: str) -> set[str]:
    """What a programme has of a dimension, read from its record; here stands what a count means:
    an option counts on a source, and every programme stands somewhere in every dimension.
    """
    if dimension in programme.answers:
        answer = programme.answers[dimension]
        if answer.state != "placed":
            return {answer.state.replace(" ", "-")}
        return {p.option for p in answer.placements if p.strength != "inferred"} or {"our-reading"}
    first = programme.years.first if programme.years else None
    found = {
        "communities": above(programme.communities, atlas.communities),
        "issues": above(programme.issues, atlas.issues),
        "labels": set(programme.labels),
        "trend": {programme.trend},
        "place": {place.country.lower() for place in programme.places},
        "period": set() if first is None else {next(i for i, _, end in PERIODS if first <= end)},
    }[dimension]
    return found or {"not-given"}


def passes(atlas: Atlas, programme: Programme, chosen: Chosen) -> bool:
    """*Or* within a dimension, *and* across."""
    return all(not ids or values(atlas, programme, d) & set(ids) for d, ids in chosen.items())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(atlases(least=3, most=8), st.data(), st.sampled_from(["", "", "p1", "programme", "nobody"]))
def test_counts_equal_the_counted(atlas: Atlas, data: st.DataObject, words: str) -> None:
    """The list is every programme with all that was chosen, and the number beside each value,
    states among them, is the number of programmes that choosing it would show.
    """
    whole = json.loads(facets(atlas))
    dimensions = {d["id"]: [value for value, _ in d["values"]] for d in whole["dimensions"]}
    assert len(dimensions) == len(MAP.questions) + 6
    chosen = {
        id_: data.draw(st.lists(st.sampled_from(ids), max_size=2, unique=True))
        for id_, ids in dimensions.items()
        if data.draw(st.integers(0, 3)) == 0
    }
    found = answer_of("counts_of.js", {"facets": whole, "chosen": chosen, "words": words})
    named = [p for p in atlas.programmes.values() if words in f"{p.id} {p.name}".lower()]
    assert found["passing"] == [p.id for p in named if passes(atlas, p, chosen)]
    for dimension, ids in dimensions.items():
        if dimension in {q.id for q in MAP.questions}:
            assert set(ids) >= STATES
        for value in ids:
            alone = {**chosen, dimension: [value]}
            expected = sum(passes(atlas, p, alone) for p in named)
            assert found["counts"][dimension][value] == expected, (dimension, value)
