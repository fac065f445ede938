"""``peermap check --language``: what is in English only, for people and for machines."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from building import ROOT
from peermap.cli import main


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """The command for a small project in which nothing is translated."""
    shutil.copytree(ROOT / "tests/cases/_ground", tmp_path / "p")
    return ["--project", str(tmp_path / "p"), "check", "--language", "fr"]


def test_what_is_not_translated_is_listed_in_each_format(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Text, JSON and the annotations of GitHub name the same passages."""
    assert main(command) == 0
    text = capsys.readouterr().out
    assert main([*command, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["path"] for row in rows} >= {"synthesis/map.yml"}
    for row in rows:
        assert row["says"].endswith("is in English only")
        assert f"{row['says']}\n  {row['way_out']}\n" in text
        assert row["severity"] == "warning"
    assert main([*command, "--format", "github"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(rows)
    assert all(line.startswith("::warning ") for line in lines)
