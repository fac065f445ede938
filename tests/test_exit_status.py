"""A build that has problems says so to whoever called it, wherever they come from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from building import copied_project, in_english, with_formatted
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
