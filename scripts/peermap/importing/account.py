"""What became of every entry of an import, in numbers and in words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from peermap.importing.incoming import Incoming, Reading
from peermap.importing.merging import Difference
from peermap.problems import Problem, counted, problem_row, shown
from peermap.tagging.vocabulary import USED, speaks_of_a_question

Fate = Literal["added", "merged", "unchanged", "reported"]
FATES: tuple[Fate, ...] = ("added", "merged", "unchanged", "reported")
MENDS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one work: ``key`` is the reference it is now, or may be (*reported*);
    ``added`` are the fields, ``tags`` the tags that were added to that.
    """

    work: Incoming
    fate: Fate
    key: str = ""
    why: str = ""
    added: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    related: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """All outcomes in order, and the readings they come from."""

    readings: tuple[Reading, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def entries(self) -> int:
        """How many entries came in."""
        return sum(reading.entries for reading in self.readings)

    @property
    def counts(self) -> dict[Fate, int]:
        """How many entries had each fate; what could not be read is reported."""
        counts = Counter(outcome.fate for outcome in self.outcomes)
        counts["reported"] += sum(reading.unread for reading in self.readings)
        return {fate: counts[fate] for fate in FATES}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the exports."""
        return tuple(sorted({p for reading in self.readings for p in reading.problems}))


def account_text(account: Account, *, is_trial: bool) -> str:
    """The account for people: each entry with its place, what is wrong, and the sum."""
    lines = [line for outcome in account.outcomes for line in outcome_lines(outcome)]
    lines += [str(problem) for problem in account.problems]
    lines += list(left_out_lines(account.outcomes))
    if speaks_of_a_question(tag for outcome in account.outcomes for tag in outcome.tags):
        lines.append(USED)
    lines.append(closing(account, is_trial=is_trial))
    return "\n".join(lines)


def closing(account: Account, *, is_trial: bool) -> str:
    """``40 entries in 2 files: 31 added, 4 merged, 3 unchanged, 2 reported``."""
    sums = ", ".join(f"{number} {fate}" for fate, number in account.counts.items())
    entries = f"{account.entries} {'entry' if account.entries == 1 else 'entries'}"
    end = "; nothing is written (--dry-run)" if is_trial else ""
    return f"{entries} in {counted(len(account.readings), 'file')}: {sums}{end}"


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What became of a work, and below it what was mended and where the records differ."""
    yield f"{outcome.work.mark}: {fate_words(outcome)}"
    if outcome.related:
        yield f"  related: {outcome.related}"
    for difference in outcome.differences:
        yield f"  {difference}"
    yield from (f"  mended: {mend}" for mend in outcome.work.mends[:MENDS_SHOWN])


def fate_words(outcome: Outcome) -> str:
    """The fate in words."""
    title = shown(outcome.work.title)
    if outcome.fate == "added":
        return f"added as '{outcome.key}': {title}"
    if outcome.fate == "reported":
        way_out = "\n  Import again with --interactive to decide, or with --unsure new to add it."
        return f"may be '{outcome.key}' ({outcome.why}): {title}{way_out}"
    more = ", ".join([*outcome.added, *outcome.tags])
    names = f"; added to it: {more}" if more else "; nothing new"
    return f"is '{outcome.key}' ({outcome.why}){names}"


def left_out_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What the exports hold and the bibliography has no place for."""
    counts = Counter(name for outcome in outcomes for name in outcome.work.left_out)
    if counts:
        names = ", ".join(f"{name} ({number})" for name, number in sorted(counts.items()))
        yield f"left out, for the bibliography has no place for it: {names}"


def account_json(account: Account, *, is_trial: bool) -> str:
    """The same account for machines."""
    return json.dumps(
        {
            "entries": account.entries,
            **account.counts,
            "written": not is_trial and bool(account.counts["added"] + account.counts["merged"]),
            "files": [{"format": r.format, "entries": r.entries} for r in account.readings],
            "outcomes": [outcome_row(outcome) for outcome in account.outcomes],
            "problems": [problem_row(problem) for problem in account.problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def outcome_row(outcome: Outcome) -> dict[str, Any]:
    """One outcome as plain values."""
    return {
        "path": outcome.work.mark.path,
        "line": outcome.work.mark.line,
        "title": outcome.work.title,
        "given_key": outcome.work.given_key,
        "fate": outcome.fate,
        "key": outcome.key,
        "why": outcome.why,
        "added": list(outcome.added),
        "tags": list(outcome.tags),
        "differences": [
            {"field": d.field, "here": d.here, "there": d.there} for d in outcome.differences
        ],
        "related": outcome.related,
        "mends": list(outcome.work.mends),
        "left_out": list(outcome.work.left_out),
    }
