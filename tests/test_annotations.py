"""`peermap check --format github`: problems beside the lines of a pull request."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from building import ROOT
from peermap.annotations import GUIDE, OTHERWISE, SECTIONS, annotation_report, repository_address
from peermap.cli import main
from peermap.problems import Mark, Problem

FORGE = "https://forge.example/peers/map"


def test_a_problem_stands_beside_its_line() -> None:
    """File, line and column are given, then what is, the way out, and the section of the guide."""
    mark = Mark("synthesis/programmes/a.yml", 3, 7)
    problem = Problem(mark, "'x' is no label", "Did you mean 'y'?", "warning")
    assert annotation_report([problem, problem], FORGE) == (
        "::warning file=synthesis/programmes/a.yml,line=3,col=7::'x' is no label%0A"
        f"Did you mean 'y'?%0AGuide: {FORGE}/blob/HEAD/CONTRIBUTING.md#add-a-programme"
    )


@pytest.mark.parametrize("words", ["a\n::set-output name=x::y", "100 %0A::error::", "\r\n::stop::"])
def test_a_source_cannot_give_commands(words: str) -> None:
    """Whatever a source says stays on the one line of its annotation, in the file's name too."""
    said = annotation_report([Problem(Mark(f"bibliography/{words},line=9", 1), words, words)])
    assert "\n" not in said
    assert "\r" not in said
    assert said.split("::")[1].count(",") == 1
    assert said.split("::", 2)[2].replace("%25", "").count("%0A") >= 2


def test_the_guide_has_the_sections() -> None:
    """Every section that a problem leads to stands in the guide."""
    guide = (ROOT / GUIDE).read_text(encoding="utf-8")
    headings = {re.sub(r"\W+", "-", h.lower()) for h in re.findall(r"^#+ (.+)$", guide, re.M)}
    assert {*(name for _, name in SECTIONS), OTHERWISE} <= headings


def test_the_repository_is_known_in_a_workflow_only() -> None:
    """The address comes from the environment of a workflow, and is empty elsewhere."""
    given = {"GITHUB_SERVER_URL": "https://forge.example", "GITHUB_REPOSITORY": "peers/map"}
    assert repository_address(given) == FORGE
    assert repository_address({}) == ""


def test_a_colleague_gets_the_guide_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a terminal the last line says where to read how to mend what was found."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    assert main(["--project", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().out.endswith(f"How to mend them: {GUIDE}#{OTHERWISE}\n")


def test_the_workflow_can_be_read_and_writes_nothing_it_need_not() -> None:
    """The workflow reads the repository only; the job that publishes may write Pages, no more."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"]
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert jobs["publish"]["needs"] == ["build", "test"]
    assert "pull_request" in jobs["publish"]["if"]
    steps = [step.get("run", "") for step in jobs["build"]["steps"]]
    assert ".venv/bin/peermap check --format github" in steps


def test_the_hook_runs_the_check() -> None:
    """Before a commit that touches a source, `peermap check` runs."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = config["repos"][0]["hooks"]
    assert hook["entry"].endswith("peermap check")
    assert re.match(hook["files"], "synthesis/programmes/a.yml")
    assert not re.match(hook["files"], "docs/index.md")
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert offered["files"] == hook["files"]
