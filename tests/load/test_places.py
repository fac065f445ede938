"""Places: names from narrow to wide, each place ending in a country or region."""

from __future__ import annotations

import pytest

from peermap.load.places import read_places
from peermap.load.regions import USUAL_NAMES, WITHIN, regions
from peermap.load.yaml_tree import Tree
from peermap.problems import Mark

TREE = Tree("here.yml", {}, {("places",): Mark("here.yml", 4, 9)})


def read(*names: str) -> tuple[list[str], list[str]]:
    """The places as words, and what is said of them."""
    places, problems = read_places(TREE, names, regions())
    return [str(place) for place in places], [f"{p.says} | {p.way_out}" for p in problems]


def test_a_country_ends_a_place() -> None:
    """The name behind a country starts another place; commas may stand in one text."""
    assert read("London", "United Kingdom", "Montréal, Canada") == (
        ["London, United Kingdom", "Montréal, Canada"],
        [],
    )


@pytest.mark.parametrize("name", WITHIN)
def test_a_name_that_lies_within_the_next_does_not_end_a_place(name: str) -> None:
    """Georgia is a country, and in *Georgia, United States* it is none."""
    assert read("Town", name, WITHIN[name])[0] == [f"Town, {name}, {WITHIN[name]}"]
    assert read("Town", name, "Canada")[0] == [f"Town, {name}", "Canada"]
    assert read(name)[0] == [name]


def test_a_place_without_a_country_is_kept_and_told() -> None:
    """The place stays as it is written, at its line, with the country that may be meant."""
    places, said = read("Paris", "France", "Boston", "U.S.A.")
    assert places == ["Paris, France", "Boston, U.S.A."]
    assert said == [
        "the place 'Boston, U.S.A.' ends in no country or region known here"
        " | Did you mean 'United States'?"
    ]


def test_every_guess_is_a_country() -> None:
    """What is guessed at, and what lies within what, are names at which a place may end."""
    assert set(USUAL_NAMES.values()) | set(WITHIN.values()) | set(WITHIN) <= regions()


def test_no_names_are_no_places() -> None:
    """A movement need not have a place."""
    assert read() == ([], [])
