"""A programme's ids resolved, and its claims held against what was read for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from peermap.place.known import Known, kept, unknown
from peermap.problems import Problem, did_you_mean, shown
from peermap.records.programme import Answer, Evidence, Placement, Programme

READABLE = ("full text", "abstract")


def placed_programme(programme: Programme, known: Known) -> tuple[Programme, list[Problem]]:
    """The programme with what resolves, and a problem for everything that does not hold."""
    labels, found = kept("label", programme.labels, known, programme.mark)
    communities, more = kept("community", programme.communities, known, programme.mark)
    issues, still_more = kept("issue", programme.issues, known, programme.mark)
    found += [*more, *still_more]
    if programme.trend not in known.trends:
        found.append(unknown("trend", programme.trend, known.trends, programme.mark))
    read = tuple(r for r in programme.read if r.source in known.references)
    found += [
        unknown("reference", r.source, known.references, r.mark)
        for r in programme.read
        if r not in read
    ]
    depths = {r.source: r.what for r in reversed(programme.read)}
    answers = {}
    for question, answer in programme.answers.items():
        answers[question], problems = placed_answer(answer, depths, known)
        found += problems
    return (
        replace(
            programme, labels=labels, communities=communities, issues=issues, read=read,
            answers=answers,
        ),
        found,
    )  # fmt: skip


def placed_answer(
    answer: Answer, depths: Mapping[str, str], known: Known
) -> tuple[Answer, list[Problem]]:
    """One answer with the placements that hold; *not coded* when none does."""
    if answer.state == "not stated" and not any(what in READABLE for what in depths.values()):
        says = f"{answer.question} is 'not stated', and no source was read further than its title"
        way_out = "Say 'not coded', or list under 'read' what was read as full text or abstract."
        return replace(answer, state="not coded"), [Problem(answer.mark, says, way_out)]
    placements, found = [], []
    for placement in answer.placements:
        sound, problems = placed_placement(placement, answer.question, depths, known)
        found += problems
        if sound and sound.option in {p.option for p in placements}:
            says = f"the option {shown(sound.option)} stands twice under {answer.question}"
            found.append(Problem(sound.mark, says, "Put all its evidence under one."))
        elif sound:
            placements.append(sound)
    if answer.state == "placed" and not placements:
        return replace(answer, state="not coded", placements=()), found
    return replace(answer, placements=tuple(placements)), found


def placed_placement(
    placement: Placement, question: str, depths: Mapping[str, str], known: Known
) -> tuple[Placement | None, list[Problem]]:
    """The placement with the evidence that holds; None when no evidence does."""
    options = known.options[question]
    if placement.option not in options:
        says = f"{shown(placement.option)} is not an option of {question}"
        return None, [
            Problem(placement.mark, says, did_you_mean(placement.option, options, kind="options"))
        ]
    found = [p for e in placement.evidence for p in evidence_problems(e, depths, known)]
    marks = {problem.mark for problem in found}
    evidence = tuple(e for e in placement.evidence if e.mark not in marks)
    return (replace(placement, evidence=evidence) if evidence else None), found


def evidence_problems(evidence: Evidence, depths: Mapping[str, str], known: Known) -> list[Problem]:
    """What speaks against a piece of evidence (DESIGN §4: what was read supports what is claimed)."""
    if evidence.source not in known.references:
        return [unknown("reference", evidence.source, known.references, evidence.mark)]
    if evidence.source not in depths:
        says = f"the evidence rests on {shown(evidence.source)}, which is not listed under 'read'"
        return [Problem(evidence.mark, says, "Add it there: {source, what, on}.")]
    if depths[evidence.source] not in READABLE:
        says = f"the evidence rests on {shown(evidence.source)}, of which only the title was read"
        return [Problem(evidence.mark, says, "A work known by its title supports no placement.")]
    if not evidence.says and not evidence.quote:
        says = "the evidence says nothing"
        return [
            Problem(evidence.mark, says, "Put what the source says, in our words, under 'says'.")
        ]
    return []
