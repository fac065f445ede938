"""Each folder of ``tests/imports`` is an import, and what comes of it.

``export.txt`` is imported into ``references.bib`` (none where the folder has none), in a project
with the map of ``tests/cases/_ground``.
``expected/references.diff`` is how the bibliography changes, ``expected/report.txt`` what is said.
``pytest tests/importing/test_import_cases.py --update`` rewrites both.
"""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from peermap.cli import main
from peermap.load.bibtex import read_references
from peermap.sources import decoded

CASES = Path(__file__).parents[1] / "imports"
GROUND = Path(__file__).parents[1] / "cases" / "_ground"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())
EXPORT = "export.txt"


def text_of(data: bytes) -> str:
    """The text of a bibliography; a byte-order mark and line ends of Windows made visible."""
    return data.decode().replace("\ufeff", "<BOM>").replace("\r\n", "<CRLF>\n")


def difference(before: bytes, after: bytes) -> str:
    """The lines that are gone (``-``) and new (``+``), with the line before each change."""
    old, new = (text_of(data).splitlines(keepends=True) for data in (before, after))
    lines = list(difflib.unified_diff(old, new, n=1))[2:]
    return "".join(line if line.endswith("\n") else f"{line}\n\\ no line end\n" for line in lines)


def laid_out(case: str, root: Path) -> Path:
    """A project with the bibliography of a case; the path of that."""
    target = root / "bibliography" / "references.bib"
    target.parent.mkdir()
    shutil.copytree(GROUND / "synthesis", root / "synthesis")
    (root / "mkdocs.yml").touch()
    before = CASES / case / "references.bib"
    if before.is_file():
        target.write_bytes(before.read_bytes())
    return target


@pytest.mark.parametrize("case", NAMES)
def test_import(
    case: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """What is written and said is what stands under ``expected``; a second import changes nothing,
    and what is in the bibliography has no problem that was not there before.
    """
    target = laid_out(case, tmp_path)
    before = target.read_bytes() if target.is_file() else b""
    monkeypatch.chdir(CASES / case)
    status = main(["--project", str(tmp_path), "import", EXPORT])
    report = f"{capsys.readouterr().out}exit {status}\n"
    after = target.read_bytes() if target.is_file() else b""
    main(["--project", str(tmp_path), "import", EXPORT])
    assert (target.read_bytes() if target.is_file() else b"") == after
    known = {problem.says for problem in read_references("x", decoded(before, "x")[0])[1]}
    told = [p for p in read_references("x", decoded(after, "x")[0])[1] if p.says not in known]
    assert told == []
    found = {"references.diff": difference(before, after), "report.txt": report}
    expected = CASES / case / "expected"
    if request.config.getoption("--update"):
        expected.mkdir(exist_ok=True)
        for name, text in found.items():
            (expected / name).write_text(text, encoding="utf-8")
    for name, text in found.items():
        assert text == (expected / name).read_text(encoding="utf-8")
