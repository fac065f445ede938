"""Periods as the sources of history give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peermap.load.periods import is_ahead, is_backwards, read_period
from peermap.records.date import Period


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1935", 1935, 1935),
        ("1845/1863", 1845, 1863),
        ("1920/..", 1920, None),
        ("1970s", 1970, 1979),
        ("1970s/..", 1970, None),
        ("1960s/1970s", 1960, 1979),
        ("1950s/1970s", 1950, 1979),
        ("late 1960s/1970s", 1967, 1979),
        ("late 1960s", 1967, 1969),
        ("mid-1990s", 1994, 1996),
        ("early 2000s", 2000, 2003),
        ("19th century", 1801, 1900),
        ("early 19th century", 1801, 1833),
        ("mid 19th century", 1834, 1866),
        ("late 19th century", 1867, 1900),
        ("Late 19th Century", 1867, 1900),
        ("17th century/18th century", 1601, 1800),
        ("late 19th/early 20th century", 1867, 1933),
        ("first half of the 20th century", 1901, 1950),
        ("second half of the 20th century", 1951, 2000),
        ("last quarter of the 20th century", 1976, 2000),
        ("1935/1970s", 1935, 1979),
        ("c. 1935", 1935, 1935),
        ("21st century", 2001, 2100),
    ],
)
def test_words_become_spans_of_years(words: str, first: int, last: int | None) -> None:
    """A period keeps its words, and knows its first and last year (None: still going on)."""
    assert read_period(words) == Period(words, first, last)


def test_spaces_do_not_matter() -> None:
    """Words are folded to single spaces."""
    assert read_period("  late   19th century ") == Period("late 19th century", 1867, 1900)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "/",
        "..",
        "../1950",
        "1950/1935",
        "1980s/1970s",
        "1935/",
        "1935/1936/1937",
        "soon",
        "35",
        "1975s",
        "0th century",
        "third half of the 20th century",
        "late first half of the 20th century",
        "1935-1940",
    ],
)
def test_what_is_no_period(words: str) -> None:
    """It is not guessed at."""
    assert read_period(words) is None


@given(st.integers(1000, 2999), st.integers(1000, 2999))
def test_two_years_are_a_period_in_their_order(one: int, other: int) -> None:
    """From the earlier to the later, never the other way round."""
    assert is_backwards(f"{one}/{other}") == (one > other)
    period = read_period(f"{one}/{other}")
    assert (period is not None) == (one <= other)
    assert period is None or (period.first, period.last) == (one, other)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("late 20th/early 20th century", True),
        ("2005/early 2000s", True),
        ("1975/1970s", False),
        ("1990/..", False),
        ("1990", False),
        ("1990/soon", False),
        ("", False),
        ("1990/1980/1970", True),
    ],
)
def test_what_ends_before_it_begins(words: str, is_so: bool) -> None:
    """Only where both ends can be read, and the second is over when the first begins."""
    assert is_backwards(words) == is_so


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("2027", False),
        ("2028", True),
        ("2010/2105", True),
        ("c. 2105", True),
        ("2010/..", False),
        ("2030s", True),
        ("2020s", False),
        ("21st century", False),
    ],
)
def test_what_comes_after_a_year(words: str, is_so: bool) -> None:
    """A decade or a century that has begun is not ahead."""
    assert is_ahead(words, 2027) == is_so
