"""Names of regions and towns that stand beside a catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from building import ROOT
from peermap.catalogues import use_project
from peermap.geography import place_words
from peermap.translating.faults import catalogue_problems
from peermap.words import speaking

NAMED = "locale/fr/places.yml"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A project with a French catalogue of its own, for as long as a test takes."""
    (tmp_path / "locale/fr").mkdir(parents=True)
    (tmp_path / "locale/fr/peermap.po").write_text("", encoding="utf-8")
    use_project(tmp_path)
    yield tmp_path
    use_project(ROOT)


@pytest.mark.parametrize(
    ("text", "told", "shown"),
    [
        ("Leeds, United Kingdom: Lides\n", "", "Lides, Royaume-Uni"),
        ("Leeds, United Kingdom: Lides\nYork: [a]\n", f"{NAMED}:2:1: the name of 'York'",
         "Lides, Royaume-Uni"),
        ("Leeds, UK: a: b\n", f"{NAMED}:1:13: ': ' stands inside a text", "Leeds, Royaume-Uni"),
        ("- Leeds\n", f"{NAMED}:1: the names are no mapping", "Leeds, Royaume-Uni"),
        ("", f"{NAMED}:1: the file is empty", "Leeds, Royaume-Uni"),
    ],
)  # fmt: skip
def test_a_faulty_name_is_told_and_the_rest_is_read(
    project: Path, text: str, told: str, shown: str
) -> None:
    """With its place and a way out; a place without a name in the language has its English one."""
    (project / NAMED).write_text(text, encoding="utf-8")
    problems = [str(one) for one in catalogue_problems(project, "fr")]
    assert len(problems) == bool(told)
    assert all(one.startswith(told) and "\n" in one for one in problems)
    with speaking("fr"):
        assert place_words(("Leeds", "United Kingdom")) == shown
