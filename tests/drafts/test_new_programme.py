"""`peermap new programme`, as someone at a terminal meets it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from building import ROOT
from finder.node import node
from peermap.cli import main
from peermap.drafts.asking import Asking, asked_programme
from peermap.drafts.draft import free_id, record_text
from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.publish.writing import write_new

GROUND = ROOT / "tests/cases/_ground"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small project of one's own."""
    shutil.copytree(GROUND, tmp_path, dirs_exist_ok=True)
    return tmp_path


def answering(answers: Iterator[str], said: list[str]) -> Asking:
    """A terminal at which someone gives these answers, and nothing after the last."""

    def ask(words: str) -> str:
        said.append(words)
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    return Asking(ask, said.append)


def test_every_question_is_asked_until_the_answer_holds(atlas: Atlas) -> None:
    """A slip gets a guess and the question again, words of a title find the key of the work, and
    *?* shows a list; the draft that comes out is a record that reads
    back as it was said.
    """
    said: list[str] = []
    communities = next(iter(atlas.communities))
    answers = [
        "Door to door: a “trial”", "", "", "1",
        "lesard2024", "lessard health conditions", "lessard2024", "", "", "",
        "?", "peer", "Montréal, Cannada", "Montréal, Canada", "last year", "2016/..",
        "nobodyatall", communities, "", "People listen & go along.",
        "3", "Results, p. 2", "They: go along.", "stated", "-", "", "", "", "", "a note",
    ]  # fmt: skip
    draft = asked_programme(answering(iter(answers), said), atlas, "2026-11-22")
    assert any("Did you mean 'lessard2024'" in line for line in said)
    assert any("Perhaps lessard2024 (Lessard et al. 2024)" in line for line in said)
    assert any("Numbers, ids or names" in line for line in said)
    assert any("1 Relationship" in line for line in said), "options are shown before they are asked"
    assert any("Did you mean 'Canada'" in line for line in said)
    assert any("'last year' is no period" in line for line in said)
    assert any("'nobodyatall' is not in the list" in line for line in said)
    assert draft.answers["formality"] == "not stated"
    assert "They: go along." in record_text(draft)
    assert draft.read == (("lessard2024", "full text", "2026-11-22"),)


def test_who_leaves_writes_nothing(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody answers to the end, no file appears."""
    before = sorted(small.rglob("*"))

    def nobody(words: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert main(["--project", str(small), "new", "programme"]) == 1
    assert sorted(small.rglob("*")) == before
    assert "Nothing was written." in capsys.readouterr().err


def test_a_name_alone_makes_a_record_to_fill_in(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--name` writes a record and says all that it still lacks, and where to read on. A second one
    of that name gets an address of its own, which is said; the first stays as it was.
    """
    arguments = ["--project", str(small), "new", "programme", "--name", "Über: «frame» #1"]
    assert main(arguments) == 1
    first = small / "synthesis/programmes/uber-frame-1.yml"
    text = first.read_text(encoding="utf-8")
    out = capsys.readouterr().out
    assert out.startswith("synthesis/programmes/uber-frame-1.yml is written\n")
    assert "that id already" not in out
    for lacking in ("'trend' is empty", "'summary' is empty", "'read' is missing"):
        assert f"{lacking}\n  " in out
    assert "3 problems in 1 file\nHow to fill it: CONTRIBUTING.md#add-a-programme\n" in out
    assert main(arguments) == 1
    assert "\nsynthesis/programmes/uber-frame-1.yml has that id already" in capsys.readouterr().out
    assert first.read_text(encoding="utf-8") == text
    assert (small / "synthesis/programmes/uber-frame-1-2.yml").is_file()


def test_an_issue_becomes_a_record(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--from-issue` writes the record that the form made, and shows the new works."""
    door = (small / "synthesis/programmes/door-knockers.yml").read_text(encoding="utf-8")
    issue = small / "issue.txt"
    record = door.replace("name: Door", "name: Other door")
    fenced = f"```yaml\n{record}\n@misc{{new2024,\n  title = {{A}},\n}}\n```"
    issue.write_text(f"### Record made by the form of the site\n\n{fenced}\n", encoding="utf-8")
    assert main(["--project", str(small), "new", "programme", "--from-issue", str(issue)]) == 0
    out = capsys.readouterr().out
    assert "@misc{new2024," in out
    atlas = read_project(small).atlas
    assert atlas is not None
    assert len(atlas.programmes) == 2


def test_an_issue_that_is_not_there_is_told(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be read is named with its reason, and nothing is written."""
    before = sorted(small.rglob("*"))
    command = ["--project", str(small), "new", "programme", "--from-issue"]
    for name in ("nowhere.txt", str(small)):
        assert main([*command, name]) == 2
        assert capsys.readouterr().err.startswith(f"{name}: ")
    assert sorted(small.rglob("*")) == before


def test_a_folder_that_takes_no_file_is_told(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the record cannot be written, its path and the reason are said."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.link", full)
    assert main(["--project", str(small), "new", "programme", "--name", "Doors"]) == 2
    assert "doors.yml: No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize(
    "record", ["- a\n- b", "a: &a [1]\nb: *a", "name: [", "{" * 30 + "}" * 30, "name: \x00"]
)
def test_a_record_that_is_none_is_not_written(small: Path, record: str) -> None:
    """An issue whose record cannot be read is refused with its reason, and no file appears."""
    before = sorted(small.rglob("*"))
    issue = small.parent / "issue.txt"
    issue.write_text(f"### Record made by the form of the site\n\n{record}\n", encoding="utf-8")
    assert main(["--project", str(small), "new", "programme", "--from-issue", str(issue)]) in (1, 2)
    assert sorted(small.rglob("*")) == before


def test_a_file_that_came_in_between_is_kept(tmp_path: Path) -> None:
    """Where a file of that name appears meanwhile, it stays, and nothing half is left beside it."""
    path = tmp_path / "a.yml"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_new(path, "theirs")
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


IDS = {
    "../../etc/passwd": "etc-passwd",
    "frame": "the-frame",
    "page-2": "the-page-2",
    "\x00\u202e": "programme",
    "日本": "programme",
    "a" * 500: "a" * 80,
    "Été à Montréal": "ete-a-montreal",
    "Søstre": "s-stre",
}


@pytest.mark.parametrize(("name", "id_"), IDS.items())
def test_an_id_can_always_be_an_address(name: str, id_: str) -> None:
    """Whatever the name is, the id has small letters, digits and hyphens, and no path."""
    assert free_id(name, ()) == id_


def test_the_form_in_the_browser_gives_the_same_ids() -> None:
    """A record has one address, however it is written."""
    module = json.dumps((ROOT / "docs/assets/contribute/words.js").as_uri())
    ids = f"{json.dumps([*IDS])}.map((name) => freeId(name, new Set(), 'programme'))"
    script = f"import {{ freeId }} from {module};\nconsole.log(JSON.stringify({ids}));"
    done = node("--input-type=module", "--eval", script)
    assert json.loads(done.stdout) == [*IDS.values()]
