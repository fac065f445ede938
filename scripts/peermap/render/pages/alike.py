"""Likeness in words: the same on, differs on, not known on, and on how many questions it rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.place.likeness import Likeness, Shared
from peermap.place.neighbours import Neighbour
from peermap.records.map import Map, Question
from peermap.render.pages.facts import Card, card
from peermap.render.readable import listed
from peermap.words import say


@dataclass(frozen=True, slots=True)
class Reason:
    """What is said of one question, or of several that are not known; ``facet`` colours it."""

    kind: str  # "same", "differs" or "not known"
    name: str
    words: str
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """A programme that is alike, and why."""

    card: Card
    percent: int
    basis: str
    is_across: bool
    reasons: tuple[Reason, ...]


def alike(atlas: Atlas, neighbour: Neighbour) -> Alike:
    """A neighbour as a page shows it."""
    likeness = neighbour.likeness
    return Alike(
        card=card(atlas, neighbour.programme),
        percent=percent(likeness),
        basis=basis(likeness, atlas.map),
        is_across=neighbour.is_across,
        reasons=tuple(reasons(atlas.map, likeness)),
    )


def percent(likeness: Likeness) -> int:
    """The likeness as a whole number of hundred."""
    return round(likeness.value * 100)


def basis(likeness: Likeness, map_: Map) -> str:
    """On how many questions a likeness rests."""
    return say("{n} of {all}", n=likeness.rests_on, all=len(map_.questions))


def reasons(map_: Map, likeness: Likeness) -> Iterator[Reason]:
    """The computation as words, question by question, then what is not known."""
    questions = {question.id: question for question in map_.questions}
    for shared in likeness.shared:
        yield from reasons_on(questions[shared.question], shared)
    if likeness.not_known:
        names = listed(questions[id_].name for id_ in likeness.not_known)
        yield Reason("not known", "", names)


def reasons_on(question: Question, shared: Shared) -> Iterator[Reason]:
    """What is the same on a question, then what differs."""
    if shared.same:
        words = option_names(question, shared.same)
        yield Reason("same", str(question.name), words, question.facet)
    if shared.only_first or shared.only_second:
        yield Reason("differs", str(question.name), different(question, shared), question.facet)


def different(question: Question, shared: Shared) -> str:
    """What only one of two programmes takes: *here navigation; there advocacy*."""
    here, there = (
        (say("here also {options}"), say("there also {options}"))
        if shared.same
        else (say("here {options}"), say("there {options}"))
    )
    sides = ((here, shared.only_first), (there, shared.only_second))
    return "; ".join(
        words.format(options=option_names(question, given)) for words, given in sides if given
    )


def option_names(question: Question, ids: Iterable[str]) -> str:
    """Names of options in a row, in small letters."""
    return listed(question.option(id_).name.lower() for id_ in ids)
