"""Names of people and organisations."""

from __future__ import annotations

import pytest
from bibtexparser.middlewares.names import split_multiple_persons_names
from hypothesis import given
from hypothesis import strategies as st

from peermap.load.braces import is_balanced
from peermap.load.names import parted, read_name, read_names
from peermap.records.reference import Name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Davidson, Larry", Name(family="Davidson", given="Larry")),
        ("Larry Davidson", Name(family="Davidson", given="Larry")),
        ("van den Berg, Jan", Name(family="Berg", given="Jan", particle="van den")),
        ("Jan van den Berg", Name(family="Berg", given="Jan", particle="van den")),
        ("Van Iseghem, T.", Name(family="Van Iseghem", given="T.")),
        ("King, Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("{van den Berg}, Jan", Name(family="van den Berg", given="Jan")),
        ("O'Brien, Nora", Name(family="O'Brien", given="Nora")),
        ("Rocha-Jim{\\'e}nez, Teresita", Name(family="Rocha-Jiménez", given="Teresita")),
        ('G{\\"o}del, Kurt', Name(family="Gödel", given="Kurt")),
        ("{\\'E}. Lessard", Name(family="Lessard", given="É.")),
        ("Panaite, A.~C.", Name(family="Panaite", given="A. C.")),
        ("Lessard,Émilie", Name(family="Lessard", given="Émilie")),
        ("{World Health Organization}", Name(literal="World Health Organization")),
        ("{{World Bank}}", Name(literal="World Bank")),
        ("{Barnes and Noble} Inc.", Name(literal="Barnes and Noble Inc.")),
        ("UNICEF", Name(literal="UNICEF")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("family=Berg, given=Jan, prefix=van den", Name("Berg", "Jan", "van den")),
        ('family="Roe, Jr", given=Jim', Name(family="Roe, Jr", given="Jim")),
    ],
)
def test_one_name(words: str, name: Name) -> None:
    """BibTeX's three forms, BibLaTeX's own, organisations and single names."""
    assert read_name(words) == name


@pytest.mark.parametrize("words", ["", " ", "{}", "{ }", ",", "~"])
def test_nobody(words: str) -> None:
    """Nothing is left of these."""
    assert read_name(words) is None


@pytest.mark.parametrize(
    ("words", "families"),
    [
        ("Doe, J. and Roe, R.", ["Doe", "Roe"]),
        ("Doe, J.\n   AND Roe, R.", ["Doe", "Roe"]),
        ("Anderson, J. and Sandoval, R.", ["Anderson", "Sandoval"]),
        ("Doe, J. and others", ["Doe"]),
        ("Doe, J. and et al.", ["Doe"]),
        ("{Health and Care} and Doe, J.", ["Health and Care", "Doe"]),
    ],
)
def test_names_are_joined_by_and(words: str, families: list[str]) -> None:
    """Inside braces and words *and* is no joint."""
    names = read_names(words)
    assert [name.short for name in names.people] == families
    assert names.faults == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Doe, Jane and \\O{}stby, Kari", ["Doe, Jane", "Østby, Kari"]),
        ("Doe, Jane and \\AA berg, Per", ["Doe, Jane", "Åberg, Per"]),
        ("Doe, Jane and \\L ukasz, Jan", ["Doe, Jane", "Łukasz, Jan"]),
        ("Hansen, \\O and Doe, Jane", ["Hansen, Ø", "Doe, Jane"]),
        ("Hansen, \\% and Doe, Jane", ["Hansen, %", "Doe, Jane"]),
        ("Doe, Jane a\\%nd Roe", ["Doe, Jane a%nd Roe"]),
        ("{a \\} and \\{} and\t\nRoe, R.", ["a } and {", "Roe, R."]),
    ],
)
def test_a_command_beside_and_stays(words: str, names: list[str]) -> None:
    """A letter that LaTeX has as a command belongs to its name, on either side of *and*."""
    read = read_names(words)
    assert [name.inverted for name in read.people] == names
    assert read.faults == ()


@pytest.mark.parametrize("words", ["Doe, J. and others", "Doe, J. and et al."])
def test_a_list_that_is_cut(words: str) -> None:
    """*and others* says that there are more."""
    assert read_names(words).is_cut
    assert not read_names("Doe, J. and Others, O.").is_cut


def test_braces_that_do_not_pair() -> None:
    """They are told, and the names are read without them."""
    names = read_names("Doe}, J. and {Roe, R.")
    assert [name.short for name in names.people] == ["Doe", "Roe"]
    assert [says for says, _ in names.faults] == [
        "the braces of 'Doe}, J. and {Roe, R.' do not pair"
    ]


@given(
    st.lists(st.sampled_from(["a", "and", " AND ", " and ", " ", "\n", "{", "}", "d", ",", "é"]))
    .map("".join)
    .filter(is_balanced)
)
def test_names_are_parted_as_bibtexparser_does(words: str) -> None:
    """Where no command stands, the two agree."""
    expected = [name.strip() for name in split_multiple_persons_names(words)]
    assert [name.strip() for name in parted(words)] == (expected or [""])
