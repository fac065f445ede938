"""The ``placements`` of a programme's file → its answers to the map's questions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from peermap.load.named import named_at
from peermap.load.shaped import shaped
from peermap.load.shapes import EvidenceShape, PlacementShape, PlacementsShape
from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.map import Map
from peermap.records.programme import STATES, Answer, Evidence, Placement


def read_answers(
    tree: Tree, given: Mapping[str, Any], map_: Map
) -> tuple[dict[str, Answer], list[Problem]]:
    """An answer for every question of the map; a question left out is *not coded*."""
    names = [question.id for question in map_.questions]
    found = [unknown_question(tree, name, names) for name in given if name not in names]
    answers = {}
    inside = tree.each_under(("placements",)) if given else {}
    for name in names:
        answers[name], problems = read_answer(tree, name, given.get(name), inside.get(name))
        found += problems
    return answers, found


def resting_on(
    answers: Mapping[str, Answer], read: Collection[object], lost: Collection[str]
) -> dict[str, Answer]:
    """The answers less those that rest on ``lost`` readings, which could not be read themselves and
    are told where they stand. Where nothing was ``read`` nothing is left, not even *not stated*.
    """
    if not read:
        return {name: replace(a, state="not coded", placements=()) for name, a in answers.items()}
    return {name: without(a, lost) for name, a in answers.items()} if lost else dict(answers)


def without(answer: Answer, sources: Collection[str]) -> Answer:
    """The answer less the evidence on some sources."""
    placements = tuple(
        replace(placement, evidence=kept)
        for placement in answer.placements
        if (kept := tuple(e for e in placement.evidence if e.source not in sources))
    )
    state = "not coded" if answer.placements and not placements else answer.state
    return replace(answer, state=state, placements=placements)


def unknown_question(tree: Tree, given: str, names: Iterable[str]) -> Problem:
    """A question that the map does not have."""
    guess = did_you_mean(given, names, kind="questions")
    says = f"{shown(given)} is not a question of the map"
    return Problem(tree.key_mark(("placements", given)), says, guess)


def read_answer(
    tree: Tree, question: str, value: Any, inside: Tree | None
) -> tuple[Answer, list[Problem]]:
    """The answer to one question: a state in words, or a list of placements, which stand in the
    tree ``inside`` the question.
    """
    at = ("placements", question)
    mark = tree.mark(at)
    if value is None or inside is None or value in ("not stated", "not coded"):
        return Answer(question, value or "not coded", (), mark), []
    if isinstance(value, str):
        return Answer(question, "not coded", (), mark), [no_state(question, value, mark)]
    shape, sound, problems = shaped(PlacementsShape, inside.as_value_of("placements"))
    placements = placements_of(sound, shape.placements if shape else ())
    found = [replace(p, says=p.says.replace("'placements'", f"'{question}'", 1)) for p in problems]
    return Answer(question, "placed" if placements else "not coded", placements, mark), found


def no_state(question: str, given: str, mark: Mark) -> Problem:
    """Words that are none of the states that can be said in words."""
    guess = did_you_mean(given, STATES[1:]).partition("?")
    way_out = "Write 'not stated', 'not coded', or a list of options with evidence."
    return Problem(
        mark, f"'{question}' is {shown(given)}", f"{guess[0] + '? ' if guess[1] else ''}{way_out}"
    )


def placements_of(tree: Tree, shapes: Iterable[PlacementShape]) -> tuple[Placement, ...]:
    """The placements of one question, from the tree that holds them under ``placements``."""
    return tuple(placement_of(tree, s, ("placements", i)) for i, s in enumerate(shapes))


def placement_of(tree: Tree, shape: PlacementShape, at: Path) -> Placement:
    """One placement with its evidence."""
    evidence = tuple(
        evidence_of(tree, e, (*at, "evidence", i)) for i, e in enumerate(shape.evidence)
    )
    return Placement(named_at(shape.option, tree, (*at, "option")), evidence, tree.mark(at))


def evidence_of(tree: Tree, shape: EvidenceShape, at: Path) -> Evidence:
    """One piece of evidence."""
    source = named_at(shape.source, tree, (*at, "source"))
    return Evidence(source, shape.where, shape.says, shape.quote, shape.strength, tree.mark(at))
