"""A reference as RIS: the tags that EndNote and Zotero read, for each kind of work."""

from __future__ import annotations

import pytest

from formats.entries import entry, sound
from peermap.render.formats.ris import ris_record


def lines(fields: str, kind: str = "article") -> list[str]:
    """The lines of an entry's record."""
    return ris_record(entry(fields, kind)).splitlines()


def test_an_article_in_full() -> None:
    """Every line of an article's record, in order, with the key under ``ID``."""
    reference = sound(
        "@article{schel2022,\n"
        "  author = {van den Dries, L. and King, Jr., Martin and {World Bank} and others},\n"
        "  title = {What makes support work?},\n"
        "  journal = {Qual Health Res}, year = 2022, month = may, day = 3,\n"
        "  volume = 32, number = 6, pages = {929--941},\n"
        "  doi = {10.1177/10497323221083356}, pmid = 35345943, pmcid = {PMC3610159},\n"
        "  issn = {1049-7323}, url = {https://example.org/a}, urldate = {2024-01-09},\n"
        "  keywords = {functions:navigation, access}\n"
        "}\n"
    )
    assert ris_record(reference) == (
        "TY  - JOUR\n"
        "ID  - schel2022\n"
        "TI  - What makes support work?\n"
        "AU  - van den Dries, L.\n"
        "AU  - King, Martin, Jr.\n"
        "AU  - World Bank\n"
        "PY  - 2022\n"
        "DA  - 2022/05/03/\n"
        "Y2  - 2024/01/09/\n"
        "T2  - Qual Health Res\n"
        "SP  - 929\n"
        "EP  - 941\n"
        "VL  - 32\n"
        "IS  - 6\n"
        "DO  - 10.1177/10497323221083356\n"
        "UR  - https://example.org/a\n"
        "LA  - en\n"
        "N1  - There are more authors than those listed (et al.).\n"
        "SN  - 1049-7323\n"
        "DB  - PubMed\n"
        "AN  - 35345943\n"
        "C2  - PMC3610159\n"
        "KW  - functions:navigation\n"
        "KW  - access\n"
        "ER  - \n"
    )


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("incollection", "booktitle = {B}, editor = {Roe, A}", {"TY  - CHAP", "A2  - Roe, A"}),
        ("incollection", "booktitle = {B}, series = {S}", {"T2  - B", "T3  - S"}),
        ("book", "editor = {Roe, A}, series = {S}", {"TY  - BOOK", "A3  - Roe, A", "T2  - S"}),
        ("book", "translator = {Roe, A}, origdate = 1946", {"A4  - Roe, A", "OP  - 1946"}),
        ("book", "pagetotal = 480, isbn = {9780306406157}", {"SP  - 480", "SN  - 9780306406157"}),
        ("inproceedings", "booktitle = {M}", {"TY  - CPAPER", "T2  - M", "C3  - M"}),
        ("techreport", "institution = {WHO}, number = 9", {"TY  - RPRT", "PB  - WHO", "SN  - 9"}),
        ("phdthesis", "school = {McGill}", {"TY  - THES", "PB  - McGill", "M3  - PhD thesis"}),
        ("online", "howpublished = {The BMJ}", {"TY  - ELEC", "T2  - The BMJ"}),
        ("dataset", "publisher = {Zenodo}", {"TY  - DATA", "PB  - Zenodo"}),
        ("misc", "year = 1999", {"TY  - GEN", "PY  - 1999"}),
        ("article", "pages = {e008050}", {"SP  - e008050"}),
        ("article", "pages = {1--4, 7--9}", {"SP  - 1-4, 7-9"}),
        ("article", "langid = {french}", {"LA  - fr"}),
    ],
)
def test_each_kind_of_work_has_its_tags(kind: str, fields: str, expected: set[str]) -> None:
    """Where managers look for editors, series, publishers, numbers and pages of each type."""
    assert expected <= set(lines(fields, kind))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("year = 2012", ["PY  - 2012"]),
        ("date = {2012-05}", ["PY  - 2012", "DA  - 2012/05//"]),
        ("date = {2012/2014}", ["PY  - 2012", "DA  - 2012///2012–2014"]),
        ("year = 2012, month = {summer}", ["PY  - 2012", "DA  - 2012///summer"]),
        ("year = {c. 1999}", ["PY  - 1999", "DA  - 1999///circa"]),
        ("year = {in press}", ["DA  - ///in press"]),
        ("year = {n.d.}", []),
    ],
)
def test_a_date_is_as_exact_as_its_source(fields: str, expected: list[str]) -> None:
    """The year under ``PY``; what more is known under ``DA``."""
    assert [line for line in lines(fields) if line[:2] in {"PY", "DA"}] == expected


def test_every_type_of_csl_has_one_of_ris() -> None:
    """No record is without a type."""
    from peermap.render.formats.csl_types import CSL_TYPES, PRESS
    from peermap.render.formats.ris import RIS_TYPES

    assert {*CSL_TYPES.values(), *PRESS.values(), "document"} <= set(RIS_TYPES)
