"""``mkdocs serve``: what someone sees who edits a record with the site open beside it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import copied_project, with_formatted

RECORD = "caring-community"
NEW_WORDS = "Somebody edited this summary a moment ago."
PATIENCE = 60  # seconds, for a rebuild
REST = 3  # seconds in which a rebuild that sets off another one would show


@pytest.fixture
def project_to_edit(project: Path, tmp_path: Path) -> Path:
    """A project of its own for the test."""
    return with_formatted(copied_project(tmp_path / "project", of=project), project)


@pytest.fixture
def served_page(project_to_edit: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the record's page, served from a project that may be edited."""
    port = free_port()
    with (tmp_path / "log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project_to_edit,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            stderr=log,
        )
        try:
            yield f"http://127.0.0.1:{port}/programmes/{RECORD}/"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_an_edited_record_is_shown_after_one_rebuild(
    served_page: str, project_to_edit: Path, tmp_path: Path
) -> None:
    """Who saves a programme's file sees the new words on its page after one rebuild, and the site
    is at rest again.
    """
    wait_for(served_page, "<h1", 2 * PATIENCE)
    source = project_to_edit / f"synthesis/programmes/{RECORD}.yml"
    source.write_text(with_new_summary(source.read_text(encoding="utf-8")), encoding="utf-8")
    wait_for(served_page, NEW_WORDS, PATIENCE)
    time.sleep(REST)
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert log.count("Detected file changes") == 1, log


def with_new_summary(text: str) -> str:
    """A programme's YAML with other words for its summary, in the layout of DESIGN §4."""
    before, _, rest = text.partition("summary: >")
    assert rest, "the record's summary is not a folded text"
    head, _, after = rest.partition("\n")
    lines = after.splitlines(keepends=True)
    kept = next(n for n, line in enumerate(lines) if line.strip() and not line.startswith(" "))
    return f"{before}summary: >{head}\n  {NEW_WORDS}\n{''.join(lines[kept:])}"


def wait_for(url: str, words: str, seconds: float) -> None:
    """Ask for a page again and again until it says the words."""
    until = time.monotonic() + seconds
    while words not in page_at(url):
        assert time.monotonic() < until, f"'{words}' is not on {url} after {seconds} s"
        time.sleep(0.25)


def page_at(url: str) -> str:
    """The page, or nothing while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""
