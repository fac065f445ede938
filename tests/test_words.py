"""Fixed words in other languages, and the catalogues that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from peermap.catalogues import po_file
from peermap.records.date import Period
from peermap.render.periods import readable_period
from peermap.render.readable import listed, readable_date, readable_number
from peermap.translating.extraction import extracted
from peermap.translating.refreshing import languages, refreshed
from peermap.words import many, say, speaking

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("language", languages())
def test_a_catalogue_has_every_fixed_word_of_the_code(language: str) -> None:
    """A new word is in every catalogue, so that a translator sees it: run ``peermap words``."""
    written = po_file(language).read_text(encoding="utf-8")
    assert refreshed(extracted(ROOT), language) == written


def test_words_that_no_catalogue_has_stay_english() -> None:
    """A language without a catalogue shows English, and knows that it is English."""
    with speaking("eo"):
        said = say("Page {n}", n=3)
    assert (said, said.language) == ("Page 3", "en")  # type: ignore[attr-defined]


def test_numbers_take_the_form_of_their_language() -> None:
    """In English one is alone in its form."""
    assert [many(n, "{n} page", "{n} pages") for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


def test_dates_and_numbers_are_written_as_the_language_writes_them() -> None:
    """Day, month, year; the first day of a month in French is *1er*; the decimal sign."""
    with speaking("fr"):
        assert readable_date("2026-11-22") == "22 novembre 2026"
        assert readable_date("2026-02-01") == "1er février 2026"
        assert readable_date("2026-02") == "février 2026"
        assert readable_number(0.875, 2) == "0,88"
    assert readable_date("2026-02-01") == "1 February 2026"
    assert readable_number(0.875, 2) == "0.88"


def test_periods_in_english_stand_as_the_sources_have_them() -> None:
    """Only open ends and ranges are put into words."""
    said = {
        words: readable_period(Period(words, 1900, None))
        for words in ("1935/..", "1970s/..", "late 19th century/..", "1845/1863", "early 2000s")
    }
    assert said == {
        "1935/..": "since 1935",
        "1970s/..": "since 1970s",
        "late 19th century/..": "since the late 19th century",
        "1845/1863": "1845–1863",
        "early 2000s": "early 2000s",
    }


def test_names_in_a_row_are_joined_as_in_a_sentence() -> None:
    """*a*, *a and b*, *a, b and c*."""
    assert [listed("a"), listed("ab"), listed("abc"), listed("")] == [
        "a", "a and b", "a, b and c", "",
    ]  # fmt: skip
