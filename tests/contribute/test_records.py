"""What the form makes, read by the project itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from building import ROOT
from contribute.drafts import random_draft
from finder.node import node
from peermap.load.bibtex import read_references
from peermap.load.everything import loaded
from peermap.load.yaml_file import read_yaml
from peermap.place.atlas import Atlas, placed
from peermap.problems import Problem
from peermap.render.pages.contribute import vocabulary
from peermap.sources import Sources, read_sources

BIBLIOGRAPHY = "bibliography/references.bib"
MAP_AND_WORDS = ("synthesis/map.yml", "synthesis/labels.yml", "synthesis/silos.yml")
SOME = 12  # references in the small bibliography beside the record
ONE_RUN = 60  # drafts for each start of Node


@pytest.fixture(scope="module")
def ground(atlas: Atlas) -> Mapping[str, str]:
    """The map and the words of the real project, and a few references."""
    texts = read_sources(ROOT).texts
    some = list(atlas.references.values())[:SOME]
    bibliography = "\n".join(f"{reference.raw}\n" for reference in some)
    return {**{path: texts[path] for path in MAP_AND_WORDS}, BIBLIOGRAPHY: bibliography}


def made(words: dict[str, Any], drafts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the form makes of drafts."""
    script = ROOT / "tests/contribute/records_of.js"
    run = node(script, given={"drafts": drafts, "vocabulary": words})
    assert run.returncode == 0, run.stderr
    return list(json.loads(run.stdout))


def problems_with(ground: Mapping[str, str], one: Mapping[str, Any]) -> list[Problem]:
    """The problems of the record's own file, and of the new references behind the others."""
    path = f"synthesis/programmes/{one['id']}.yml"
    old = ground[BIBLIOGRAPHY]
    texts = {**ground, path: one["record"], BIBLIOGRAPHY: old + one["references"]}
    records, found = loaded(Sources(texts))
    assert records is not None
    assert one["id"] in records.programmes, found
    assert records.programmes[one["id"]].summary == one["summary"]
    first_new = old.count("\n") + 1
    return [
        problem
        for problem in [*found, *placed(records)[1]]
        if problem.mark.path == path
        or (problem.mark.path == BIBLIOGRAPHY and problem.mark.line >= first_new)
    ]


@pytest.mark.parametrize("seed", range(6))
def test_a_draft_without_faults_makes_a_record_without_problems(
    atlas: Atlas, ground: Mapping[str, str], seed: int
) -> None:
    """Whatever is typed or pasted: where the form finds nothing missing, `peermap check` finds no
    problem in the record and none in the new references, and the summary reads back as it was;
    where it does, the file can be read all the same.
    """
    words = vocabulary(atlas)
    words["references"] = [[key] for key in list(atlas.references)[:SOME]]
    words["programmes"] = [
        [programme.id, programme.name] for programme in atlas.programmes.values()
    ]
    random = Random(seed)
    drafts = [random_draft(random, words) for _ in range(ONE_RUN)]
    whole = 0
    for draft, one in zip(drafts, made(words, drafts), strict=True):
        tree, told = read_yaml("record.yml", one["record"])
        assert tree is not None, (one["record"], told)
        assert not told, (one["record"], told)
        if not one["faults"]:
            whole += 1
            problems = problems_with(ground, one)
            assert not problems, (problems, draft, one["record"], one["references"])
    assert whole > 3


@pytest.mark.parametrize(
    ("authors", "wanted"),
    [
        ("Bélanger, André; WHO Europe; 王, 小明", ["Bélanger, André", "WHO Europe", "王, 小明"]),
        ("King, Martin Luther, Jr.\nDoe, Jane;", ["King, Martin Luther, Jr.", "Doe, Jane"]),
        ("Doe, Jane, Roe, Richard", None),
        ("Institute of Work, Health, Oslo", None),
    ],
)
def test_no_author_is_lost(atlas: Atlas, authors: str, wanted: list[str] | None) -> None:
    """Semicolons part names as lines do, and a suffix stays; where commas could be between several
    people, the form asks for a line each, and the file has all the words.
    """
    words = vocabulary(atlas)
    words |= {"references": [["moss2012"]], "programmes": []}
    draft = random_draft(Random(1), words)
    draft["sources"] = [draft["sources"][0] | {"key": "", "title": "T", "authors": authors}]
    (one,) = made(words, [draft])
    assert ("authors" in [fault["code"] for fault in one["faults"]]) == (wanted is None)
    (read,), _ = read_references("r.bib", one["references"])
    assert [name.inverted for name in read.authors] == (wanted or [authors])
