"""Write the references or the programmes in a format that other programs read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from peermap.commands.given_files import write_given
from peermap.problems import problem_report
from peermap.project import read_project
from peermap.publish.export import FORMATS, Selection, exported, unknown_parts
from peermap.publish.withheld import published

PARTS = {
    "key": "only this reference (each of these may be given again)",
    "question": "only what is about this question",
    "option": "only this option, such as functions/navigation",
    "trend": "only this trend",
    "programme": "only this programme and its sources",
}
HELP = "references or programmes as BibTeX, RIS, CSL-JSON, CSV or JSON"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("format", metavar="FORMAT", choices=FORMATS, help=", ".join(FORMATS))
    for name, words in PARTS.items():
        parser.add_argument(f"--{name}", action="append", default=[], help=words)
    parser.add_argument("--to", metavar="FILE", type=Path, help="a file, replaced in one step")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write to standard output, or to a file."""
    project = read_project(root)
    if project.atlas is None:
        print(problem_report(project.problems), file=sys.stderr)
        return 1
    selection = Selection(
        tuple(parsed.key),
        tuple(parsed.question),
        tuple(parsed.option),
        tuple(parsed.trend),
        tuple(parsed.programme),
    )
    if faults := unknown_parts(project.atlas, selection):
        print("\n".join(faults), file=sys.stderr)
        return 2
    text = exported(published(project.atlas), parsed.format, selection)
    if parsed.to:
        write_given(parsed.to, text)
    else:
        sys.stdout.write(text)
    return 0
