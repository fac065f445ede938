"""Build the site into ``site/``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from peermap.commands.check import exit_status
from peermap.project import read_project

HELP = "build the site into site/"
QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # Material's banner about another project


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--engine", choices=("mkdocs",), default="mkdocs")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Build with the engine; problems of the sources are said, and what can be built is built."""
    status = mkdocs(root, "build", "--clean")
    return status or exit_status(read_project(root).problems)


def mkdocs(root: Path, *arguments: str) -> int:
    """Run MkDocs in the project; its exit status."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, env=os.environ | QUIET, check=False).returncode
