"""Dates that say more than a point of time come through an import."""

from __future__ import annotations

from typing import Any

import pytest

from importing.libraries import imported
from peermap.load.bibtex import read_references
from peermap.records.reference import Reference
from peermap.render.formats.files import FILES


def reference_of(date: str) -> Reference:
    """A reference with some fields of a date."""
    entry = f"@article{{a2001,\n  author = {{Moss, Ada}},\n  title = {{On time}},\n  {date},\n}}\n"
    (read,), problems = read_references("r.bib", entry)
    assert not problems
    return read


def moment(reference: Reference) -> tuple[Any, ...]:
    """All that a reference says of its date."""
    return reference.issued, reference.until, reference.is_about


@pytest.mark.parametrize("ending", sorted(FILES))
@pytest.mark.parametrize(
    "date",
    [
        "date = {2001/2003}",
        "year = {2001--2003}",
        "date = {2001-12/2002-01}",
        "year = {2001}, month = {January--February}",
        "year = {2001}, month = {summer}",
        "year = {2001}, month = {may}, day = {12}",
        "year = {c. 1850}",
        "date = {1850~}",
    ],
)
def test_a_date_comes_back_from_our_own_files(date: str, ending: str) -> None:
    """Spans, seasons and estimates are the same when a file of ours is imported."""
    reference = reference_of(date)
    (read,), _ = read_references("r.bib", imported(FILES[ending]([reference])).data.decode())
    assert moment(read) == moment(reference)


@pytest.mark.parametrize(
    ("words", "same_as"),
    [
        ("2019 Jan-Feb", "date = {2019-01/2019-02}"),
        ("1998 Dec-1999 Jan", "date = {1998-12/1999-01}"),
        ("1998 Winter", "year = {1998}, month = {winter}"),
    ],
)
def test_dates_of_pubmed(words: str, same_as: str) -> None:
    """Issues of two months or of a season."""
    export = f"PMID- 1\nDP  - {words}\nTI  - On time\n"
    (read,), _ = read_references("r.bib", imported(export).data.decode())
    assert moment(read) == moment(reference_of(same_as))


@pytest.mark.parametrize("known", ["year = {2019}", "doi = {10.1000/a}"])
def test_a_span_fills_up_a_known_work(known: str) -> None:
    """A work that has only the year, or no date, gets the months of the import."""
    doi = "" if known.startswith("doi") else "  doi = {10.1000/a},\n"
    before = f"@article{{a,\n  title = {{On time}},\n{doi}  {known},\n}}\n"
    export = "PMID- 1\nDP  - 2019 Jan-Feb\nTI  - On time\nLID - 10.1000/a [doi]\n"
    (read,), _ = read_references("r.bib", imported(export, before.encode()).data.decode())
    wanted = "year = {2019}, month = {January--February}"
    assert moment(read) == moment(reference_of(wanted))
