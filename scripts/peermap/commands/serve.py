"""Show the site and build it again on every change, until stopped."""

from __future__ import annotations

import argparse
from pathlib import Path

from peermap.publish.engines import ENGINES, become_engine

HELP = "show the site and rebuild it on every change"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--address", default="127.0.0.1:8000")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Serve until stopped."""
    return become_engine(ENGINES["mkdocs"], root, "serve", "--dev-addr", parsed.address)
