"""Identifiers in their one form."""

from __future__ import annotations

import pytest

from peermap.load.identifiers import (
    is_isbn,
    read_address,
    read_doi,
    read_pmcid,
    read_pmid,
    wrong_isbns,
)


@pytest.mark.parametrize(
    "words",
    [
        "10.2105/AJPH.2016.303180",
        "10.2105/ajph.2016.303180.",
        "https://doi.org/10.2105/AJPH.2016.303180",
        "http://dx.doi.org/10.2105/ajph.2016.303180",
        "https://www.doi.org/10.2105%2FAJPH.2016.303180",
        "doi:10.2105/ajph.2016.303180",
        "DOI: 10.2105/ajph.2016.303180",
        "doi.org/10.2105/ajph.2016.303180;",
        "\\url{https://doi.org/10.2105/ajph.2016.303180}",
        "{10.2105/ajph.2016.303180}",
        " <10.2105/ajph.2016.303180> ",
        "10.2105/ajph.2016.303180)",
    ],
)
def test_a_doi_has_one_form(words: str) -> None:
    """Without resolver, dot and braces, in small letters."""
    assert read_doi(words) == "10.2105/ajph.2016.303180"


@pytest.mark.parametrize(
    ("words", "doi"),
    [
        ("10.1186/s12889\u2010016\u20103", "10.1186/s12889-016-3"),
        ("10.1186/s12889\u20110163", "10.1186/s12889-0163"),
        ("10.1007/978-3\\_5", "10.1007/978-3_5"),
        (
            "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
            "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        ),
        ("10.1016/S0140-6736(20)30183-5", "10.1016/s0140-6736(20)30183-5"),
    ],
)
def test_odd_dois_are_kept(words: str, doi: str) -> None:
    """Typographic hyphens are hyphens; brackets and signs belong to some."""
    assert read_doi(words) == doi


@pytest.mark.parametrize(
    "words", ["", "10.12/x", "10.1234", "10.1234/", "11.1234/x", "10.1234/a b", "doi", "x10.1234/x"]
)
def test_what_is_no_doi(words: str) -> None:
    """Nothing is made of it."""
    assert read_doi(words) is None


def test_pubmed_has_numbers() -> None:
    """With or without what stands before them."""
    for words in ["12345", "PMID: 12345", "https://pubmed.ncbi.nlm.nih.gov/12345/"]:
        assert read_pmid(words) == "12345"
    for words in ["PMC12345", "12345", "pmcid: PMC12345"]:
        assert read_pmcid(words) == "PMC12345"
    assert read_pmcid("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12345/") == "PMC12345"
    assert [read_pmid(words) for words in ["", "0", "12a", "1234567890"]] == [None] * 4
    assert [read_pmcid(words) for words in ["", "PMC", "PMCx"]] == [None] * 3


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("\\url{https://example.org/a\\_b}", "https://example.org/a_b"),
        ("https://example.org/~x/%20--y", "https://example.org/~x/%20--y"),
        ("https://example.org/@user", "https://example.org/@user"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("ftp://example.org", None),
        ("https://", None),
        ("https:example.org", None),
        ("www.example.org", None),
        ("https://user@example.org", None),
        ("https://exa mple.org", None),
        ("https://example.org/<b>", None),
        ("https://[", None),
    ],
)
def test_addresses_are_of_the_web(words: str, address: str | None) -> None:
    """``http`` and ``https`` with a host, and nothing that could leave an attribute."""
    assert read_address(words) == address


def test_isbns_have_a_check_digit() -> None:
    """Ten or thirteen digits, with hyphens, spaces or the letters ISBN."""
    assert is_isbn("978-3-16-148410-0")
    assert is_isbn("ISBN 0-306-40615-2")
    assert is_isbn("080442957X")
    assert not is_isbn("978-3-16-148410-1")
    assert not is_isbn("977-3-16-148410-0")
    assert wrong_isbns("978-3-16-148410-0, 0-306-40615-3") == ("0-306-40615-3",)
