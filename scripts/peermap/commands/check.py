"""Say every problem of the sources, with its place and a way out."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from peermap.annotations import GUIDE, OTHERWISE, annotation_report, repository_address
from peermap.problems import Problem, counted, problem_json, problem_report
from peermap.project import read_project

HELP = "every problem of the sources, with its place"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Say every problem, or what there is when there is none."""
    project = read_project(root)
    if parsed.format == "json":
        print(problem_json(project.problems))
    elif project.problems and parsed.format == "github":
        print(annotation_report(project.problems, repository_address(os.environ)))
    elif project.problems:
        print(problem_report(project.problems))
        print(f"How to mend them: {GUIDE}#{OTHERWISE}")
    elif project.atlas:
        counts = (
            counted(len(project.atlas.references), "reference"),
            counted(len(project.atlas.programmes), "programme"),
            counted(len(project.atlas.labels), "label"),
        )
        print(f"{', '.join(counts)}: no problems")
    return exit_status(project.problems)


def exit_status(problems: Sequence[Problem]) -> int:
    """1 when the sources have problems, else 0."""
    return 1 if problems else 0
