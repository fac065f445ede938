"""``peermap``: the commands. Exit 0 well, 1 problems in the sources, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from peermap import __version__
from peermap.problems import Problem, counted, problem_json, problem_report, shown
from peermap.project import read_project
from peermap.render.similar import similar_json, similar_text, unknown_programme


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    parsed = parser().parse_args(arguments)
    root = Path(parsed.project)
    if not (root / "mkdocs.yml").is_file():
        print(f"{root}: there is no mkdocs.yml; run peermap in a project's folder", file=sys.stderr)
        return 2
    try:
        return int(parsed.run(root, parsed))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> argparse.ArgumentParser:
    """The commands and what they take."""
    top = argparse.ArgumentParser(prog="peermap", description=__doc__)
    top.add_argument("--version", action="version", version=f"peermap {__version__}")
    top.add_argument("--project", default=".", help="the project's folder (default: this one)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="every problem of the sources, with its place")
    checking.add_argument("--format", choices=("text", "json"), default="text")
    checking.set_defaults(run=check)
    building = commands.add_parser("build", help="build the site into site/")
    building.add_argument("--engine", choices=("mkdocs",), default="mkdocs")
    building.set_defaults(run=build)
    serving = commands.add_parser("serve", help="show the site and rebuild it on every change")
    serving.add_argument("--address", default="127.0.0.1:8000")
    serving.set_defaults(run=serve)
    comparing = commands.add_parser("similar", help="the programmes most like one, and why")
    comparing.add_argument("id", metavar="ID", help="the programme: the name of its file")
    comparing.add_argument("--most", type=positive, default=5, help="of each list (default: 5)")
    comparing.add_argument("--format", choices=("text", "json"), default="text")
    comparing.set_defaults(run=similar)
    return top


def positive(given: str) -> int:
    """A whole number above nothing. Raises ArgumentTypeError for anything else."""
    if not given.isascii() or not given.isdigit() or not int(given):
        raise argparse.ArgumentTypeError(f"{shown(given)} is no whole number above 0")
    return int(given)


def check(root: Path, parsed: argparse.Namespace) -> int:
    """Say every problem, or what there is when there is none."""
    project = read_project(root)
    if parsed.format == "json":
        print(problem_json(project.problems))
    elif project.problems:
        print(problem_report(project.problems))
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


def build(root: Path, parsed: argparse.Namespace) -> int:
    """Build with the engine; problems of the sources are said, and what can be built is built."""
    status = mkdocs(root, "build", "--clean")
    return status or exit_status(read_project(root).problems)


def serve(root: Path, parsed: argparse.Namespace) -> int:
    """Serve until stopped."""
    return mkdocs(root, "serve", "--dev-addr", parsed.address)


def similar(root: Path, parsed: argparse.Namespace) -> int:
    """Say which programmes are most like one, and which of them stand across silos."""
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


def mkdocs(root: Path, *arguments: str) -> int:
    """Run MkDocs in the project; its exit status."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, env=os.environ | QUIET, check=False).returncode


QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # Material's banner about another project
