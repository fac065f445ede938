"""``peermap import`` as a maintainer runs it."""

from __future__ import annotations

import io
import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from importing.dialects import zotero_csl
from peermap.cli import main
from peermap.commands import import_
from peermap.load.bibtex import read_references

REAL = Path(__file__).parents[2] / "bibliography" / "references.bib"
# The seed's first record as a form put it on one line, its abstract shortened in our own words.
SEED = (
    "TY - JOUR AU - É Lessard AU - N. O'Brien AU - A. C. Panaite AU - M. Leclaire "
    "AU - G. Castonguay AU - G. Rouly AU - A. Boivin A1 - AB - On peers in a clinic. "
    "AD - Montréal, Canada. "
    "AN - 39134944 BT - BMC Prim Care C5 - Healthcare Disparities CP - 1 DA - Aug 12 "
    "DO - 10.1186/s12875-024-02548-5 DP - NLM ET - 20240812 IS - 1 JF - BMC Prim Care LA - eng "
    "N2 - On peers in a clinic. PY - 2024 SN - 2731-4553 SP - 298 ST - Can you be a peer if you "
    "don't share the same health or social conditions? A qualitative study on peer integration in "
    "a primary care setting T1 - Can you be a peer if you don't share the same health or social "
    "conditions? A qualitative study on peer integration in a primary care setting T2 - BMC Prim "
    "Care TI - Can you be a peer if you don't share the same health or social conditions? A "
    "qualitative study on peer integration in a primary care setting U1 - Healthcare Disparities "
    "U3 - 10.1186/s12875-024-02548-5 VL - 25 VO - 2731-4553 Y1 - 2024 ER - "
)
FAMILIES = ["Lessard", "O'Brien", "Panaite", "Leclaire", "Castonguay", "Rouly", "Boivin"]
GIVEN = "É. N. A. C. M. G. G. A."


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    """The bibliography of a project that has nothing else; it is not there yet."""
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "bibliography").mkdir()
    return tmp_path / "bibliography" / "references.bib"


def run(bib: Path, export: str, *options: str) -> int:
    """Import a text; the exit status."""
    path = bib.parents[1] / "export"
    path.write_text(export, encoding="utf-8")
    return main(["--project", str(bib.parents[1]), "import", str(path), *options])


def test_the_seed_is_one_right_reference(bib: Path) -> None:
    """Seven authors, title, journal, year, volume, issue, article number, identifiers, abstract."""
    assert run(bib, SEED) == 0
    (read,), problems = read_references("x", bib.read_text(encoding="utf-8"))
    assert problems == ()
    assert (read.key, read.type, read.year) == ("lessard2024", "article", "2024")
    assert [name.family for name in read.authors] == FAMILIES
    assert " ".join(name.given for name in read.authors) == GIVEN
    assert read.title.startswith("Can you be a peer if you don't share the same health")
    assert read.fields == {
        "journal": "BMC Prim Care",
        "volume": "25",
        "number": "1",
        "pages": "298",
        "doi": "10.1186/s12875-024-02548-5",
        "pmid": "39134944",
        "issn": "2731-4553",
        "abstract": "On peers in a clinic.",
    }


def test_the_seed_is_a_sure_duplicate(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It merges with the reference that is there, adds what is missing, changes no line, and a
    second import changes nothing.
    """
    before = REAL.read_bytes()
    bib.write_bytes(before)
    assert run(bib, SEED, "--no-abstracts") == 0
    assert "is 'lessard2024' (the same DOI)" in capsys.readouterr().out
    after = bib.read_bytes()
    old, new = before.decode().splitlines(), after.decode().splitlines()
    assert Counter(new) - Counter(old) == Counter(["  month = {aug},", "  day = {12},"])
    assert not Counter(old) - Counter(new)
    assert run(bib, SEED, "--no-abstracts") == 0
    assert bib.read_bytes() == after


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_tag_for_a_known_work_changes_one_line(
    bib: Path, capsys: pytest.CaptureFixture[str], line_end: str
) -> None:
    """A tag that someone gave a work in Zotero stands behind its keywords, and the account names
    it; every other line stays, and a second import changes nothing.
    """
    shutil.copytree(REAL.parents[1] / "synthesis", bib.parents[1] / "synthesis")
    before = REAL.read_bytes().replace(b"\n", line_end.encode())
    bib.write_bytes(before)
    export = SEED.replace("ER - ", "KW - label:peer-navigator ER - ")
    assert run(bib, export, "--no-abstracts", "--format", "json") == 0
    (outcome,) = json.loads(capsys.readouterr().out)["outcomes"]
    assert outcome["tags"] == ["label:peer-navigator"]
    after = bib.read_bytes()
    old, new = (Counter(data.split(line_end.encode())) for data in (before, after))
    (keywords,) = old - new
    tagged = keywords.replace(b"},", b", label:peer-navigator},")
    assert new - old == Counter([tagged, b"  month = {aug},", b"  day = {12},"])
    assert run(bib, export, "--no-abstracts") == 0
    assert bib.read_bytes() == after


def test_a_trial_writes_nothing(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--dry-run`` says what would be done."""
    assert run(bib, SEED, "--dry-run") == 0
    assert not bib.exists()
    assert "nothing is written" in capsys.readouterr().out


def test_the_account_for_machines(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--format json`` gives the same numbers, and for each entry its new key."""
    assert run(bib, SEED, "--format", "json") == 0
    account = json.loads(capsys.readouterr().out)
    assert (account["entries"], account["added"], account["written"]) == (1, 1, True)
    assert [outcome["key"] for outcome in account["outcomes"]] == ["lessard2024"]


def test_standard_input(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file, or with ``-``, the export comes from standard input."""
    for arguments in ([], ["-"]):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SEED.encode())))
        assert main(["--project", str(bib.parents[1]), "import", *arguments]) == 0
    assert bib.read_text(encoding="utf-8").count("@article") == 1


def test_a_file_that_is_not_there(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is wrong usage, and nothing is written."""
    assert main(["--project", str(bib.parents[1]), "import", "nowhere.ris"]) == 2
    assert "nowhere.ris: the file cannot be opened" in capsys.readouterr().err
    assert not bib.exists()


DOUBT = "TY  - JOUR\nAU  - Moss, Ada\nTI  - Listening at {}\nPY  - 2012\nER  - \n"


@pytest.mark.parametrize(("answer", "entries", "status"), [("y", 1, 0), ("n", 2, 0), ("", 1, 1)])
def test_a_doubt_is_asked(
    bib: Path, monkeypatch: pytest.MonkeyPatch, answer: str, entries: int, status: int
) -> None:
    """``--interactive`` shows both works: joined, added, or left for later."""
    run(bib, DOUBT.format("the doors of small towns"))
    terminal = io.StringIO(f"what?\n{answer}\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    assert run(bib, DOUBT.format("the door of small towns"), "--interactive") == status
    assert bib.read_text(encoding="utf-8").count("@article") == entries


def test_progress_is_for_terminals(bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal sees works counted; a pipe sees nothing of it."""
    seen = io.StringIO()
    monkeypatch.setattr("sys.stderr", seen)
    assert list(import_.shown_progress(range(300), 300)) == list(range(300))
    assert seen.getvalue() == ""
    monkeypatch.setattr(seen, "isatty", lambda: True)
    assert list(import_.shown_progress(range(300), 300)) == list(range(300))
    assert "200 of 300 works" in seen.getvalue()


def test_killed_at_any_moment(bib: Path) -> None:
    """The bibliography is the old one or the new one, never a half; the next import mends all."""
    references, _ = read_references("x", REAL.read_text(encoding="utf-8"))
    old = REAL.read_bytes()
    export = bib.parents[1] / "export.ris"
    items = json.loads(zotero_csl(references))
    for item in items:
        item["title"] += " a second time"
        item.pop("DOI", None)
        item.pop("note", None)
    export.write_text(json.dumps(items), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "peermap",
        "--project",
        str(bib.parents[1]),
        "import",
        str(export),
    ]
    bib.write_bytes(old)
    start = time.monotonic()
    subprocess.run([*command, "--unsure", "new"], check=False, capture_output=True)
    whole, new = time.monotonic() - start, bib.read_bytes()
    assert new.startswith(old)
    assert len(new) > len(old) * 1.3
    moments = random.Random(6)
    for _ in range(6):
        bib.write_bytes(old)
        process = subprocess.Popen([*command, "--unsure", "new"], stdout=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.5, 1.05) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert bib.read_bytes() in {old, new}


def test_a_full_disk_leaves_the_old_file(
    bib: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever stops the writing, the old file stays and no piece of the new one lies about."""
    bib.write_bytes(REAL.read_bytes())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert run(bib, DOUBT.format("the door")) == 1
    assert "the file cannot be written: No space left on device" in capsys.readouterr().err
    assert bib.read_bytes() == REAL.read_bytes()
    assert [path.name for path in bib.parent.iterdir()] == ["references.bib"]
