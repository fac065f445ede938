"""The page of communities and issues."""

from __future__ import annotations

import re

import pytest

from peermap.place.atlas import Atlas
from peermap.render.pages.silos import silos_page
from peermap.words import speaking

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
