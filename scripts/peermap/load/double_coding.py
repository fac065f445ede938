"""``synthesis/double-coding/*.csv`` → two codings of the same programmes."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.coding import Coding, DoubleCoding
from peermap.records.map import Map

FOLDER = "synthesis/double-coding"
COLUMNS = {"programme", "question", "state", "option", "strength"}


def read_double_coding(
    texts: Mapping[str, str], map_: Map
) -> tuple[DoubleCoding | None, list[Problem]]:
    """Both codings, or None where either file is missing; and every problem found."""
    paths = [f"{FOLDER}/{name}.csv" for name in ("first", "second")]
    if not all(path in texts for path in paths):
        return None, []
    found: list[Problem] = []
    first, second = (read_coding(path, texts[path], map_, found) for path in paths)
    resolved = texts.get(f"{FOLDER}/resolved.csv", "")
    return DoubleCoding(first, second, sum(1 for _ in rows(resolved))), found


def rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with their line; a short row has empty cells."""
    reader = csv.DictReader(StringIO(text), restval="")
    for row in reader:
        yield reader.line_num, row


def read_coding(path: str, text: str, map_: Map, found: list[Problem]) -> Coding:
    """One coding. Every question that has a row is coded, also when no option is taken."""
    options = {question.id: {o.id for o in question.options} for question in map_.questions}
    coding: dict[tuple[str, str], frozenset[str]] = {}
    for line, row in rows(text):
        missing = COLUMNS - row.keys()
        if missing:
            says = f"the table has no column {shown(sorted(missing)[0])}"
            found.append(
                Problem(Mark(path, 1), says, f"The columns are {', '.join(sorted(COLUMNS))}.")
            )
            return {}
        question, option = row["question"], row["option"]
        if question not in options or (option and option not in options[question]):
            given, known = (
                (option, options.get(question, options))
                if question in options
                else (question, options)
            )
            found.append(
                Problem(
                    Mark(path, line),
                    f"{shown(given)} is not of the map",
                    did_you_mean(given, known),
                )
            )
            continue
        taken = {option} if option and row["strength"] != "inferred" else set()
        key = (row["programme"], question)
        coding[key] = coding.get(key, frozenset()) | taken
    return coding
