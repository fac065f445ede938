"""Work that is shared by processes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from peermap.publish import engines
from peermap.publish.workers import NUMBER, shared, workers

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="work is shared on Linux only"
)


def test_every_piece_is_done_once(tmp_path: Path) -> None:
    """However many share the work, all of it is done, and the sum says how much."""

    def work(share: int, number: int) -> int:
        pieces = range(10)[share::number]
        for piece in pieces:
            (tmp_path / f"{number}-{piece}").touch()
        return len(pieces)

    for number in (1, 2, 3):
        assert shared(work, number) == 10
        assert len(list(tmp_path.glob(f"{number}-*"))) == 10


def test_a_share_that_fails_is_not_passed_over(capfd: pytest.CaptureFixture[str]) -> None:
    """When another process fails, the build fails too."""

    def work(share: int, number: int) -> int:
        if share:
            raise ValueError("a share that fails")
        return 1

    with pytest.raises(RuntimeError, match="has failed"):
        shared(work, 2)
    assert "a share that fails" in capfd.readouterr().err


def test_what_the_disk_refuses_to_a_share_is_raised(capfd: pytest.CaptureFixture[str]) -> None:
    """With its file, and without a word of the other process."""

    def work(share: int, number: int) -> int:
        if share:
            raise OSError(28, "No space left on device", "site/index.html")
        return 1

    with pytest.raises(OSError, match="site/index"):
        shared(work, 2)
    assert capfd.readouterr().err == ""


def test_little_work_stays_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the process is made for many records only, or where the environment asks for it."""
    monkeypatch.delenv(NUMBER, raising=False)
    assert workers(10) == 1
    monkeypatch.setenv(NUMBER, "2")
    assert workers(10) == 2


@pytest.mark.parametrize(("problems", "status"), [("0", 0), ("3", 1)])
def test_problems_of_the_sources_end_a_build_with_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problems: str, status: int
) -> None:
    """The engine is content, and still the command says that the sources have problems."""
    from peermap.cli import main

    def built(engine: object, root: Path, account: Path, last: object) -> int:
        account.write_text(problems, encoding="utf-8")
        return 0

    monkeypatch.setattr(engines, "build_with", built)
    (tmp_path / "mkdocs.yml").touch()
    assert main(["--project", str(tmp_path), "build"]) == status
