"""Pack site, data, sources and the printable edition into one zip that opens from a disk."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from peermap import __version__
from peermap.archive.package import archive_files, zipped
from peermap.archive.sources import left_at_home
from peermap.commands.given_files import write_given
from peermap.edition.typeset import BOXES, claims_tags, edition
from peermap.problems import problem_report
from peermap.project import read_project
from peermap.publish.engines import ENGINES, build_and_tell, site_of
from peermap.publish.one_at_a_time import one_at_a_time

HELP = "one zip for thirty years, in dist/"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--to", type=Path, default=None, help="the folder (default: dist/)")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Build the site, then write the zip, its checksum and the PDF, and say where they are and what
    is not in them. With problems in the sources it ends with 1, as ``peermap build`` does, once
    all is written. No other build changes the site meanwhile.
    """
    with one_at_a_time(root):
        return archived(root, parsed)


def archived(root: Path, parsed: argparse.Namespace) -> int:
    """The same, where no other build is under way."""
    status, has_problems = build_and_tell(ENGINES["mkdocs"], root)
    project = read_project(root)
    if status or project.atlas is None:
        print(problem_report(project.problems), file=sys.stderr)
        return status or 1
    site = site_of(root)
    printed = edition(project.atlas)
    if not claims_tags(printed):
        print(BOXES, file=sys.stderr)
    packed = zipped(archive_files(root, site, project.atlas, printed))
    to, name = parsed.to or root / "dist", f"peermap-{__version__}"
    sums = f"{hashlib.sha256(packed).hexdigest()}  {name}.zip\n"
    for end, data in (("pdf", printed), ("zip", packed), ("zip.sha256", sums)):
        write_given(to / f"{name}.{end}", data)
    print(f"{to / name}.zip\n{to / name}.pdf")
    if left := left_at_home(root):
        print("not packed, for git does not know them:", *left, sep="\n  ", file=sys.stderr)
    return int(has_problems)
