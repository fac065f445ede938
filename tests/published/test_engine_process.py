"""The process in which an engine runs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree

import pytest

from peermap.cli import main
from peermap.publish.around import build_around
from peermap.publish.engines import ENDS_AT_ONCE, Engine, run_behind

GROUND = Path(__file__).parent.parent / "cases" / "_ground"


@pytest.mark.parametrize(
    ("ends", "status", "said"),
    [
        ("pass", 0, ""),
        ("sys.exit()", 0, ""),
        ("sys.exit(3)", 3, ""),
        ("sys.exit('no such file')", 1, "no such file\n"),
    ],
)
def test_it_ends_as_the_engine_does(tmp_path: Path, ends: str, status: int, said: str) -> None:
    """What the engine prints arrives, and its exit status is that of the process; nothing that it
    has in memory is taken apart.
    """
    (tmp_path / "engine.py").write_text(
        "import sys\n"
        "class Held:\n"
        "    def __del__(self): print('taken apart')\n"
        "held = sys.held = Held()\n"
        f"print(*sys.argv[1:], end='')\n{ends}\n"
    )
    command = [sys.executable, *ENDS_AT_ONCE, "engine", "build", "--clean"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (status, "build --clean", said)


SLOW = """
import pathlib, time
pathlib.Path("begun").touch()
try:
    time.sleep(60)
finally:
    pathlib.Path("tidied").touch()
"""
CALLER = """
import sys
from pathlib import Path
from peermap.publish.engines import ENDS_AT_ONCE, run
sys.exit(run([*ENDS_AT_ONCE, "engine"], Path(".")))
"""


def waited_for(path: Path) -> bool:
    """Whether a file comes within half a minute."""
    until = time.monotonic() + 30
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.05)
    return path.exists()


def caller_of_slow_engine(folder: Path) -> subprocess.Popen[bytes]:
    """A process that waits for an engine, which is at work."""
    (folder / "engine.py").write_text(SLOW)
    caller = subprocess.Popen([sys.executable, "-c", CALLER], cwd=folder, stderr=subprocess.DEVNULL)
    assert waited_for(folder / "begun")
    return caller


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a process is ended without being told")
def test_an_engine_tidies_up_when_its_caller_is_told_to_end(tmp_path: Path) -> None:
    """Who ends ``peermap build`` from outside leaves no engine behind, and nothing half done."""
    caller = caller_of_slow_engine(tmp_path)
    caller.terminate()
    assert caller.wait(timeout=30) != 0
    assert (tmp_path / "tidied").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody tells the engine")
def test_an_engine_tidies_up_when_its_caller_is_killed(tmp_path: Path) -> None:
    """Nor is one left behind by a caller that could not tell it to end."""
    caller = caller_of_slow_engine(tmp_path)
    caller.kill()
    caller.wait(timeout=30)
    assert waited_for(tmp_path / "tidied")


def test_a_place_that_is_taken_is_told_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second preview at the same address says which one to take."""
    (tmp_path / "mkdocs.yml").touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert main(["--project", str(tmp_path), "serve", "--address", address]) == 2
    assert f"{address} is taken" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "build", "archive"])
def test_settings_that_are_no_yaml_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """With their place, and without a traceback."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nnav: [", encoding="utf-8")
    assert main(["--project", str(tmp_path), command]) == 2
    assert capsys.readouterr().err.startswith("mkdocs.yml:2:")


def test_a_fault_of_the_engine_is_told(tmp_path: Path) -> None:
    """An engine that breaks down says where, as it would without us."""
    (tmp_path / "engine.py").write_text("raise RuntimeError('broken')\n")
    command = [sys.executable, *ENDS_AT_ONCE, "engine"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.endswith("RuntimeError: broken\n")


def test_a_fault_of_an_engine_that_calls_nobody_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What such an engine refuses, as a template that is not there, ends in no traceback."""
    project = copytree(GROUND, tmp_path / "project")
    (project / "engine.py").write_text(
        "import sys\nprint('Building', file=sys.stderr)\nraise RuntimeError('no such template')\n"
    )
    assert build_around(Engine("engine", calls_hook=False), project) == 1
    assert capsys.readouterr().err.endswith("Building\nno such template\n")


def test_what_an_engine_says_behind_a_preview_is_kept(tmp_path: Path) -> None:
    """Why the site that follows an edit could not be built can be told."""
    (tmp_path / "engine.py").write_text("raise RuntimeError('broken')\n")
    status, said = run_behind(Engine("engine", calls_hook=True), tmp_path, "build")
    assert status == 1
    assert said.endswith("RuntimeError: broken\n")


def test_an_engine_that_does_not_start_behind_a_preview_is_told(tmp_path: Path) -> None:
    """As where there is no memory for it: the edits after it are followed all the same."""
    status, said = run_behind(Engine("engine", calls_hook=True), tmp_path / "nowhere", "build")
    assert status == 1
    assert "nowhere" in said


@pytest.mark.skipif(os.name != "posix", reason="a process can take another's place on POSIX only")
def test_who_ends_a_preview_ends_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``peermap serve`` becomes the engine, and so leaves none behind."""
    became: list[list[str]] = []

    def become(program: str, command: list[str], environment: dict[str, str]) -> None:
        became.append(command)
        raise SystemExit

    monkeypatch.setattr(os, "execve", become)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").touch()
    with pytest.raises(SystemExit):
        main(["--project", str(tmp_path), "serve", "--address", "127.0.0.1:8001"])
    assert became == [[sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:8001"]]
