"""How long an edited record takes to be seen in a preview: python -m bench.preview [REFERENCES].

A corpus is written and shown by ``peermap serve``. The title of a reference and the summary of a
programme are edited in turn, each when the whole site has followed the edit before; the page is
asked for until it says the new words. Prints seconds by the clock.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpus import PATHS, Size, write_corpus

EDITS = 3
OFTEN = 0.05  # seconds between two looks
REST = 60.0  # seconds for the whole site to follow


def page_at(url: str) -> str:
    """The page; nothing while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=120) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def seconds_until(url: str, words: str) -> float:
    """How long until a page says some words."""
    start = time.monotonic()
    while words not in page_at(url):
        time.sleep(OFTEN)
    return time.monotonic() - start


def edit(path: Path, before: str, words: str) -> None:
    """Put words behind the last place where a pattern matches."""
    text = path.read_text(encoding="utf-8")
    at = [match.end() for match in re.finditer(before, text)][-1]
    path.write_text(f"{text[:at]}{words} {text[at:]}", encoding="utf-8")


def edits(root: Path, address: str) -> None:
    """Edit a reference and a programme in turn, and print how long each took to be seen."""
    key = max((root / "synthesis/programmes").glob("synthetic-*.yml")).stem
    bibliography = root / "bibliography/references.bib"
    last = re.findall(r"^@\w+\{(\w+),", bibliography.read_text("utf-8"), re.MULTILINE)[-1]
    for number in range(EDITS):
        for page, path, before in (
            (f"references/{last}/", bibliography, r"\n  title = \{"),
            (f"programmes/{key}/", root / f"synthesis/programmes/{key}.yml", '"summary": "'),
        ):
            time.sleep(REST)
            words = f"Edited {number}"
            edit(path, before, words)
            print(f"{page} {seconds_until(address + page, words):.2f} s", flush=True)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    """The command."""
    references = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with TemporaryDirectory() as folder:
        root = write_corpus(Path(folder) / "corpus", Size(references, max(references // 10, 177)))
        port = free_port()
        command = (sys.executable, "-m", "peermap", "serve", "--address", f"127.0.0.1:{port}")
        with (root / "log").open("wb") as log:
            server = subprocess.Popen(command, cwd=root, stderr=log, env=os.environ | PATHS)
        try:
            first = seconds_until(f"http://127.0.0.1:{port}/", "<h1")
            print(f"first build {first:.1f} s, load {os.getloadavg()[0]:.1f}", flush=True)
            edits(root, f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
