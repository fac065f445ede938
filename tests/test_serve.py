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

pytestmark = pytest.mark.long

RECORD = "caring-community"
NEW_WORDS = "Somebody edited this summary a moment ago."
NEW_TITLE = "Somebody edited this title"
LANGUAGES = 2
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


def test_what_is_saved_during_the_first_build_is_shown(
    served_page: str, project_to_edit: Path, tmp_path: Path
) -> None:
    """Who edits a programme while the preview starts need not save it again."""
    until = time.monotonic() + 2 * PATIENCE
    while "Building documentation to directory" not in (tmp_path / "log").read_text(
        encoding="utf-8"
    ):
        assert time.monotonic() < until
        time.sleep(0.05)
    source = project_to_edit / f"synthesis/programmes/{RECORD}.yml"
    source.write_text(with_new_summary(source.read_text(encoding="utf-8")), encoding="utf-8")
    wait_for(served_page, NEW_WORDS, PATIENCE)


def test_the_whole_site_follows_an_edited_record(
    served_page: str, project_to_edit: Path, tmp_path: Path
) -> None:
    """Who saves the bibliography sees the new title on the page of the work, in each language, and
    soon after in every list and file; what is wrong in it is said at once.
    """
    wait_for(served_page, "<h1", 2 * PATIENCE)
    root = served_page.partition("programmes/")[0]
    source = project_to_edit / "bibliography/references.bib"
    text = source.read_text(encoding="utf-8")
    edited = with_new_title(text, "sokol2016").replace("{2016}", "{16}", 1)
    source.write_text(edited, encoding="utf-8")
    for page in ("references/sokol2016/", "fr/references/sokol2016/"):
        wait_for(root + page, NEW_TITLE, PATIENCE)
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert "bibliography/references.bib:" in log
    assert log.count("Documentation built") == LANGUAGES, "the whole site was waited for"
    wait_for(f"{root}data/references.csv", NEW_TITLE, 2 * PATIENCE)
    wait_for(f"{root}fr/data/library-rows.json", NEW_TITLE, PATIENCE)


def with_new_title(text: str, key: str) -> str:
    """A bibliography with another title for one work."""
    before, _, rest = text.partition(f"{{{key},")
    head, _, after = rest.partition("title = {")
    return f"{before}{{{key},{head}title = {{{NEW_TITLE} {after}"


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
