"""``peermap``: the commands. Exit 0 well, 1 problems in the sources, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from peermap import __version__
from peermap.problems import Stop, shown

COMMANDS = (
    "check",
    "build",
    "serve",
    "import",
    "tag",
    "new",
    "similar",
    "export",
    "pdf",
    "archive",
    "schemas",
    "words",
)

EPOCH = "SOURCE_DATE_EPOCH"  # of a build that is to be the same again
SECONDS = re.compile(r"[0-9]{1,10}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    parsed = parser(*(word for word in given[:1] if word in COMMANDS)).parse_args(given)
    root = Path(parsed.project)
    if not (root / "mkdocs.yml").is_file():
        print(f"{root}: there is no mkdocs.yml; run peermap in a project's folder", file=sys.stderr)
        return 2
    if not SECONDS.fullmatch(os.environ.get(EPOCH, "0")):
        given = shown(os.environ[EPOCH])
        print(f"{EPOCH} is {given}; it ought to be seconds since 1970, or not set", file=sys.stderr)
        return 2
    try:
        return int(parsed.run(root, parsed))
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser(*only: str) -> argparse.ArgumentParser:
    """The commands and what they take; some of them, where it is known which is meant. A module is
    loaded for each, and the one that builds a site waits while the engine works: it is to be small.
    """
    top = argparse.ArgumentParser(prog="peermap", description=__doc__)
    top.add_argument("--version", action="version", version=f"peermap {__version__}")
    top.add_argument("--project", default=".", help="the project's folder (default: this one)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for name in only or COMMANDS:
        module = "import_" if name == "import" else name  # which is a word of Python
        command = import_module(f"peermap.commands.{module}")
        taking = commands.add_parser(name, help=command.HELP, description=command.__doc__)
        command.takes(taking)
        taking.set_defaults(run=command.run)
    return top
