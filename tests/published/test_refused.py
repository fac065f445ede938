"""A disk that refuses: the file and the reason are told in a line, and the site that stands stays.

How much fits on a disk is played by how long a file may be.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from building import copied_project, in_english, with_few_records
from peermap.cli import main
from peermap.place.atlas import Atlas
from peermap.publish.engines import ENGINES, HOW_TO_GET
from peermap.publish.parquet import parquet_tables
from peermap.publish.writing import lay, refused, write_file

resource = pytest.importorskip("resource", reason="the length of files has a bound on POSIX only")
NO_ROOM = "File too large"


def bounded(most: int) -> None:
    """Let no file of this process be longer."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))


@contextmanager
def short_files() -> Iterator[None]:
    """Within it no file is longer than a thousand bytes, nor what the tests themselves print."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    bounded(1000)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def build(
    project: Path, *options: str, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """``peermap build`` in a project."""
    command = [sys.executable, "-m", "peermap", "--project", str(project), "build", *options]
    return subprocess.run(command, capture_output=True, text=True, preexec_fn=before)


@pytest.fixture
def small(project: Path, tmp_path: Path) -> Path:
    """A project with few records, whose site stands."""
    copy = with_few_records(in_english(copied_project(tmp_path / "small", of=project)))
    write_file(copy / "site/index.html", "as it was")
    return copy


def test_a_file_is_written_whole_or_it_is_told(tmp_path: Path) -> None:
    """A disk that is almost full takes the beginning of a file and says nothing."""
    with short_files():
        lay(str(tmp_path / "fits"), b"a" * 1000)
        with pytest.raises(OSError, match="fits-not"):
            lay(str(tmp_path / "fits-not"), b"a" * 1001)


@pytest.mark.parametrize("most", [20_000, 60_000])
def test_a_disk_without_room_is_told(small: Path, most: int) -> None:
    """While pages are made for the engine, and while it writes what they look like."""
    done = build(small, before=partial(bounded, most))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("ERROR"))
    assert line.endswith(f": {NO_ROOM}")
    assert str(small) in line
    assert [path.read_text() for path in (small / "site").rglob("*")] == ["as it was"]
    assert list(small.glob(".site.*")) == []
    assert list(small.rglob("*.part")) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_in_the_place_of_a_folder_is_told(small: Path, engine: str) -> None:
    """Around every engine."""
    if not ENGINES[engine].is_here:
        pytest.skip(f"{engine} is not here: {HOW_TO_GET}")
    shutil.rmtree(small / "docs/map", ignore_errors=True)
    write_file(small / "docs/map", "not a folder")
    done = build(small, "--engine", engine)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert f"{small}/docs/map/index.md: Not a directory\n" in done.stderr


def test_a_file_in_the_place_of_the_site_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stays as it is, for somebody may want it; so does a link that leads nowhere."""
    write_file(tmp_path / "mkdocs.yml", "site_name: A town\n")
    write_file(tmp_path / "site", "a list of towns")
    assert main(["--project", str(tmp_path), "build"]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path}/site: the site is to be here")
    assert (tmp_path / "site").read_text() == "a list of towns"


def test_settings_that_cannot_be_opened_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By check, which reads the sources all the same."""
    write_file(tmp_path / "mkdocs.yml", "site_name: A town\n")
    (tmp_path / "mkdocs.fr.yml").mkdir()
    assert main(["--project", str(tmp_path), "check"]) == 2
    said = capsys.readouterr()
    assert said.err == f"{tmp_path}/mkdocs.fr.yml: Is a directory\n"
    assert "synthesis/map.yml" in said.out


def test_tables_without_room_are_told(atlas: Atlas) -> None:
    """The rows go to a place for passing files, and so do the tables."""
    with short_files(), pytest.raises(OSError, match=NO_ROOM):
        parquet_tables(atlas)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device", "a", None, "b"), "b: No space left on device"),
        (OSError(28, "No space left on device", "a"), "a: No space left on device"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("gone"), "gone"),
    ],
)
def test_a_refusal_names_what_was_to_be_written(error: OSError, said: str) -> None:
    """Where two files are known, that is the second: the first was there."""
    assert refused(error) == said
