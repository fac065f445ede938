"""What is said of a release in several files is the same."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement

from peermap import __version__

ROOT = Path(__file__).resolve().parents[1]


def test_version_date_and_makers_agree() -> None:
    """The package, CITATION.cff and .zenodo.json name one version, one day, one licence, one title
    to begin with, and the same makers.
    """
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    deposit = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {citation["version"], deposit["version"], project["version"]} == {__version__}
    assert str(citation["date-released"]) == deposit["publication_date"]
    assert citation["license"] == deposit["license"]
    assert deposit["title"].startswith(citation["title"])
    names = [author["name"] for author in citation["authors"]]
    assert [creator["name"] for creator in deposit["creators"]] == names


def test_the_works_it_rests_on_are_the_same() -> None:
    """Each work that CITATION.cff refers to by DOI is related in the deposit."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    deposit = json.loads((ROOT / ".zenodo.json").read_text(encoding="utf-8"))
    related = {row["identifier"] for row in deposit["related_identifiers"]}
    assert {work["doi"] for work in citation["references"]} <= related


def test_other_engines_are_locked_as_they_are_asked_for() -> None:
    """The lock of the engines has those that ``pyproject.toml`` names, in versions that it allows,
    so that the command in docs/engines.md makes the same lock again.
    """
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (ROOT / "requirements-engines.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([\w-]+)==([\w.]+)", lock, re.MULTILINE))
    engines = [Requirement(one) for one in groups["dependency-groups"]["engines"]]
    assert {one.name for one in engines} == {"properdocs", "zensical"}
    assert [one for one in engines if locked[one.name] not in one.specifier] == []
