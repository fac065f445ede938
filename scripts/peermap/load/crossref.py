"""``crossref``: a chapter takes from its book what it does not say itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from peermap.load.bibtex_fields import Value
from peermap.problems import Mark, Problem, did_you_mean, shown

# What belongs to the one work alone, and what becomes something else in its parts.
OWN_NAMES = """
    abstract crossref doi entryset file ids keywords lists note pages pmcid pmid shorttitle subtitle
    title url urldate xref
"""
OWN = frozenset(OWN_NAMES.split())
DATES = ("date", "year", "month", "day")
AS_PART = {"title": "booktitle", "subtitle": "booksubtitle"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with its values by BibTeX field name, still in LaTeX; ``raw`` as the file has it,
    and the ``part`` of the file that it is read from.
    """

    type: str
    key: str
    mark: Mark
    values: Mapping[str, Value]
    raw: str
    part: Any = None


def parent_keys(entries: Sequence[Entry]) -> set[str]:
    """The keys, in small letters, of entries from which others take something."""
    named = (entry.values.get("crossref") for entry in entries)
    return {key_in(reference) for reference in named if reference}


def key_in(reference: Value) -> str:
    """The key that a ``crossref`` names, in small letters."""
    return reference.text.strip(" {}").lower()


def with_crossrefs(entries: Sequence[Entry], found: list[Problem]) -> list[Entry]:
    """The entries, each with what it takes from the one it refers to, and that from its own."""
    by_key: dict[str, Entry] = {}
    for entry in entries:
        by_key.setdefault(entry.key.lower(), entry)
    return [
        replace(entry, values=merged(ancestry(entry, by_key, found)))
        if "crossref" in entry.values
        else entry
        for entry in entries
    ]


def ancestry(entry: Entry, by_key: Mapping[str, Entry], found: list[Problem]) -> list[Entry]:
    """The entry, the one it refers to, the one that refers to, …; problems of its own step only."""
    line = [entry]
    while reference := line[-1].values.get("crossref"):
        parent = by_key.get(key_in(reference))
        if parent is None or any(parent is one for one in line):
            if parent is entry or (parent is None and line[-1] is entry):
                found.append(lost(entry.values["crossref"], by_key, in_circle=parent is entry))
            break
        line.append(parent)
        if len(line) > MOST_STEPS:
            says = f"crossref leads over more than {MOST_STEPS} references"
            found.append(Problem(entry.values["crossref"].mark, says, "Name the last one here."))
            break
    return line


def lost(reference: Value, by_key: Mapping[str, Entry], *, in_circle: bool) -> Problem:
    """A crossref that leads nowhere, or back."""
    given = shown(reference.text)
    if in_circle:
        return Problem(reference.mark, f"crossref {given} leads back to the reference itself")
    guess = did_you_mean(reference.text[:60], by_key, kind="keys")
    return Problem(reference.mark, f"crossref {given} is not a key of this file", guess)


def merged(line: Sequence[Entry]) -> dict[str, Value]:
    """The values of the first, filled up from the others in turn."""
    values = dict(line[0].values)
    for parent in line[1:]:
        is_dated = any(name in values for name in DATES)
        for name, value in inherited(parent):
            if name not in values and not (is_dated and name in DATES):
                values[name] = value
    return values


def inherited(parent: Entry) -> Iterator[tuple[str, Value]]:
    """What a part takes from its whole: a title becomes ``booktitle``."""
    for name, value in parent.values.items():
        if name in AS_PART:
            yield AS_PART[name], value
        elif name not in OWN:
            yield name, value


MOST_STEPS = 5
