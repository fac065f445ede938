"""Each folder of ``tests/cases`` is a small project with one fault, and what is said of it.

A case lays its files over ``_ground``, a project without faults; paths in its ``absent.txt`` are
taken away. ``expected/problems.txt`` is what ``peermap check`` prints. ``expected/atlas.txt`` tells
how what is read differs from what is read of the ground: lines that are gone begin with ``-``, new
ones with ``+``. ``pytest tests/test_cases.py --update`` rewrites both.
"""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from atlas_lines import atlas_lines
from peermap.cli import main
from peermap.project import read_project
from peermap.publish.pouring import record_pages
from peermap.publish.prepare import prepare

CASES = Path(__file__).parent / "cases"
GROUND = CASES / "_ground"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir() and path != GROUND)
DOOR = "synthesis/programmes/door-knockers.yml"
NO_ATLAS = ["no Atlas"]
HEADS = ("+++", "---")
GUIDE = "How to mend them: CONTRIBUTING.md#"
ONE_LINE = b"name: " + b"door " * 1_048_576


def laid_out(case: str, root: Path) -> Path:
    """The project of a case below ``root``: the ground, less what is absent, with its own files."""
    project = root / "project"
    shutil.copytree(GROUND, project)
    if case:
        left_out = shutil.ignore_patterns("expected", "absent.txt")
        shutil.copytree(CASES / case, project, dirs_exist_ok=True, ignore=left_out)
        absent = CASES / case / "absent.txt"
        for path in absent.read_text(encoding="utf-8").split() if absent.exists() else ():
            (project / path).unlink()
    return project


def said(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit status and output of ``peermap check``, less the line that leads to the guide."""
    status = main(["--project", str(project), "check"])
    out = capsys.readouterr().out
    assert (GUIDE in out) == (status != 0)
    return status, "".join(line for line in out.splitlines(keepends=True) if GUIDE not in line)


def still_read(project: Path) -> list[str]:
    """What the Atlas holds, in lines; one line when there is none."""
    atlas = read_project(project).atlas
    return list(atlas_lines(atlas)) if atlas else NO_ATLAS


def differences(project: Path, ground: list[str]) -> str:
    """The lines that what is read has less and more than the ground's."""
    read = still_read(project)
    if read == NO_ATLAS:
        return "no Atlas\n"
    lines = difflib.unified_diff(ground, read, n=0, lineterm="")
    kept = [f"{line[0]} {line[1:]}" for line in lines if line[0] in "+-" and line[:3] not in HEADS]
    return "".join(f"{line}\n" for line in kept)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is read of the project without faults."""
    return still_read(laid_out("", tmp_path_factory.mktemp("ground")))


def test_the_ground_has_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Cases start from a project without faults, so that what is said is said of the case."""
    status, out = said(laid_out("", tmp_path), capsys)
    assert (status, out) == (0, "2 references, 1 programme, 2 labels: no problems\n")


def rewrite(expected: Path, found: dict[str, str]) -> None:
    """Make a folder ``expected`` hold what is found; an empty text needs no file."""
    expected.mkdir(exist_ok=True)
    for name, text in found.items():
        (expected / name).unlink(missing_ok=True)
        if text:
            (expected / name).write_text(text, encoding="utf-8")


def text_of(path: Path) -> str:
    """The text of a file, empty when there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.mark.parametrize("case", NAMES)
def test_case(
    case: str,
    ground: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """``peermap check`` says exactly what is expected, and exactly the rest is read."""
    project = laid_out(case, tmp_path)
    status, out = said(project, capsys)
    found = {"problems.txt": out, "atlas.txt": differences(project, ground)}
    expected = CASES / case / "expected"
    if request.config.getoption("--update"):
        rewrite(expected, found)
    assert found == {name: text_of(expected / name) for name in found}
    assert status == (0 if ": no problems\n" in out else 1)


@pytest.mark.parametrize("case", NAMES)
def test_the_pages_of_a_case_are_made(case: str, tmp_path: Path) -> None:
    """What is still read becomes pages: no fault of the sources stops the site."""
    atlas = read_project(laid_out(case, tmp_path)).atlas
    if atlas is None:
        assert "map" in case, "only a project without a readable map has no Atlas"
        return
    prepare(atlas, tmp_path, tmp_path / "docs")
    assert {page.address for page in record_pages(atlas)} >= {
        *(f"programmes/{id_}/" for id_ in atlas.programmes),
        *(f"references/{key}/" for key in atlas.references),
    }


def test_a_line_of_five_megabytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is far too large is named and left aside; the rest of the project is read."""
    project = laid_out("", tmp_path)
    (project / DOOR).write_bytes(ONE_LINE)
    _, out = said(project, capsys)
    assert out == (
        f"{DOOR}: the file has 5,242,886 bytes; a .yml file here may have 1,000,000\n"
        "  Split it, or look whether something else was saved here.\n"
        "1 problem in 1 file\n"
    )
    assert any("Oak, Cleo (2019)" in line for line in still_read(project))


def test_french_words_for_a_file_that_is_far_too_large(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The English file is there, though it is not read: its French words are no fault."""
    project = laid_out("", tmp_path)
    (project / DOOR).write_bytes(ONE_LINE)
    french = project / DOOR.replace("synthesis/", "synthesis/fr/")
    french.parent.mkdir(parents=True)
    french.write_text("name: Ceux qui frappent aux portes\n", encoding="utf-8")
    _, out = said(project, capsys)
    assert "1 problem in 1 file\n" in out


def test_two_files_whose_names_differ_by_case_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One address cannot have two records: the one whose name is an id is read."""
    project = laid_out("", tmp_path)
    other = project / "synthesis/programmes/Door-Knockers.yml"
    if other.exists():
        pytest.skip("this file system does not tell capitals from small letters")
    other.write_bytes((project / DOOR).read_bytes())
    _, out = said(project, capsys)
    assert out.splitlines()[0] == (
        "synthesis/programmes/Door-Knockers.yml: the file name 'Door-Knockers' is not an id"
    )
    assert sum(line.startswith("programme ") for line in still_read(project)) == 1


def test_a_link_out_of_the_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that is a link to a file elsewhere is not followed: its text could be anyone's."""
    project = laid_out("", tmp_path)
    secret = tmp_path / "secret.yml"
    secret.write_text("name: Secret", encoding="utf-8")
    (project / "synthesis/programmes/stolen.yml").symlink_to(secret)
    _, out = said(project, capsys)
    assert "stolen.yml: the file is a link that leads out of the project" in out
    assert "Secret" not in "\n".join([out, *still_read(project)])


def test_a_file_that_cannot_be_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission to read is named, and the rest is read."""
    project = laid_out("", tmp_path)
    read_bytes = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "silos.yml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    _, out = said(project, capsys)
    assert "synthesis/silos.yml: the file cannot be opened: Permission denied\n" in out
