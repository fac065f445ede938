"""A programme's ids resolved, and its claims held against what was read for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from peermap.load.named import mark_of
from peermap.place.known import Known, kept, unknown
from peermap.problems import Problem, did_you_mean, shown
from peermap.records.programme import Answer, Evidence, Placement, Programme, Reading

READABLE = ("full text", "abstract")
LEFT_OUT = "The record is left out until then."


@dataclass(frozen=True, slots=True)
class Read:
    """Keys listed under ``read``, and those of them that were read further than the title."""

    listed: frozenset[str]
    readable: frozenset[str]


def of_known_trends(
    programmes: Mapping[str, Programme], trends: Iterable[str], found: list[Problem]
) -> dict[str, Programme]:
    """The whole programmes whose trend is on the map; one that is not there is a problem."""
    names = tuple(trends)
    for programme in programmes.values():
        if programme.trend and programme.trend not in names:
            mark = mark_of(programme.trend, programme.mark)
            problem = unknown("trend", programme.trend, names, mark)
            found.append(replace(problem, way_out=f"{problem.way_out} {LEFT_OUT}".strip()))
    return {id_: p for id_, p in programmes.items() if p.is_whole and p.trend in names}


def placed_programme(programme: Programme, known: Known) -> tuple[Programme, list[Problem]]:
    """The programme with what resolves, and a problem for everything that does not hold."""
    labels, found = kept("label", programme.labels, known, programme.mark)
    communities, more = kept("community", programme.communities, known, programme.mark)
    issues, still_more = kept("issue", programme.issues, known, programme.mark)
    found += [*more, *still_more]
    for reading in programme.read:
        found += known.missing("reference", reading.source, reading.mark)
    read = read_for(programme.read, programme.also_read & known.references.keys())
    answers = {}
    for question, answer in programme.answers.items():
        answers[question], problems = placed_answer(answer, read, known)
        found += problems
    return (
        replace(
            programme,
            labels=labels,
            communities=communities,
            issues=issues,
            read=tuple(r for r in programme.read if r.source in known.references),
            answers=answers,
        ),
        found,
    )


def read_for(readings: Iterable[Reading], also: frozenset[str]) -> Read:
    """What was read; the furthest counts where a source stands twice. A source of which day or
    depth cannot be read is given the benefit of the doubt.
    """
    rows = tuple(readings)
    readable = frozenset(str(row.source) for row in rows if row.what in READABLE)
    return Read(frozenset(str(row.source) for row in rows) | also, readable | also)


def placed_answer(answer: Answer, read: Read, known: Known) -> tuple[Answer, list[Problem]]:
    """One answer with the placements that hold; *not coded* when none does."""
    if answer.state == "not stated":
        return placed_silence(answer, read, known)
    placements: dict[str, Placement] = {}
    found: list[Problem] = []
    for placement in answer.placements:
        sound, problems = placed_placement(placement, answer.question, read, known)
        found += problems
        if sound and sound.option in placements:
            first = placements[sound.option]
            found.append(stands_twice(sound, first, answer.question))
            sound = replace(first, evidence=(*first.evidence, *sound.evidence))
        if sound:
            placements[sound.option] = sound
    state = answer.state if placements else "not coded"
    return replace(answer, state=state, placements=tuple(placements.values())), found


def placed_silence(answer: Answer, read: Read, known: Known) -> tuple[Answer, list[Problem]]:
    """*Not stated* holds only of sources that were read further than their title."""
    if any(source in known.references for source in read.readable):
        return answer, []
    unsaid = replace(answer, state="not coded")
    if read.readable:  # of references that are not there, which is told
        return unsaid, []
    says = f"'{answer.question}' is 'not stated', and no source was read further than its title"
    way_out = "Say 'not coded', or list under 'read' what was read as full text or abstract."
    return unsaid, [Problem(answer.mark, says, way_out)]


def stands_twice(placement: Placement, first: Placement, question: str) -> Problem:
    """An option that a question lists again."""
    says = (
        f"the option {shown(placement.option)} stands twice under {question} "
        f"(first at line {first.mark.line})"
    )
    return Problem(placement.mark, says, "Both are read; put all evidence under one.")


def placed_placement(
    placement: Placement, question: str, read: Read, known: Known
) -> tuple[Placement | None, list[Problem]]:
    """The placement with the evidence that holds; None when no evidence does."""
    options = known.options[question]
    if placement.option not in options:
        says = f"{shown(placement.option)} is not an option of {question}"
        guess = did_you_mean(placement.option, options, kind="options")
        return None, [Problem(mark_of(placement.option, placement.mark), says, guess)]
    found = [p for e in placement.evidence for p in evidence_problems(e, read, known)]
    evidence = tuple(
        e for e in placement.evidence if e.source in known.references and e.source in read.readable
    )
    return (replace(placement, evidence=evidence) if evidence else None), found


def evidence_problems(evidence: Evidence, read: Read, known: Known) -> list[Problem]:
    """What speaks against a piece of evidence: only what was read supports what is claimed."""
    source = evidence.source
    mark = mark_of(source, evidence.mark)
    if source in read.readable:
        return []
    if source in read.listed:
        says = f"the evidence rests on {shown(source)}, of which only the title was read"
        way_out = "A work known by its title supports no placement: read it, or take this out."
        return [Problem(mark, says, way_out)]
    if source not in known.references:
        return known.missing("reference", source, mark)
    says = f"the evidence rests on {shown(source)}, which is not listed under 'read'"
    way_out = f"Add it there: {{source: {source}, what: abstract, on: 2026-11-22}}."
    return [Problem(mark, says, way_out)]
