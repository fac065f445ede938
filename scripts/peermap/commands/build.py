"""Build the site into ``site/``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from peermap.commands.check import exit_status
from peermap.project import read_project
from peermap.publish.engines import ENGINES, HOW_TO_GET, build_with

HELP = "build the site into site/"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--engine", choices=tuple(ENGINES), default="mkdocs")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Build with the engine; problems of the sources are said, and what can be built is built."""
    engine = ENGINES[parsed.engine]
    if not engine.is_here:
        print(f"{parsed.engine} is not installed; get it with: {HOW_TO_GET}", file=sys.stderr)
        return 2
    status = build_with(engine, root)
    return status or exit_status(read_project(root).problems)
