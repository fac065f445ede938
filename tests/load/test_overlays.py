"""Words of another language beside the English records (``synthesis/fr/``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from peermap.place.atlas import Atlas
from peermap.project import Project, read_project
from peermap.records.text import Text

GROUND = Path(__file__).parents[1] / "cases" / "_ground"
WORDS = {
    "map.yml": """
facets:
  - id: settings
    name: Milieux
  - id: roles
    questions:
      - id: functions
        options:
          - {id: navigation, name: Orientation}
""",
    "programmes/door-knockers.yml": "summary: Des voisins frappent aux portes.\n",
    "trends/peer-support.md": """---
summary: Les uns pour les autres.
---

D’abord des voisins [@moss2012].
""",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The ground of the cases, some of it in French."""
    for path in GROUND.rglob("*.*"):
        copy(tmp_path / path.relative_to(GROUND), path.read_text(encoding="utf-8"))
    for name, text in WORDS.items():
        copy(tmp_path / "synthesis" / "fr" / name, text)
    return read_project(tmp_path)


def copy(path: Path, text: str) -> None:
    """A file with its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def in_french(project: Project) -> Atlas:
    """The records in French."""
    return project.others["fr"]


def said(text: str) -> tuple[str, str]:
    """Words and their language."""
    assert isinstance(text, Text)
    return str(text), text.language


def test_words_are_joined_by_id_and_the_rest_stays_english(project: Project) -> None:
    """The order of the French file does not matter; what it leaves out is known as English."""
    roles, settings = in_french(project).map.facets
    assert said(settings.name) == ("Milieux", "fr")
    assert said(roles.name) == ("Roles", "en")
    names = [said(option.name) for option in roles.questions[0].options]
    assert names == [("Relationship building", "en"), ("Orientation", "fr")]


def test_the_english_records_keep_their_words(project: Project) -> None:
    """They only know the French ones beside them."""
    assert project.atlas is not None
    settings = project.atlas.map.facets[1]
    assert said(settings.name) == ("Settings", "en")
    assert settings.name.translations == {"fr": "Milieux"}


def test_prose_is_that_of_the_language_with_its_own_place(project: Project) -> None:
    """A trend in French is read from the French file, and so corrected there; its citations are
    statements that its references lead back to.
    """
    french = in_french(project)
    trend = french.trends["peer-support"]
    assert trend.mark.path == "synthesis/fr/trends/peer-support.md"
    assert said(trend.prose.summary) == ("Les uns pour les autres.", "fr")
    words = {use.sentence.passages[0].text for use in french.uses["moss2012"].statements}
    assert "D’abord des voisins" in {text.strip() for text in words}


def test_prose_that_is_english_only_knows_it_passage_by_passage(project: Project) -> None:
    """So wherever a passage is shown, it is shown as English."""
    prose = in_french(project).questions["functions"]
    passages = [p for s in prose.sections for e in s.sentences for p in e.passages]
    assert {said(passage.text)[1] for passage in passages} == {"en"}


def test_a_record_in_one_language_is_no_problem(project: Project) -> None:
    """What is not translated yet is left to whoever likes to."""
    assert project.problems == ()
