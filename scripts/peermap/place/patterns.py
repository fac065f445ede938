"""Likeness of one programme to all others at once.

Many programmes take the same options of a question, and many the same of all questions: their
*pattern*. So each pair of option sets of a question is weighed once, and a pattern is held against
all patterns by looking up and adding. The sums are those of :meth:`Scale.likeness`, to the bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peermap.place.likeness import Scale, joined, profile
from peermap.records.programme import Programme

Pattern = tuple[frozenset[str], ...]  # options taken, question by question


@dataclass(frozen=True, slots=True)
class Column:
    """One question: for each pattern the number of its option set, and for each two numbers the
    ``likeness`` of the sets and whether both are ``known`` (1 or 0).
    """

    numbers: tuple[int, ...]
    likeness: tuple[tuple[float, ...], ...]
    known: tuple[tuple[int, ...], ...]


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

    def row(self, number: int) -> tuple[list[float], list[int]]:
        """For each pattern its likeness to pattern ``number``, and on how many questions that
        rests.
        """
        sums, counts = [0.0] * len(self.members), [0] * len(self.members)
        for column in self.columns:
            of = column.numbers[number]
            likeness, known = column.likeness[of], column.known[of]
            sums = [s + likeness[n] for s, n in zip(sums, column.numbers, strict=True)]
            counts = [c + known[n] for c, n in zip(counts, column.numbers, strict=True)]
        questions = len(self.columns)
        values = [joined(s, c, questions) for s, c in zip(sums, counts, strict=True)]
        return values, counts


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
    return Column(
        tuple(numbers[options] for options in taken),
        tuple(tuple(likeness_of(scale, question, a, b) for b in sets) for a in sets),
        tuple(tuple(int(bool(a and b)) for b in sets) for a in sets),
    )


def likeness_of(scale: Scale, question: str, a: frozenset[str], b: frozenset[str]) -> float:
    """The likeness on one question; 0 where one of them is not known."""
    return scale.weight(question, a & b) / scale.weight(question, a | b) if a and b else 0.0
