"""Two builds of one project at the same moment."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import copied_project, in_english, with_few_records
from peermap.publish.one_at_a_time import WAITING, one_at_a_time

NO_CLAIMS = pytest.mark.skipif(os.name != "posix", reason="a file can be claimed on POSIX only")
BUILD = (sys.executable, "-m", "peermap", "--project")
HOLDER = """
import pathlib, subprocess, sys
from peermap.publish.one_at_a_time import one_at_a_time
with one_at_a_time(pathlib.Path(".")):
    child = subprocess.Popen(["sleep", "60"])
    print(child.pid, flush=True)
    child.wait()
"""
NEXT = """
import pathlib
from peermap.publish.one_at_a_time import one_at_a_time
with one_at_a_time(pathlib.Path(".")):
    print("built")
"""


@pytest.fixture
def small(project: Path, tmp_path: Path) -> Path:
    """The pages of the real project, in English, with the few records of the ground."""
    return with_few_records(in_english(copied_project(tmp_path / "small", of=project)))


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site by its address."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@NO_CLAIMS
def test_two_builds_at_once_are_one_after_the_other(small: Path, tmp_path: Path) -> None:
    """Both end well, one says that it waits for the other, and the site is what one of them alone
    makes. The folder is named as seen from another.
    """
    alone = Path(shutil.copytree(small, tmp_path / "alone"))
    both = [
        subprocess.Popen(
            [*BUILD, "small", "build"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    said = [build.communicate(timeout=300)[1] for build in both]
    assert [build.returncode for build in both] == [0, 0], said
    assert sorted(text.count(WAITING) for text in said) == [0, 1]
    assert "Traceback" not in "".join(said)
    assert subprocess.run([*BUILD, str(alone), "build"], capture_output=True).returncode == 0
    assert files_of(small / "site") == files_of(alone / "site")
    assert list(small.glob(".site.*")) == []


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A process that builds for long, and the number of one that it has started."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    child = int(process.stdout.readline())
    with process:
        yield process, child
    os.kill(child, signal.SIGKILL)


@NO_CLAIMS
def test_nobody_waits_for_a_build_that_was_killed(
    holder: tuple[subprocess.Popen[str], int], tmp_path: Path
) -> None:
    """Also where a process that it has started goes on."""
    process, child = holder
    following = subprocess.Popen(
        [sys.executable, "-c", NEXT],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert following.stderr
    assert following.stderr.readline() == f"{WAITING}\n"
    assert following.poll() is None
    process.kill()
    assert following.communicate(timeout=30)[0] == "built\n"
    os.kill(child, 0)  # it is still there


def test_where_nothing_can_be_claimed_nobody_waits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As on a disk that is read only: what can be built there is built."""
    (tmp_path / ".cache").write_text("in its place")
    with one_at_a_time(tmp_path), one_at_a_time(tmp_path):
        pass
    assert capsys.readouterr().err == ""
