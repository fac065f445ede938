"""Forty references on a Monday: the way of CONTRIBUTING.md, from two exports to a clean check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from building import ROOT
from peermap.cli import main

GROUND = ROOT / "tests/cases/_ground"
NAMES = ("Oak, Ben", "Fir, C. D.", "World Association of Neighbours")
RIS = """TY  - JOUR
TI  - Listening in street {n}
AU  - Elm, Ada
AU  - {name}
PY  - 2025
JO  - Annals of Streets
VL  - {n}
DO  - 10.5555/street.{n}
ER  -

"""
NBIB = """PMID- 9900000{n}
TI  - Navigating ward {n}.
FAU - Birch, Bo
FAU - RESPIRE collaboration
DP  - 2025 Mar
JT  - Journal of Wards
AID - 10.5555/ward.{n} [doi]

"""


def test_forty_references_are_added_and_nothing_is_found_fault_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Thirty works from a reference manager and ten from PubMed come in at once; `check` then has
    no problem, and the same command a second time changes nothing.
    """
    project = tmp_path / "project"
    shutil.copytree(GROUND, project)
    ris, nbib = tmp_path / "zotero.ris", tmp_path / "pubmed.nbib"
    ris.write_text("".join(RIS.format(n=n, name=NAMES[n % 3]) for n in range(30)))
    nbib.write_text("".join(NBIB.format(n=n) for n in range(10)))
    command = ["--project", str(project), "import", str(ris), str(nbib)]
    assert main(command) == 0
    assert "40 entries in 2 files: 40 added, 0 merged, 0 unchanged" in capsys.readouterr().out
    assert main(["--project", str(project), "check"]) == 0
    assert capsys.readouterr().out == "42 references, 1 programme, 2 labels: no problems\n"
    file = project / "bibliography/references.bib"
    before = file.read_bytes()
    main(command)
    assert file.read_bytes() == before
