"""How some programmes spread over the map, question by question, with the states kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from peermap.place.likeness import taken
from peermap.records.map import Map, Option, Question
from peermap.records.programme import Answer, Programme


@dataclass(frozen=True, slots=True)
class Spread:
    """One question: how many of ``of`` programmes take each option on a source (in the order of
    the map), and how many of them take none: placed in our reading only, not stated, not coded.

    A programme may take several options, so options and states need not add up.
    """

    question: Question
    of: int
    takes: tuple[int, ...]
    our_reading: int
    not_stated: int
    not_coded: int


def spread_of(map_: Map, programmes: Collection[Programme]) -> tuple[Spread, ...]:
    """The spread on every question of the map."""
    return tuple(spread_on(question, programmes) for question in map_.questions)


def spread_on(question: Question, programmes: Collection[Programme]) -> Spread:
    """The spread on one question."""
    answers = [programme.answers[question.id] for programme in programmes]
    options = [taken(answer) for answer in answers]
    states = [answer.state for answer in answers]
    return Spread(
        question,
        len(answers),
        tuple(sum(option.id in given for given in options) for option in question.options),
        our_reading=sum(
            state == "placed" and not given for state, given in zip(states, options, strict=True)
        ),
        not_stated=states.count("not stated"),
        not_coded=states.count("not coded"),
    )


def standings(option: Option, programmes: Iterable[Programme]) -> Counter[str]:
    """How many programmes stand in which way to one option; each counts once."""
    return Counter(standing(option, p.answers[option.question]) for p in programmes)


def standing(option: Option, answer: Answer) -> str:
    """How an answer stands to one option: it ``takes`` it on a source, or in ``our reading`` only;
    or it takes ``another`` on a source, or ``another in our reading`` only; else its state.
    """
    given = taken(answer)
    if option.id in given:
        return "takes"
    if any(placement.option == option.id for placement in answer.placements):
        return "our reading"
    if answer.state == "placed":
        return "another" if given else "another in our reading"
    return answer.state
