"""Names as exports write them."""

from __future__ import annotations

import pytest

from importing.libraries import imported
from peermap.importing.people import names_of, person_of
from peermap.load.bibtex import read_references
from peermap.records.reference import Name
from peermap.render.formats.files import FILES


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


@pytest.mark.parametrize("words", ["王, 小明", "김, 민수", "علي, محمد"])
def test_letters_without_capitals_are_no_initials(words: str) -> None:
    """A given name in a script that knows no capitals is not cut into its letters."""
    name = person_of(words).name
    assert f"{name.family}, {name.given}" == words


def test_a_name_whose_order_nobody_knows_stays_whole() -> None:
    """Without a comma, the words of such a script stay as they stand."""
    assert person_of("王 小明").name == Name(literal="王 小明")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Doe, Jane; Roe, Richard;", ["Doe, Jane", "Roe, Richard"]),
        ("Doe, J., Roe, R.-P., van Poe, PA", ["Doe, J.", "Roe, R.-P.", "van Poe, PA"]),
        ("King, M. L., Jr.", ["King, M. L., Jr."]),
        ("Doe, J., Jr., Q.", ["Doe, J., Jr., Q."]),
        ("Institute of Work, Health and Care, Oslo", ["Institute of Work, Health and Care, Oslo"]),
        ("Ministry, A, B", ["Ministry, A, B"]),
    ],
)
def test_names_that_stand_together_are_parted(words: str, names: list[str]) -> None:
    """At semicolons, and where each second part is initials; else a comma may stand in a name."""
    assert names_of(words) == names


@pytest.mark.parametrize("ending", sorted(FILES))
def test_translators_come_back_from_our_own_files(ending: str) -> None:
    """People and organisations that translated a work, and the year of its original; imported once
    more they change nothing.
    """
    entry = "@book{ode1992,\n  author = {Ode, Ada},\n  title = {Neighbours},\n  year = {1992},\n"
    entry += "  translator = {van Poe, Lee and {Circle of Translators}},\n  origdate = {1946},\n}\n"
    (reference,), _ = read_references("r.bib", entry)
    export = FILES[ending]([reference])
    bibliography = imported(export).data
    (read,), _ = read_references("r.bib", bibliography.decode())
    assert (read.translators, read.original) == (reference.translators, reference.original)
    assert imported(export, bibliography).data == bibliography
