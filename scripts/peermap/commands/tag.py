"""Walk through the references without tags, or take them to a spreadsheet and back."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from peermap.commands.given_files import write_given
from peermap.load.everything import BIBLIOGRAPHY
from peermap.place.atlas import Atlas
from peermap.problems import counted, did_you_mean, problem_report, shown
from peermap.project import read_project
from peermap.publish.writing import refusals_told, write_bytes
from peermap.records.reference import Reference
from peermap.sources import decoded
from peermap.tagging.keywords_edit import tagged_text
from peermap.tagging.sheet import sheet_of, split, tags_of
from peermap.tagging.suggestions import Candidate, candidates, suggestions, untagged
from peermap.tagging.vocabulary import USED, known_tags, speaks_of_a_question, whole

HELP = "tags for references that have none"
BOM = "\ufeff"  # by it Excel knows UTF-8


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--to", metavar="FILE", help="write the untagged as a table (CSV)")
    ways.add_argument("--from", metavar="FILE", dest="source", help="take the tags of such a table")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Do one of the three."""
    project = read_project(root)
    if project.atlas is None:
        print(problem_report(project.problems), file=sys.stderr)
        return 1
    known = candidates(project.atlas)
    if parsed.to:
        return to_sheet(Path(parsed.to), project.atlas, known)
    if parsed.source:
        return from_sheet(root, Path(parsed.source), project.atlas, known)
    return walk(root, project.atlas, known, input)


def to_sheet(path: Path, atlas: Atlas, known: tuple[Candidate, ...]) -> int:
    """Write the table."""
    references = untagged(atlas.references)
    write_given(path, BOM + sheet_of(references, known))
    print(f"{path}: {counted(len(references), 'reference')} without tags")
    return 0


def from_sheet(root: Path, path: Path, atlas: Atlas, known: tuple[Candidate, ...]) -> int:
    """Write the tags of the table, all or none."""
    tags = {str(candidate.tag) for candidate in known}
    with refusals_told(path):
        text, oddities = decoded(path.read_bytes(), path.name)
    try:
        found, problems = tags_of(path.name, text, atlas.references, tags)
    except csv.Error as error:
        print(f"{path}: the table cannot be read: {error}", file=sys.stderr)
        return 2
    problems += oddities
    if any(problem.severity == "error" for problem in problems):  # tags need no UTF-8
        print(problem_report(problems))
        print("Nothing was written.")
        return 1
    return write_tags(root, found)


def walk(root: Path, atlas: Atlas, known: tuple[Candidate, ...], ask: Callable[[str], str]) -> int:
    """One reference after the other; each answer is written at once."""
    references = untagged(atlas.references)
    tags = {str(candidate.tag) for candidate in known}
    count = counted(len(references), "reference")
    print(f"{count} without tags. Empty: leave it. ?: all tags. q: stop.")
    for number, reference in enumerate(references, 1):
        print(f"\n{number} of {len(references)}")
        wanted = asked_tags(reference, known, tags, ask)
        if wanted is None:
            break
        if wanted:
            write_tags(root, {reference.key: wanted})
    return 0


def asked_tags(
    reference: Reference, known: tuple[Candidate, ...], tags: set[str], ask: Callable[[str], str]
) -> list[str] | None:
    """The tags that someone gives a reference; None where they stop."""
    print(f"{reference.author_year} [{reference.key}]\n{reference.title}")
    if abstract := reference.fields.get("abstract"):
        print(f"\n{abstract}")
    offered = suggestions(reference, known)
    for number, suggestion in enumerate(offered, 1):
        print(f"  {number} {suggestion}")
    while True:
        try:
            given = ask("Tags, or numbers of suggestions, with commas: ").strip()
        except EOFError:
            return None
        if given == "q":
            return None
        if given == "?":
            print(known_tags(known))
            continue
        wanted = [whole(meant(p, [str(s.tag) for s in offered]), tags) for p in split(given)]
        wrong = [tag for tag in wanted if tag not in tags]
        if not wrong:
            return wanted
        for tag in wrong:
            print(f"  {shown(tag)} is no tag known here. {did_you_mean(tag, tags)}".rstrip())


def meant(part: str, offered: list[str]) -> str:
    """A tag by its number among the suggestions, or as it is written."""
    if part.isascii() and part.isdigit() and 0 < int(part[:4]) <= len(offered):
        return offered[int(part[:4]) - 1]
    return part


def write_tags(root: Path, tags: Mapping[str, list[str]]) -> int:
    """Tags into the bibliography: all of them, or none and the reason."""
    path = root / BIBLIOGRAPHY
    try:
        text = path.read_bytes().decode("utf-8")
        written = write_bytes(path.resolve(), tagged_text(text, tags).encode())
    except UnicodeDecodeError:
        print(f"{BIBLIOGRAPHY} is not UTF-8, and stays as it is", file=sys.stderr)
        return 1
    except (KeyError, ValueError) as error:
        says = "the keywords cannot be added to, or the entry is not there"
        print(f"{BIBLIOGRAPHY} stays as it is: {shown(error.args[0])}: {says}", file=sys.stderr)
        return 1
    print(f"{counted(len(tags), 'reference')} tagged" if written else "nothing to change")
    if written and speaks_of_a_question(tag for wanted in tags.values() for tag in wanted):
        print(USED)
    return 0
