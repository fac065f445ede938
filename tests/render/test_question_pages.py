"""The numbers of programmes on the pages of questions and options."""

from __future__ import annotations

import json
import re

import pytest

from peermap.place.atlas import Atlas
from peermap.publish.facets import facets
from peermap.records.map import Option
from peermap.render.addresses import address
from peermap.render.pages.question import question_pages

COUNT = re.compile(r"<div><dt>([^<]+)</dt><dd>(\d+)</dd></div>")
ONWARD = re.compile(r'class="pm-onward"><a href="([a-z-]+)/">[^<]*: (\d+) programmes? and the')
READING = re.compile(r"Programmes for which it is our reading \\\((\d+)")


@pytest.fixture(scope="module")
def pages(atlas: Atlas) -> dict[str, str]:
    """The text of each page by its address."""
    return {page.path.removesuffix("index.md"): page.text for page in question_pages(atlas)}


@pytest.fixture(scope="module")
def in_finder(atlas: Atlas) -> dict[tuple[str, str], int]:
    """How many programmes the finder has for each value of a question."""
    dimensions = json.loads(facets(atlas))["dimensions"]
    return {
        (dimension["id"], value): sum(position in given for given in dimension["of"])
        for dimension in dimensions
        for position, (value, _) in enumerate(dimension["values"])
    }


def counts(pages: dict[str, str], option: Option) -> dict[str, int]:
    """What the page of an option says of how programmes stand to it."""
    return {words: int(number) for words, number in COUNT.findall(pages[address(option)])}


def test_as_many_take_an_option_as_the_finder_says(
    atlas: Atlas, pages: dict[str, str], in_finder: dict[tuple[str, str], int]
) -> None:
    """The page of each of the eighteen options, and its link on the page of the question, have the
    finder's number: programmes of which a source says it.
    """
    assert len(atlas.map.options) == 18
    for option in atlas.map.options:
        expected = in_finder[option.question, option.id]
        assert counts(pages, option)["take it"] == expected, address(option)
        onward = dict(ONWARD.findall(pages[f"questions/{option.question}/"]))
        assert int(onward[option.id]) == expected, address(option)


def test_our_own_readings_are_told_apart(atlas: Atlas, pages: dict[str, str]) -> None:
    """The page of an option says of how many programmes it is our reading only, as many as its list
    of them has; and every programme counts once.
    """
    found = []
    for option in atlas.map.options:
        said = counts(pages, option)
        assert sum(said.values()) == len(atlas.programmes), address(option)
        listed = READING.search(pages[address(option)])
        found.append(said.get("take it in our reading only", 0))
        assert found[-1] == (int(listed[1]) if listed else 0), address(option)
    assert any(found)
