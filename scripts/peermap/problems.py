"""Problems are data: where, what is, what ought to be. One place words them all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

Severity = Literal["error", "warning"]
CLOSE = 75  # of 100: one slip in a short word, two in a long one
SHORTEST_WORD = 4
MOST_LISTED = 8


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a source file: path from the root, line and column from 1 (0 means unknown)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing in the sources that ought to be otherwise.

    ``says`` states what is, in the present tense, with the given value in single quotes;
    ``way_out`` tells what ought to be, or guesses at what was meant.
    """

    mark: Mark
    says: str
    way_out: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        first = f"{self.mark}: {self.says}"
        return "\n".join([first, *(f"  {line}" for line in self.way_out.splitlines())])


def problem_report(problems: Iterable[Problem]) -> str:
    """All problems, sorted and once each, with a closing count; empty text when there are none."""
    found = sorted(set(problems))
    if not found:
        return ""
    files = len({problem.mark.path for problem in found})
    closing = f"{counted(len(found), 'problem')} in {counted(files, 'file')}"
    return "\n".join([*(str(problem) for problem in found), closing])


def problem_json(problems: Iterable[Problem]) -> str:
    """The same problems as a JSON list, for machines."""
    rows = [problem_row(problem) for problem in sorted(set(problems))]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def problem_row(problem: Problem) -> dict[str, str | int]:
    """One problem as plain values."""
    return {
        "path": problem.mark.path,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "severity": problem.severity,
        "says": problem.says,
        "way_out": problem.way_out,
    }


def did_you_mean(given: str, known: Iterable[str], *, kind: str = "") -> str:
    """A guess at what was meant, and the whole list when it is short enough to read."""
    names = sorted(set(known))
    close = close_to(given, names)
    parts = []
    if close:
        parts.append("Did you mean " + " or ".join(f"'{name}'" for name in close) + "?")
    if names and len(names) <= MOST_LISTED and set(names) != set(close):
        parts.append(f"{f'The {kind} known' if kind else 'Known'} here: {', '.join(names)}.")
    return " ".join(parts)


def close_to(given: str, names: Sequence[str]) -> list[str]:
    """At most two names that are spelled much like the given one, or share its words."""
    bare = given.casefold()
    spelled = process.extract(
        bare, names, scorer=fuzz.ratio, processor=str.casefold, limit=2, score_cutoff=CLOSE
    )
    if spelled or len(given) < SHORTEST_WORD:
        return [name for name, _, _ in spelled]
    worded = process.extract(
        bare, names, scorer=fuzz.token_set_ratio, processor=as_words, limit=2, score_cutoff=100
    )
    return [name for name, _, _ in worded]


def as_words(name: str) -> str:
    """An id, or an option with its question, as the words it is made of."""
    return name.casefold().replace("-", " ").replace("/", " ")


def counted(number: int, noun: str) -> str:
    """``1 problem``, ``2 problems``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shown(text: object, *, most: int = 60) -> str:
    """A given value in single quotes, on one line and not longer than a message can bear.

    Characters that nobody sees, or that steer a terminal, stand as ``\ufffd``.
    """
    line = " ".join(str(text[: 10 * most] if isinstance(text, str) else text).split())
    seen = "".join(c if c.isprintable() else "\ufffd" for c in line[:most])
    return f"'{seen if len(line) <= most else seen[:-1] + '…'}'"


class Stop(Exception):  # noqa: N818 - it says what is, as problems do
    """A command cannot go on; ``str()`` says why and what to do."""
