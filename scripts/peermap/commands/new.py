"""Write a new record: from answers on the terminal, from a name, or from an issue's text."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from peermap.annotations import guide_link
from peermap.drafts.asking import Asking, asked_programme
from peermap.drafts.draft import Draft, free_id, id_of, record_text
from peermap.drafts.issue_form import draft_of_issue, record_of_form
from peermap.load.characters import has_hidden
from peermap.load.everything import SYNTHESIS
from peermap.load.yaml_file import read_yaml
from peermap.place.atlas import Atlas
from peermap.problems import Problem, problem_report
from peermap.project import read_project
from peermap.publish.writing import refusals_told, write_new

HELP = "a new record, asked for question by question"
SAME = (
    "has that id already, so the new record has another; if it is the same programme, put what is "
    "new into that file, and delete this one"
)
MOST_ISSUE = 200_000  # characters; GitHub takes 65,536


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("what", choices=("programme",))
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--name", help="ask nothing: write a record of that name to be filled in")
    ways.add_argument(
        "--from-issue",
        metavar="FILE",
        help="the text of an issue of the programme form; - reads it",
    )


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write the record, say where it is, and what is still missing in it."""
    project = read_project(root)
    if project.atlas is None:
        print(problem_report(project.problems), file=sys.stderr)
        return 1
    atlas = project.atlas
    if parsed.from_issue:
        with refusals_told(parsed.from_issue):
            body = issue_text(parsed.from_issue)
        return from_issue(root, atlas, body)
    if parsed.name is not None:
        return write(root, atlas, Draft(name=parsed.name), parsed.name)
    try:
        draft = asked_programme(Asking(input, print), atlas, date.today().isoformat())
    except EOFError:
        print("\nNothing was written.", file=sys.stderr)
        return 1
    return write(root, atlas, draft, draft.name)


def issue_text(name: str) -> str:
    """The text of an issue, from a file or standard input. Raises OSError."""
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode("utf-8", errors="replace")[:MOST_ISSUE]


def from_issue(root: Path, atlas: Atlas, body: str) -> int:
    """A record of an issue: the one the form made, or one of the fields."""
    made = record_of_form(body)
    if made is None:
        draft = draft_of_issue(body, atlas)
        return write(root, atlas, draft, draft.name)
    tree, problems = read_yaml("the issue", made.record)
    name = tree.value.get("name") if tree and isinstance(tree.value, dict) else None
    if problems or has_hidden(made.record.replace("\n", "")) or not isinstance(name, str):
        print(problem_report(problems) or "the issue: no record with a name", file=sys.stderr)
        return 1
    status = write_text(root, atlas, made.record, name)
    if made.references:
        print(f"\nNew works for the bibliography:\n\n{made.references}", end="")
    return status


def write(root: Path, atlas: Atlas, draft: Draft, name: str) -> int:
    """The record of a draft."""
    if not name.strip():
        print("there is no name; a record cannot do without it", file=sys.stderr)
        return 2
    return write_text(root, atlas, record_text(draft), name)


def write_text(root: Path, atlas: Atlas, text: str, name: str) -> int:
    """A record under an id of its own; an older one is never touched, and told."""
    folder = root / SYNTHESIS / "programmes"
    taken = {*atlas.programmes, *(path.stem for path in folder.glob("*.yml"))}
    wanted, path = (folder / f"{id_}.yml" for id_ in (id_of(name), free_id(name, taken)))
    with refusals_told(path):
        write_new(path, text)
    shown = path.relative_to(root).as_posix()
    print(f"{shown} is written")
    if path != wanted:
        print(f"{wanted.relative_to(root).as_posix()} {SAME}")
    return told(shown, read_project(root).problems)


def told(path: str, problems: Iterable[Problem]) -> int:
    """What the new record still lacks, and where the fields are explained."""
    found = [problem for problem in problems if problem.mark.path == path]
    if found:
        print(problem_report(found))
        print(f"How to fill it: {guide_link(found[0])}")
    return 1 if found else 0
