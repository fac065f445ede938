"""Untagged references as a table for a spreadsheet, and the tags that come back in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable

from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.publish.data import FORMULA_STARTS, table
from peermap.records.reference import Reference
from peermap.tagging.suggestions import Candidate, suggestions

FIELDS = ("key", "author_year", "title", "abstract", "tags", "suggestions")
WAY_OUT = "Put tags into the column 'tags', with a semicolon between them."


def sheet_of(references: Iterable[Reference], known: Collection[Candidate]) -> str:
    """A row for each reference; the column ``tags`` is empty. No cell can start a formula."""
    return table(FIELDS, (row(reference, known) for reference in references))


def row(reference: Reference, known: Collection[Candidate]) -> dict[str, str]:
    """A reference with what speaks for its tags."""
    return {
        "key": reference.key,
        "author_year": reference.author_year,
        "title": reference.title,
        "abstract": reference.fields.get("abstract", ""),
        "tags": "",
        "suggestions": "; ".join(map(str, suggestions(reference, known))),
    }


def tags_of(
    name: str, text: str, keys: Collection[str], tags: Collection[str]
) -> tuple[dict[str, list[str]], list[Problem]]:
    """The tags of a sheet by key, and a problem for every key and tag that is none."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if not {"key", "tags"} <= set(reader.fieldnames or ()):
        says = "the table has no columns 'key' and 'tags'"
        return {}, [Problem(Mark(name, 1), says, WAY_OUT)]
    found: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for given in reader:
        mark = Mark(name, reader.line_num)
        key, wanted = cell(given["key"]), split(cell(given["tags"]))
        if wanted and key not in keys:
            problems.append(Problem(mark, f"{shown(key)} is no reference", did_you_mean(key, keys)))
        for tag in wanted:
            if tag not in tags:
                guess = did_you_mean(tag, tags) or WAY_OUT
                problems.append(Problem(mark, f"{shown(tag)} is no tag known here", guess))
        if wanted:
            found.setdefault(key, []).extend(wanted)
    return found, problems


def cell(given: str | None) -> str:
    """A cell's text, without the apostrophe that kept it from being a formula."""
    text = (given or "").strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text


def split(text: str) -> list[str]:
    """Tags between semicolons or commas."""
    return [part.strip() for part in text.replace(",", ";").split(";") if part.strip()]
