"""Read exports of reference managers and databases into the bibliography, without duplicates."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from peermap.importing.account import Account, Outcome, account_json, account_text
from peermap.importing.asking import asked
from peermap.importing.bibliography import PATH, Bibliography, extended, read_bibliography
from peermap.importing.formats import read_export
from peermap.importing.incoming import Incoming, Reading
from peermap.importing.joining import Decide, all_new, joined, undecided
from peermap.importing.shelf import Shelf
from peermap.problems import Problem, problem_json, problem_report
from peermap.project import uncollected
from peermap.publish.writing import refusals_told, write_bytes
from peermap.sources import decoded, read_sources
from peermap.tagging.vocabulary import tags_known

HELP = "add the works of BibTeX, RIS, PubMed, EndNote, Zotero … to the bibliography"
STDIN = "standard input"
MOST_BYTES = 500_000_000
EVERY = 100  # works between two lines of progress
T = TypeVar("T")


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "files", nargs="*", default=["-"], metavar="FILE", help="- is standard input"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be done, write nothing"
    )
    parser.add_argument("--interactive", action="store_true", help="ask where two works may be one")
    parser.add_argument(
        "--unsure",
        choices=("report", "new"),
        default="report",
        help="what becomes of works that may be known: reported (default), or added as new ones",
    )
    parser.add_argument(
        "--no-abstracts",
        action="store_true",
        help="leave abstracts out (the site hands on what an entry has)",
    )


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Read, join, write, and give an account; 1 when something is left for the maintainer.

    Works are plain values without circles, so that looking for garbage among them finds none.
    """
    with uncollected():
        return read_and_joined(root, parsed)


def read_and_joined(root: Path, parsed: argparse.Namespace) -> int:
    """The exit status of the import."""
    exports = []
    for name in parsed.files:
        data = export_bytes(name)
        if isinstance(data, str):
            print(f"{name}: {data}", file=sys.stderr)
            return 2
        exports.append((STDIN if name == "-" else name, data))
    target = root / PATH
    with refusals_told(target):
        bibliography = read_bibliography(target.read_bytes() if target.is_file() else b"")
    if isinstance(bibliography, Problem):
        return refused((bibliography,), parsed.format)
    readings = tuple(reading_of(name, data, parsed) for name, data in exports)
    strange = [p for r in readings if not r.format for p in r.problems]
    if strange:
        return refused(strange, parsed.format)
    shelf = Shelf(bibliography.references, given_tags(root, readings))
    return imported(target, bibliography, shelf, readings, parsed)


def given_tags(root: Path, readings: Iterable[Reading]) -> frozenset[str]:
    """The tags that the project knows, if a keyword of the exports may be one."""
    words = (word for reading in readings for work in reading.works for word in work.keywords)
    return tags_known(read_sources(root)) if any(":" in word for word in words) else frozenset()


def imported(
    target: Path,
    bibliography: Bibliography,
    shelf: Shelf,
    readings: tuple[Reading, ...],
    parsed: argparse.Namespace,
) -> int:
    """Join the works with the bibliography, write it in one step, and print the account."""
    works = [work for reading in readings for work in reading.works]
    outcomes = tuple(shown_progress(joined(works, shelf, decision(parsed)), len(works)))
    data = extended(bibliography, shelf.books)
    if isinstance(data, Problem):
        return refused((data,), parsed.format)
    if not parsed.dry_run and changes(outcomes):
        try:
            write_bytes(target.resolve(), data)
        except OSError as error:
            says = f"{PATH}: the file cannot be written: {error.strerror or error}"
            print(f"{says}; it is as it was", file=sys.stderr)
            return 1
    account = Account(readings, outcomes)
    words = account_json if parsed.format == "json" else account_text
    print(words(account, is_trial=parsed.dry_run))
    return 1 if account.counts["reported"] else 0


def changes(outcomes: Iterable[Outcome]) -> bool:
    """Whether anything came in."""
    return any(outcome.fate in {"added", "merged"} for outcome in outcomes)


def export_bytes(name: str) -> bytes | str:
    """The bytes of an export, or why there are none."""
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        if os.path.getsize(name) > MOST_BYTES:
            return f"the file has more than {MOST_BYTES:,} bytes; split it"
        return Path(name).read_bytes()
    except OSError as error:
        return f"the file cannot be opened: {error.strerror or error}"


def reading_of(name: str, data: bytes, parsed: argparse.Namespace) -> Reading:
    """The works of one export."""
    text, problems = decoded(data, name)
    reading = read_export(name, text)
    works = tuple(map(without_abstract, reading.works)) if parsed.no_abstracts else reading.works
    return replace(reading, works=works, problems=(*problems, *reading.problems))


def without_abstract(work: Incoming) -> Incoming:
    """The work without its abstract, which is somebody's text."""
    if "abstract" not in work.fields:
        return work
    fields = {name: text for name, text in work.fields.items() if name != "abstract"}
    return replace(work, fields=fields, left_out=(*work.left_out, "abstract"))


def decision(parsed: argparse.Namespace) -> Decide:
    """Who decides where nobody can be sure."""
    if parsed.interactive and sys.stdin.isatty():
        return partial(asked, answers=sys.stdin, out=sys.stderr)
    return all_new if parsed.unsure == "new" else undecided


def shown_progress(found: Iterable[T], total: int) -> Iterator[T]:
    """The same things, counted on a terminal as they pass."""
    is_shown = sys.stderr.isatty()
    for number, one in enumerate(found, 1):
        if is_shown and (number % EVERY == 0 or number == total):
            print(f"\r{number:,} of {total:,} works", end="", flush=True, file=sys.stderr)
        yield one
    if is_shown and total:
        print("\r\x1b[K", end="", flush=True, file=sys.stderr)


def refused(problems: Iterable[Problem], format_: str) -> int:
    """Say why nothing is imported."""
    print(problem_json(problems) if format_ == "json" else problem_report(problems))
    return 1
