"""``synthesis/programmes/<id>.yml`` → a programme with its answers to the map's questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from peermap.load.periods import read_period
from peermap.load.shaped import shaped
from peermap.load.shapes import EvidenceShape, PlacementShape, ProgrammeShape
from peermap.load.yaml_tree import Path, Tree, read_yaml
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.date import Period
from peermap.records.map import Map
from peermap.records.programme import (
    STATES,
    Answer,
    Evidence,
    Place,
    Placement,
    Programme,
    Reading,
)

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PERIOD_FORMS = "Write 1935, 1845/1863, 1920/.., 1970s or late 19th century."


class PlacementsShape(BaseModel):
    """The value of one question when it is a list."""

    placements: tuple[PlacementShape, ...]


def read_programme(
    path: str, text: str, map_: Map, regions: frozenset[str]
) -> tuple[Programme | None, list[Problem]]:
    """The record, or None when it cannot be read at all; and every problem found.

    ``regions`` are the names of countries and wider regions at which a place ends.
    """
    tree, problems = read_yaml(path, text)
    found = [*problems, *id_problems(path)]
    if tree is None:
        return None, found
    shape, sound, faults = shaped(ProgrammeShape, tree)
    found += faults
    if shape is None:
        return None, found
    answers, answer_problems = read_answers(sound, shape.placements, map_)
    years, year_problems = read_years(sound, shape.years)
    places, place_problems = read_places(sound, shape.places, regions)
    found += [*answer_problems, *year_problems, *place_problems]
    return programme_of(path, sound, shape, answers, years, places), found


def programme_id(path: str) -> str:
    """The id a record has from its file's name."""
    return path.rpartition("/")[2].removesuffix(".yml")


def id_problems(path: str) -> list[Problem]:
    """A file name is the record's id and address, so it has small letters, digits and hyphens."""
    name = programme_id(path)
    if ID.fullmatch(name):
        return []
    says = f"the file name {shown(name)} is not an id"
    return [
        Problem(Mark(path), says, "Use small letters, digits and hyphens: caring-community.yml.")
    ]


def programme_of(
    path: str,
    tree: Tree,
    shape: ProgrammeShape,
    answers: Mapping[str, Answer],
    years: Period | None,
    places: tuple[Place, ...],
) -> Programme:
    readings = tuple(
        Reading(r.source, r.what, r.on, tree.mark(("read", i))) for i, r in enumerate(shape.read)
    )
    return Programme(
        id=programme_id(path),
        name=shape.name,
        kind=shape.kind,
        summary=shape.summary,
        trend=shape.trend,
        labels=shape.labels,
        places=places,
        years=years,
        communities=shape.communities,
        issues=shape.issues,
        answers=answers,
        read=readings,
        notes=shape.notes,
        mark=tree.mark(()),
    )


def read_answers(
    tree: Tree, given: Mapping[str, Any], map_: Map
) -> tuple[dict[str, Answer], list[Problem]]:
    """An answer for every question of the map; a question left out is *not coded*."""
    questions = {question.id for question in map_.questions}
    found = [
        Problem(
            tree.key_mark(("placements", name)),
            f"{shown(name)} is not a question of the map",
            did_you_mean(name, questions, kind="questions"),
        )
        for name in given
        if name not in questions
    ]
    answers = {}
    for question in map_.questions:
        answers[question.id], problems = read_answer(tree, question.id, given.get(question.id))
        found += problems
    return answers, found


def read_answer(tree: Tree, question: str, value: Any) -> tuple[Answer, list[Problem]]:
    """The answer to one question: a state in words, or a list of placements."""
    at = ("placements", question)
    if value is None or value in ("not stated", "not coded"):
        return Answer(question, value or "not coded", (), tree.mark(at)), []
    if isinstance(value, str):
        says = f"{question} is {shown(value)}"
        way_out = "It ought to be a list of options with evidence, 'not stated' or 'not coded'. "
        guess = did_you_mean(value, STATES[1:])
        return Answer(question, "not coded", (), tree.mark(at)), [
            Problem(tree.mark(at), says, way_out + guess)
        ]
    part = tree.under(at)
    wrapped = Tree(tree.file, {"placements": value}, prefixed(part.marks), prefixed(part.keys))
    shape, sound, problems = shaped(PlacementsShape, wrapped)
    placements = placements_of(sound, shape.placements if shape else ())
    state = "placed" if placements else "not coded"
    return Answer(question, state, placements, tree.mark(at)), problems  # type: ignore[arg-type]


def prefixed(marks: Mapping[Path, Mark]) -> dict[Path, Mark]:
    """Marks of a list, as marks of the mapping that holds it."""
    return {("placements", *at): mark for at, mark in marks.items()}


def placements_of(tree: Tree, shapes: Iterable[PlacementShape]) -> tuple[Placement, ...]:
    """The placements of one question, from the tree that holds them under ``placements``."""
    return tuple(
        Placement(
            shape.option,
            tuple(
                evidence_of(tree, e, ("placements", i, "evidence", n))
                for n, e in enumerate(shape.evidence)
            ),
            tree.mark(("placements", i)),
        )
        for i, shape in enumerate(shapes)
    )


def evidence_of(tree: Tree, shape: EvidenceShape, at: Path) -> Evidence:
    return Evidence(
        shape.source, shape.where, shape.says, shape.quote, shape.strength, tree.mark(at)
    )


def read_years(tree: Tree, words: str) -> tuple[Period | None, list[Problem]]:
    """The years of a programme, where its source gives any."""
    period = read_period(words) if words else None
    if words and period is None:
        problem = Problem(tree.mark(("years",)), f"years is {shown(words)}", PERIOD_FORMS)
        return None, [problem]
    return period, []


def read_places(
    tree: Tree, names: Iterable[str], regions: frozenset[str]
) -> tuple[tuple[Place, ...], list[Problem]]:
    """Names from narrow to wide; a country or region ends a place, and the next name starts another."""
    places: list[Place] = []
    open_names: list[str] = []
    for name in (part.strip() for given in names for part in given.split(",")):
        open_names.append(name)
        if name in regions:
            places.append(Place(tuple(open_names)))
            open_names = []
    if not open_names:
        return tuple(places), []
    says = f"the place {shown(', '.join(open_names))} ends in no country or region known here"
    guess = did_you_mean(open_names[-1], regions)
    problem = Problem(
        tree.mark(("places",)), says, guess or "End it with the country's English name."
    )
    return (*places, Place(tuple(open_names))), [problem]
