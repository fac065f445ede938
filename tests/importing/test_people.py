"""Names as exports write them."""

from __future__ import annotations

import pytest

from peermap.importing.people import person_of
from peermap.load.bibtex import read_references
from peermap.records.reference import Name


def test_a_group_among_people_stays_whole() -> None:
    """What ends in a common noun is no family name, also where an export says it is a person."""
    assert person_of("RESPIRE collaboration").name == Name(literal="RESPIRE collaboration")


@pytest.mark.parametrize("words", ["Ana de la Cruz", "bell hooks", "Lessard É", "É Lessard"])
def test_people_stay_people(words: str) -> None:
    """Particles, small letters throughout and initials make nobody a group."""
    assert not person_of(words).name.literal


def test_a_family_name_in_braces_is_complete() -> None:
    """Braces around a family name hide nothing of it."""
    text = "@misc{a,\n  author = {{collaboration}, Respire},\n  title = {T},\n  year = {2020},\n}\n"
    assert not read_references("r.bib", text)[1]
