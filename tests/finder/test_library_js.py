"""The library's numbers against counting the references of the real bibliography one by one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

import pytest

from finder.node import answer_of
from finder.test_counting_js import above
from peermap.place.atlas import Atlas
from peermap.place.dimensions import PERIODS
from peermap.publish.library import library_files
from peermap.records.reference import Reference
from peermap.render.words import TYPE_WORDS

ASKED = 60


@pytest.fixture(scope="module")
def files(atlas: Atlas) -> dict[str, Any]:
    """What the library reads, by the last word of the names of its files."""
    found = {name: json.loads(text) for name, text in library_files(atlas).items()}
    return {
        "library": found["library.json"],
        "values": found["library-values.json"],
        "rows": found["library-rows.json"],
    }


def tagged(reference: Reference, namespace: str) -> set[str]:
    """The values of a reference's tags in a namespace."""
    return {tag.value for tag in reference.tags if tag.namespace == namespace}


def values(atlas: Atlas, reference: Reference) -> dict[str, set[str]]:
    """What a reference has of every dimension, read from its record; no dimension is empty."""
    year = reference.issued.year if reference.issued else None
    uses = atlas.uses[reference.key]
    parts = ("statements", "placements", "events", "labels", "definitions")
    word = TYPE_WORDS.get(reference.type, "Other work")
    tags = {
        **{q.id: tagged(reference, q.id) for q in atlas.map.questions},
        "communities": above(tuple(tagged(reference, "community")), atlas.communities),
        "issues": above(tuple(tagged(reference, "issue")), atlas.issues),
        "labels": tagged(reference, "label"),
        "trend": tagged(reference, "trend"),
    }
    return {
        **{id_: found or {"not-tagged"} for id_, found in tags.items()},
        "period": {next(i for i, _, last in PERIODS if year <= last) if year else "not-given"},
        "type": {word.lower().replace(" ", "-")},
        "language": {reference.language},
        "lists": {at.list_key for at in reference.lists} or {"no-list"},
        "used": {part for part in parts if getattr(uses, part)} or {"not-used"},
    }


def passing(
    has: Mapping[str, Mapping[str, set[str]]], chosen: Mapping[str, Iterable[str]]
) -> set[str]:
    """*Or* within a dimension, *and* across."""
    return {key for key, own in has.items() if all(own[d] & set(ids) for d, ids in chosen.items())}


def drawn(files: Mapping[str, Any], chance: Random) -> dict[str, list[str]]:
    """Some values of some dimensions."""
    dimensions = chance.sample(files["library"]["dimensions"], chance.randint(0, 3))
    return {
        d["id"]: sorted({chance.choice(d["values"])[0] for _ in range(chance.randint(1, 2))})
        for d in dimensions
    }


def test_counts_equal_the_counted(files: dict[str, Any], atlas: Atlas) -> None:
    """For selections drawn at random the list is every reference with all that was chosen, and the
    number beside each value of each dimension is what choosing it would show.
    """
    chance = Random(7)
    asked = [{"chosen": drawn(files, chance), "words": ""} for _ in range(ASKED)]
    has = {r.key: values(atlas, r) for r in atlas.references.values()}
    answers = answer_of("library_counts_of.js", {**files, "asked": asked})
    for ask, answer in zip(asked, answers, strict=True):
        chosen: dict[str, list[str]] = ask["chosen"]  # type: ignore[assignment]
        assert set(answer["passing"]) == passing(has, chosen)
        for dimension in files["library"]["dimensions"]:
            others = passing(has, {d: ids for d, ids in chosen.items() if d != dimension["id"]})
            for (value, _), count in zip(
                dimension["values"], answer["counts"][dimension["id"]], strict=True
            ):
                assert count == sum(value in has[key][dimension["id"]] for key in others)


def test_the_first_numbers_are_those_of_all(files: dict[str, Any], atlas: Atlas) -> None:
    """The numbers that the first load shows are what counting everything gives, and every reference
    has its row.
    """
    (answer,) = answer_of("library_counts_of.js", {**files, "asked": [{"chosen": {}, "words": ""}]})
    assert answer["counts"] == files["library"]["counts"]
    assert sorted(answer["passing"]) == sorted(atlas.references)
    assert files["library"]["total"] == len(atlas.references)


def test_words_find_authors_behind_et_al(files: dict[str, Any], atlas: Atlas) -> None:
    """A work is found by the name of any of its authors, accents apart."""
    work = next(r for r in atlas.references.values() if len(r.authors) > 4)
    words = f"{work.authors[3].short} {work.year}"
    (answer,) = answer_of(
        "library_counts_of.js", {**files, "asked": [{"chosen": {}, "words": words}]}
    )
    assert work.key in answer["passing"]
