"""Say which programmes are most like one, and which of them stand across silos."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from peermap.problems import problem_report, shown
from peermap.project import read_project
from peermap.render.similar import similar_json, similar_text, unknown_programme

HELP = "the programmes most like one, and why"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("id", metavar="ID", help="the programme: the name of its file")
    parser.add_argument("--most", type=positive, default=5, help="of each list (default: 5)")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def positive(given: str) -> int:
    """A whole number above nothing. Raises ArgumentTypeError for anything else."""
    if not given.isascii() or not given.isdigit() or not int(given):
        raise argparse.ArgumentTypeError(f"{shown(given)} is no whole number above 0")
    return int(given)


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Say both lists, as text or JSON."""
    project = read_project(root)
    if project.atlas is None:
        print(problem_report(project.problems), file=sys.stderr)
        return 1
    programme = project.atlas.programmes.get(parsed.id)
    if programme is None:
        print(unknown_programme(project.atlas, parsed.id), file=sys.stderr)
        return 2
    as_words = similar_json if parsed.format == "json" else similar_text
    print(as_words(project.atlas, programme, parsed.most))
    return 0
