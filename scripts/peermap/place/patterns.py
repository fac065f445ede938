"""Likeness of one programme to all others at once.

Many programmes take the same options of a question, and many the same of all questions: their
*pattern*. So each pair of option sets of a question is weighed once, and a pattern is held against
all patterns by looking up and adding. The sums are those of :meth:`Scale.likeness`, to the bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import add
from typing import TypeVar

from peermap.place.likeness import Scale, joined, profile
from peermap.records.programme import Programme

Number = TypeVar("Number", int, float)
Pattern = tuple[frozenset[str], ...]  # options taken, question by question


@dataclass(frozen=True, slots=True)
class Column:
    """One question: for each pattern the number of its option set, and for each number the
    ``likeness`` of that set to the one of every pattern. ``known`` says of every pattern whether it
    has options at all (1 or 0).
    """

    numbers: tuple[int, ...]
    likeness: tuple[tuple[float, ...], ...]
    known: tuple[int, ...]


class Patterns:
    """The distinct patterns of some programmes, numbered in order of first appearance.

    ``number`` is the pattern of each programme by id; ``members`` are the ids of each pattern.
    """

    def __init__(self, scale: Scale, programmes: Iterable[Programme]) -> None:
        found: dict[Pattern, list[str]] = {}
        for programme in programmes:
            found.setdefault(tuple(profile(programme).values()), []).append(programme.id)
        self.members = tuple(tuple(ids) for ids in found.values())
        self.number = {id_: n for n, ids in enumerate(self.members) for id_ in ids}
        self.columns = columns(scale, list(found))
        self._counts: dict[tuple[int, ...], list[int]] = {}

    def row(self, number: int) -> tuple[list[float], list[int]]:
        """For each pattern its likeness to pattern ``number``, and on how many questions that
        rests.
        """
        sums = added(len(self.members), (c.likeness[c.numbers[number]] for c in self.columns))
        counts = self.counts(tuple(column.known[number] for column in self.columns))
        return list(map(joined, sums, counts, repeat(len(self.columns)))), counts

    def counts(self, known: tuple[int, ...]) -> list[int]:
        """For each pattern on how many questions it can be held against one that is ``known`` on
        those with a 1. Few patterns differ in that.
        """
        if known not in self._counts:
            asked = (
                column.known
                for column, is_known in zip(self.columns, known, strict=True)
                if is_known
            )
            self._counts[known] = [*added(len(self.members), asked)]
        return self._counts[known]


def added(number: int, rows: Iterable[Iterable[Number]]) -> Iterable[Number]:
    """The sums of rows of that length, from the first row to the last."""
    total: Iterable[Number] = repeat(0, number)
    for row in rows:
        total = map(add, total, row)
    return total


def columns(scale: Scale, patterns: Sequence[Pattern]) -> list[Column]:
    """A column for each question of the map."""
    return [
        column(scale, question.id, [pattern[n] for pattern in patterns])
        for n, question in enumerate(scale.map.questions)
    ]


def column(scale: Scale, question: str, taken: Sequence[frozenset[str]]) -> Column:
    """The option sets of one question, numbered, and each held against each."""
    sets = list(dict.fromkeys(taken))
    numbers = {options: n for n, options in enumerate(sets)}
    likeness = ([likeness_of(scale, question, a, b) for b in sets] for a in sets)
    of = tuple(numbers[options] for options in taken)
    return Column(
        of,
        tuple(tuple(map(row.__getitem__, of)) for row in likeness),
        tuple(int(bool(options)) for options in taken),
    )


def likeness_of(scale: Scale, question: str, a: frozenset[str], b: frozenset[str]) -> float:
    """The likeness on one question; 0 where one of them is not known."""
    return scale.weight(question, a & b) / scale.weight(question, a | b) if a and b else 0.0
