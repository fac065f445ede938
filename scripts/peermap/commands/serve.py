"""Show the site and build it again on every change, until stopped."""

from __future__ import annotations

import argparse
import socket
from pathlib import Path

from peermap.problems import Stop
from peermap.publish.engines import ENGINES, become_engine

HELP = "show the site and rebuild it on every change"


def takes(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--address", default="127.0.0.1:8000")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Serve until stopped."""
    make_sure_it_is_free(parsed.address)
    return become_engine(ENGINES["mkdocs"], root, "serve", "--dev-addr", parsed.address)


def make_sure_it_is_free(address: str) -> None:
    """Raises Stop where somebody serves there already, before the whole site is built for it."""
    host, _, port = address.rpartition(":")
    with socket.socket() as probe:
        probe.settimeout(1)
        if port.isdecimal() and probe.connect_ex((host or "127.0.0.1", int(port))) == 0:
            way = f"stop what serves there, or say another: --address {host}:{int(port) + 1}"
            raise Stop(f"{address} is taken: {way}")
