"""How far two codings of the same programmes agree, question by question.

Every option of a question is a decision about every programme: it takes the option on a source
(stated or general), or not. Percent agreement and Cohen's kappa (Cohen 1960, Educational and
Psychological Measurement 20(1):37-46) are computed over these decisions, pooled by question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peermap.records.coding import Coding
from peermap.records.map import Map, Question


@dataclass(frozen=True, slots=True)
class Agreement:
    """Decisions on one question: taken by both, by the first or second coding only, by neither."""

    question: str
    both: int
    first_only: int
    second_only: int
    neither: int

    @property
    def decisions(self) -> int:
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def percent(self) -> float:
        """The share of decisions on which the two agree, of 100."""
        return 100 * (self.both + self.neither) / self.decisions

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement beyond chance; None where chance alone explains everything."""
        n = self.decisions
        first, second = self.both + self.first_only, self.both + self.second_only
        chance = (first * second + (n - first) * (n - second)) / n**2
        return None if chance == 1 else (self.percent / 100 - chance) / (1 - chance)


def agreements(
    map_: Map, programmes: Iterable[str], first: Coding, second: Coding
) -> list[Agreement]:
    """The agreement on each question that both have coded, in the order of the map."""
    names = sorted(programmes)
    found = []
    for question in map_.questions:
        coded = [n for n in names if (n, question.id) in first and (n, question.id) in second]
        found += [agreement(question, coded, first, second)] if coded else []
    return found


def agreement(question: Question, names: list[str], first: Coding, second: Coding) -> Agreement:
    """The decisions on one question, counted."""
    pairs = [
        (option.id in first[name, question.id], option.id in second[name, question.id])
        for name in names
        for option in question.options
    ]
    return Agreement(
        question.id,
        both=pairs.count((True, True)),
        first_only=pairs.count((True, False)),
        second_only=pairs.count((False, True)),
        neither=pairs.count((False, False)),
    )
