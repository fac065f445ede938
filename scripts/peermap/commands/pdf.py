"""Set the printable edition: the synthesis, its bibliography and its programmes as one PDF."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from peermap.commands.given_files import write_given
from peermap.edition.linking import DATA_PAGE, data_pages, with_edition
from peermap.edition.typeset import BOXES, claims_tags, edition
from peermap.problems import Stop, problem_report
from peermap.project import read_project
from peermap.publish.engines import site_of
from peermap.publish.one_at_a_time import one_at_a_time

NAME = "peermap.pdf"
HELP = "set the printable edition"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument(
        "--to", type=Path, default=None, help="the file (default: dist/peermap.pdf)"
    )
    parser.add_argument(
        "--link",
        action="store_true",
        help="put it beside the data of the built site, and a link on the page there",
    )


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write the PDF and say where it is."""
    page = site_of(root) / DATA_PAGE
    if parsed.link and parsed.to:
        raise Stop("--link has a place of its own; leave out --to")
    if parsed.link and not page.is_file():
        raise Stop(f"{page} is not there: build the site first")
    project = read_project(root)
    if project.atlas is None:
        print(problem_report(project.problems), file=sys.stderr)
        return 1
    path = page.parent / NAME if parsed.link else parsed.to or root / "dist" / NAME
    printed = edition(project.atlas)
    if not claims_tags(printed):
        print(BOXES, file=sys.stderr)
    if parsed.link:
        with one_at_a_time(root):
            write_given(path, printed)
            link_from_pages(root, path)
    else:
        write_given(path, printed)
    print(path)
    return 0


def link_from_pages(root: Path, path: Path) -> None:
    """Put a link to the PDF on the page of the data in every language that the site has."""
    for language, name in data_pages(root):
        page = site_of(root) / name
        if page.is_file():
            address = Path(os.path.relpath(path, page.parent)).as_posix()
            write_given(page, with_edition(page.read_text(encoding="utf-8"), address, language))
