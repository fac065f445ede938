"""Set the printable edition: the synthesis, its bibliography and its programmes as one PDF."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from peermap.edition.linking import DATA_PAGE, with_edition
from peermap.edition.typeset import edition
from peermap.problems import problem_report
from peermap.project import read_project
from peermap.publish.engines import site_of
from peermap.publish.writing import write_bytes, write_file

NAME = "peermap.pdf"
HELP = "set the printable edition"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "--to", type=Path, default=None, help="the file (default: dist/peermap.pdf)"
    )


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write the PDF and say where it is."""
    project = read_project(root)
    if project.atlas is None:
        print(problem_report(project.problems), file=sys.stderr)
        return 1
    site = site_of(root)
    default = site / "data" / NAME if parsed.link else root / "dist" / NAME
    path = parsed.to or default
    write_bytes(path, edition(project.atlas))
    if parsed.link:
        page = site / DATA_PAGE
        write_file(page, with_edition(page.read_text(encoding="utf-8"), NAME))
    print(path)
    return 0
