"""The page of communities and issues."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from peermap.place.atlas import Atlas
from peermap.place.programme_dimensions import programme_dimensions
from peermap.render.pages.silos import silos_page
from peermap.words import speaking

COUNTS = re.compile(r'href="[^"]*programmes/\?(\w+)=([\w-]+)"[^>]*>(\d+)</a>')
LABELS = re.compile(r'aria-label="(\d+) (\w+)')


@pytest.mark.parametrize("language", ["en", "fr"])
def test_one_programme_is_said_in_the_singular(atlas: Atlas, language: str) -> None:
    """A link to the programmes of a term says *1 programme* and *2 programmes* to those who hear
    it.
    """
    with speaking(language):
        said = LABELS.findall(silos_page(atlas).text)
    assert {number == "1" for number, _ in said} == {True, False}
    for number, noun in said:
        assert noun == ("programme" if number == "1" else "programmes"), number


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_count_is_what_its_link_shows(atlas: Atlas, language: str) -> None:
    """Beside each term stands the number of programmes that the finder has under it, those of
    narrower terms too.
    """
    with speaking(language):
        shown = {(kind, id_): int(n) for kind, id_, n in COUNTS.findall(silos_page(atlas).text)}
        found = {
            (dimension.id, dimension.values[position][0]): number
            for dimension in programme_dimensions(atlas)
            if dimension.id in {"communities", "issues"}
            for position, number in Counter(n for of in dimension.of for n in of).items()
        }
    del found["communities", "not-given"], found["issues", "not-given"]
    assert shown == found
