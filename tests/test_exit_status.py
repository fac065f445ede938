"""A build that has problems says so to whoever called it, wherever they come from."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from building import copied_project, in_english, with_formatted
from peermap.cli import main
from peermap.problems import Mark, Problem
from peermap.publish.engines import add_to_account
from peermap.publish.writing import write_file


def test_a_page_in_the_place_of_another_ends_a_build_with_1(project: Path, tmp_path: Path) -> None:
    """A hand-written file where a page is generated is a problem, although all sources are well."""
    copy = in_english(with_formatted(copied_project(tmp_path / "copy", of=project), project))
    write_file(copy / "docs/map/index.md", "# My map\n")
    command = [sys.executable, "-m", "peermap", "--project", str(copy), "build"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert "docs/map/index.md: the file is hand-written" in done.stderr
    assert done.returncode == 1
    assert "My map" in (copy / "site/map/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("found", "number"), [([], "0"), ([1, 2], "3")])
def test_problems_add_up(tmp_path: Path, found: list[int], number: str) -> None:
    """Those of the sources, of citations and of pages in each language."""
    account = tmp_path / "account"
    problem = Problem(Mark("a.yml"), "says", "")
    add_to_account([problem] * bool(found), account)
    add_to_account([problem] * len(found), account)
    assert account.read_text(encoding="utf-8") == number


def test_an_archive_of_sources_with_problems_is_written_and_ends_with_1(
    project: Path, tmp_path: Path
) -> None:
    """As a build does; a file that git does not know is named, and not packed."""
    copy = in_english(with_formatted(copied_project(tmp_path / "copy", of=project), project))
    for command in (["init", "--quiet"], ["add", "."]):
        subprocess.run(["git", *command], cwd=copy, check=True)
    write_file(copy / "docs/map/index.md", "# My map\n")
    write_file(copy / "bibliography/zotero.ris", "TY  - JOUR\n")
    command = [sys.executable, "-m", "peermap", "--project", str(copy), "archive"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "docs/map/index.md: the file is hand-written" in done.stderr
    assert "\n  bibliography/zotero.ris\n" in done.stderr
    (packed,) = (copy / "dist").glob("*.zip")
    assert str(packed) in done.stdout
    with zipfile.ZipFile(packed) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
    assert {"sources/mkdocs.yml", "site/index.html", "peermap.pdf"} <= names
    assert "sources/bibliography/zotero.ris" not in names


@pytest.mark.parametrize("given", ["noon", "", "-1", "99999999999"])
def test_a_time_of_builds_that_is_none_is_told(
    given: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where only the engine or the archive would stumble over it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert main(["--project", str(project), "check"]) == 2
    assert capsys.readouterr().err.startswith(f"SOURCE_DATE_EPOCH is '{given}'; it ought to be")
