"""Catalogues of translated words, as scripts and pages fill them."""

from __future__ import annotations

import re

import pytest

from peermap.catalogues import po_file, read
from peermap.translating.refreshing import languages
from words.messages import SCRIPTS, messages

PLACE = re.compile(r"\{\w+\}")


def forms(words: object) -> list[str]:
    """A text, or its forms for numbers."""
    return [words] if isinstance(words, str) else list(words or ())  # type: ignore[call-overload]


def places(words: str) -> set[str]:
    """The places of a text that are to be filled."""
    return set(PLACE.findall(words.replace("{roman}", "{n}")))


@pytest.mark.parametrize("language", languages())
def test_a_translation_has_the_places_of_the_english(language: str) -> None:
    """Every ``{name}`` of a text stands in its translation too, and no other; the number of a
    century may stand there in Roman signs.
    """
    wrong = [
        message.id
        for message in read(po_file(language), language)
        for words in filter(None, forms(message.string))
        if message.id and places(words) != places(forms(message.id)[-1])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_everything_that_scripts_say_is_translated(language: str) -> None:
    """A catalogue has each text of the scripts, in all forms that numbers ask for."""
    catalog = read(po_file(language), language)
    said = {words for name in SCRIPTS for words in messages(name)}
    missing = [words for words in said if not all(forms(catalog[words[0]].string) or ("",))]
    assert missing == []
    several = [words[0] for words in said if len(words) > 1]
    assert {len(forms(catalog[one].string)) for one in several} == {catalog.num_plurals}
