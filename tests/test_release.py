"""What is said of a release in several files is the same."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import yaml

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
