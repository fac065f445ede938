"""Build the site into ``site/``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from peermap.publish.engines import ENGINES, HOW_TO_GET, build_and_tell, site_of
from peermap.publish.immutable import make_immutable
from peermap.publish.one_at_a_time import one_at_a_time

HELP = "build the site into site/"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--engine", choices=tuple(ENGINES), default="mkdocs")
    parser.add_argument(
        "--immutable", action="store_true", help="name assets by what is in them, for a server"
    )


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Build with the engine; problems of the sources are said, and what can be built is built."""
    engine = ENGINES[parsed.engine]
    if not engine.is_here:
        print(f"{parsed.engine} is not installed; get it with: {HOW_TO_GET}", file=sys.stderr)
        return 2
    last = make_immutable if parsed.immutable else None
    with one_at_a_time(root):
        status, has_problems = build_and_tell(engine, root, last)
    if status == 0:
        print(f"The site stands in {os.path.relpath(site_of(root))}/ now.")
    return status or int(has_problems)
