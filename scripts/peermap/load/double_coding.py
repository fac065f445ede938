"""``synthesis/double-coding/*.csv`` → two codings of the same programmes."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Mapping
from io import StringIO

from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.coding import Coding, DoubleCoding
from peermap.records.map import Map

FOLDER = "synthesis/double-coding"
QUOTES = "Double each quotation mark within a cell, and put one before the cell and one behind it."
COLUMNS = {"programme", "question", "state", "option", "strength"}


def read_double_coding(
    texts: Mapping[str, str], map_: Map, programmes: Collection[str]
) -> tuple[DoubleCoding | None, list[Problem]]:
    """Both codings, or None where either file is missing; and every problem found. ``programmes``
    are the ids that there are.
    """
    paths = [f"{FOLDER}/{name}.csv" for name in ("first", "second")]
    if not all(path in texts for path in paths):
        return None, []
    found: list[Problem] = []
    first, second = (read_coding(path, texts[path], map_, programmes, found) for path in paths)
    last = f"{FOLDER}/resolved.csv"
    resolved = sum(1 for _ in rows(last, texts.get(last, ""), programmes, found))
    return DoubleCoding(first, second, resolved), found


def rows(
    path: str, text: str, programmes: Collection[str], found: list[Problem]
) -> Iterator[tuple[Mark, dict[str, str]]]:
    """The rows of a table with their place; a short row has empty cells. A programme that there is
    not is told at its first row, and passed over; what cannot be read ends the table.
    """
    reader, told, line = csv.DictReader(StringIO(text), restval="", strict=True), set[str](), 1
    try:
        for row in reader:
            line, id_ = reader.line_num, row.get("programme")
            if id_ is None or id_ in programmes:
                yield Mark(path, line), row
            elif id_ not in told:
                told.add(id_)
                says = f"{shown(id_)} is no programme of programmes/"
                way_out = did_you_mean(id_, programmes, kind="programmes")
                found.append(Problem(Mark(path, line), says, way_out))
    except csv.Error:
        says = "the table cannot be read from this row on"
        found.append(Problem(Mark(path, line + 1), says, QUOTES))


def read_coding(
    path: str, text: str, map_: Map, programmes: Collection[str], found: list[Problem]
) -> Coding:
    """One coding. Every question that has a row is coded, also when no option is taken."""
    options = {question.id: {o.id for o in question.options} for question in map_.questions}
    coding: dict[tuple[str, str], frozenset[str]] = {}
    for mark, row in rows(path, text, programmes, found):
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
                    mark,
                    f"{shown(given)} is not of the map",
                    did_you_mean(given, known),
                )
            )
            continue
        taken = {option} if option and row["strength"] != "inferred" else set()
        key = (row["programme"], question)
        coding[key] = coding.get(key, frozenset()) | taken
    return coding
