"""``peermap check --language``: what is in English only, for people and for machines."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from building import ROOT, copied_project
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
    assert all(row["path"] for row in rows)
    for row in rows:
        assert row["says"].endswith("is in English only")
        assert f"{row['says']}\n  {row['way_out']}\n" in text
        assert row["severity"] == "warning"
    assert main([*command, "--format", "github"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(rows)
    assert all(line.startswith("::warning ") for line in lines)


def test_settings_that_are_no_yaml_keep_nothing_else_from_being_read(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong with the engine's settings is told as in records, beside all other problems."""
    copy = copied_project(tmp_path / "copy", of=project)
    settings = copy / "mkdocs.fr.yml"
    lines = settings.read_text(encoding="utf-8").count("\n")
    with settings.open("a", encoding="utf-8") as file:
        file.write("site_author: a: b\n")
    (copy / "synthesis/programmes/caring-community.yml").write_text("name: [", encoding="utf-8")
    assert main(["--project", str(copy), "check"]) == 2
    said = capsys.readouterr()
    assert said.err == (
        f"mkdocs.fr.yml:{lines + 1}:15: ': ' stands inside a text\n"
        "  Put quotes around text that contains ': '.\n"
    )
    assert "synthesis/programmes/caring-community.yml:2:1:" in said.out
