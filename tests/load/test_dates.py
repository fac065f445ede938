"""Dates of publications, in English and French, as exact as they say."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peermap.load.dates import a_year_in, is_coming, is_span, is_undated, read_date
from peermap.records.date import Date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2012", Date(2012)),
        ("2012-05", Date(2012, 5)),
        ("2012-05-03", Date(2012, 5, 3)),
        ("2012/5/3", Date(2012, 5, 3)),
        ("2012-05-03T12:00:00Z", Date(2012, 5, 3)),
        ("2012-21", Date(2012, season="spring")),
        ("May 2012", Date(2012, 5)),
        ("3 May 2012", Date(2012, 5, 3)),
        ("May 3, 2012", Date(2012, 5, 3)),
        ("May 3rd, 2012", Date(2012, 5, 3)),
        ("2012 May 3", Date(2012, 5, 3)),
        ("2012 Sept", Date(2012, 9)),
        ("1er mai 2012", Date(2012, 5, 1)),
        ("3 février 2012", Date(2012, 2, 3)),
        ("août 2012", Date(2012, 8)),
        ("Spring 2012", Date(2012, season="spring")),
        ("automne 2012", Date(2012, season="autumn")),
        ("été 2012", Date(2012, season="summer")),
        ("Fall 2012", Date(2012, season="autumn")),
        ("c. 2012", Date(2012)),
        ("[2012?]", Date(2012)),
        ("2012~", Date(2012)),
    ],
)
def test_one_point_of_time(words: str, date: Date) -> None:
    """Year, month, day or season: what is not said is None."""
    assert read_date(words) == date
    assert not is_span(words)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2012/2014", Date(2012)),
        ("2012-2014", Date(2012)),
        ("2012–2014", Date(2012)),
        ("2012-05/2012-06", Date(2012, 5)),
        ("2012-05-03/2013", Date(2012, 5, 3)),
        ("May–June 2012", Date(2012, 5)),
        ("May-June 2012", Date(2012, 5)),
        ("mai/juin 2012", Date(2012, 5)),
        ("December 2011 to January 2012", Date(2011, 12)),
        ("3 May 2012 – 5 May 2012", Date(2012, 5, 3)),
    ],
)
def test_a_span_is_read_as_its_first_point(words: str, date: Date) -> None:
    """And is known to be a span."""
    assert read_date(words) == date
    assert is_span(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "n.d.",
        "in press",
        "2012a",
        "2012-13",
        "2012-02-30",
        "2012-00",
        "30 February 2012",
        "12/05/2012",
        "May",
        "May June July 2012",
        "12",
        "20122",
        "next 2012",
    ],
)
def test_no_date_is_invented(words: str) -> None:
    """What the calendar has not, or what may be read in two ways, is none."""
    assert read_date(words) is None


def test_some_words_say_that_there_is_no_date() -> None:
    """English and French, with or without brackets."""
    assert all(map(is_undated, ["n.d.", "N.D.", "[n.d.]", "s. d.", "sans date"]))
    assert all(map(is_coming, ["in press", "In Press.", "forthcoming", "sous presse"]))
    assert not is_undated("2012")
    assert not is_coming("2012")


def test_a_year_among_other_words() -> None:
    """Only when there is a single one."""
    assert a_year_in("2012a") == 2012
    assert a_year_in("Winter of 1998, later") == 1998
    assert a_year_in("2012 or 2013") is None
    assert a_year_in("page 1234567") is None


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
def test_iso_dates_come_back_as_they_are(day: datetime.date) -> None:
    """Every day of the years 1000 to 2999, written as ISO 8601 has it."""
    assert str(read_date(day.isoformat())) == day.isoformat()
