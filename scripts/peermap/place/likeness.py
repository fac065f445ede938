"""How alike two programmes are, on the map alone: never by label, community or issue.

A question counts where a source places both programmes on it; readings of our own do not count.
On such a question the likeness is the weight of the options both take, divided by the weight of
the options either takes. An option weighs ``log2(1 + n / k)`` when ``k`` of the ``n`` programmes
placed on its question take it: what nearly all do tells little, what few do tells much. The whole
is the sum over the shared questions, divided by their number and two more that count as unlike,
scaled so that being the same on every question is 1. So a likeness on one question (at most a
good third) never outranks a good one (half alike or better) on five.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log2

from peermap.records.map import Map
from peermap.records.programme import Answer, Programme

DOUBT = 2  # questions that every pair is taken to differ on, so that thin knowledge ranks low
Profile = Mapping[str, frozenset[str]]  # question → options taken on stated or general evidence


@dataclass(frozen=True, slots=True)
class Shared:
    """One question on which both are placed: options ``same``, and those of one only (in the
    order of the map). ``likeness`` is between 0 and 1.
    """

    question: str
    same: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """The likeness of two programmes, 0 to 1, and the computation: shared and unknown questions."""

    value: float
    shared: tuple[Shared, ...]
    not_known: tuple[str, ...]

    @property
    def rests_on(self) -> int:
        """On how many questions the likeness rests."""
        return len(self.shared)


Pair = tuple[str, frozenset[str], frozenset[str]]
"""A question, and the options that each of two programmes takes of it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights of one Atlas: (question, option) → weight, for the questions of its map."""

    map: Map
    weights: Mapping[tuple[str, str], float]
    _held: dict[Pair, Shared] = field(default_factory=dict, repr=False, compare=False)
    """What was held against each other before: a map has few answers, and every pair asks."""

    def likeness(self, first: Programme, second: Programme) -> Likeness:
        """How alike two programmes are. Symmetric but for the names of the two sides."""
        ours, theirs = profile(first), profile(second)
        shared, not_known = [], []
        for question in self.map.questions:
            if ours[question.id] and theirs[question.id]:
                shared.append(self.shared(question.id, ours[question.id], theirs[question.id]))
            else:
                not_known.append(question.id)
        value = joined(sum(s.likeness for s in shared), len(shared), len(self.map.questions))
        return Likeness(value, tuple(shared), tuple(not_known))

    def shared(self, question: str, ours: frozenset[str], theirs: frozenset[str]) -> Shared:
        """One question held against the other's."""
        pair = (question, ours, theirs)
        if pair not in self._held:
            self._held[pair] = self.newly_shared(*pair)
        return self._held[pair]

    def newly_shared(self, question: str, ours: frozenset[str], theirs: frozenset[str]) -> Shared:
        """The same, reckoned."""
        same, either = self.weight(question, ours & theirs), self.weight(question, ours | theirs)
        options = [o.id for q in self.map.questions if q.id == question for o in q.options]
        return Shared(
            question,
            tuple(o for o in options if o in ours and o in theirs),
            tuple(o for o in options if o in ours - theirs),
            tuple(o for o in options if o in theirs - ours),
            same / either,
        )

    def weight(self, question: str, options: Iterable[str]) -> float:
        """The weight of some options together, added in a fixed order."""
        return sum(self.weights[question, option] for option in sorted(options))


def joined(likeness: float, shared: int, questions: int) -> float:
    """The sum of likenesses on ``shared`` of the ``questions``, as one value between 0 and 1."""
    return likeness / (shared + DOUBT) * (questions + DOUBT) / questions


def scale_of(map_: Map, programmes: Iterable[Programme]) -> Scale:
    """The weights that follow from how many programmes take each option."""
    profiles = [profile(programme) for programme in programmes]
    weights = {}
    for option in map_.options:
        placed = [p[option.question] for p in profiles if p[option.question]]
        takers = sum(option.id in options for options in placed)
        weights[option.question, option.id] = log2(1 + len(placed) / max(takers, 1))
    return Scale(map_, weights)


@lru_cache(maxsize=20_000)
def profile(programme: Programme) -> Profile:
    """The options a programme takes on stated or general evidence; none where it is not placed.
    Kept, for every comparison asks: nobody may change it.
    """
    return {question: taken(answer) for question, answer in programme.answers.items()}


def taken(answer: Answer) -> frozenset[str]:
    """The options of one answer that rest on more than our own reading."""
    return frozenset(p.option for p in answer.placements if p.strength != "inferred")
