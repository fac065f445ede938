"""A reference as CSL-JSON: types, names, dates and the variables each kind of work needs."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from formats.csl_schema import ITEM, TEXTS, TYPES
from formats.entries import entry, sound
from peermap.place.atlas import Atlas
from peermap.render.formats.csl import PLAIN, csl_item
from peermap.render.formats.csl_types import CSL_TYPES, csl_type


def names(field: str) -> list[dict[str, str]]:
    """The authors of an entry with that field."""
    authors: list[dict[str, str]] = csl_item(entry(f"author = {{{field}}}"))["author"]
    return authors


def issued(fields: str) -> object:
    """The date of an entry with those fields."""
    return csl_item(entry(fields)).get("issued")


def test_an_article_has_every_variable_a_citation_needs() -> None:
    """The whole item of an article, and no empty variable."""
    reference = sound(
        "@article{levesque2013,\n"
        "  author = {L{\\'e}vesque, Jean-Fr{\\'e}d{\\'e}ric and {World Bank}},\n"
        "  title = {Pair-aidance},\n"
        "  journal = {Sant{\\'e} mentale}, year = 2013, month = may, day = 3,\n"
        "  volume = 12, number = {3/4}, pages = {18--25},\n"
        "  doi = {10.1186/1475-9276-12-18}, pmid = 23496984, pmcid = {PMC3610159},\n"
        "  issn = {1475-9276}, url = {https://example.org/a}, urldate = {2024-01-09},\n"
        "  langid = {french}, abstract = {Short.},\n"
        "  keywords = {functions:navigation, access}\n"
        "}\n"
    )
    assert csl_item(reference) == {
        "id": "levesque2013",
        "type": "article-journal",
        "title": "Pair-aidance",
        "author": [
            {"family": "Lévesque", "given": "Jean-Frédéric"},
            {"literal": "World Bank"},
        ],
        "issued": {"date-parts": [[2013, 5, 3]]},
        "accessed": {"date-parts": [[2024, 1, 9]]},
        "abstract": "Short.",
        "DOI": "10.1186/1475-9276-12-18",
        "ISSN": "1475-9276",
        "PMCID": "PMC3610159",
        "PMID": "23496984",
        "URL": "https://example.org/a",
        "volume": "12",
        "issue": "3/4",
        "page": "18-25",
        "container-title": "Santé mentale",
        "keyword": "functions:navigation, access",
        "language": "fr",
    }


def test_a_chapter_stands_in_a_book_of_a_series() -> None:
    """The book is the container; the series is a collection, and its number that of the book."""
    item = csl_item(
        entry(
            "booktitle = {A book}, editor = {Roe, Ann}, series = {Studies}, number = 7,\n"
            "  publisher = {A press}, address = {Montréal}, edition = {2nd}, chapter = 3,\n"
            "  year = 2020, pages = {5--9}",
            "incollection",
        )
    )
    assert item == {
        "id": "smith2012",
        "type": "chapter",
        "title": "A title",
        "editor": [{"family": "Roe", "given": "Ann"}],
        "issued": {"date-parts": [[2020]]},
        "container-title": "A book",
        "collection-title": "Studies",
        "collection-number": "7",
        "publisher": "A press",
        "publisher-place": "Montréal",
        "edition": "2nd",
        "chapter-number": "3",
        "page": "5-9",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("techreport", "institution = {WHO}", {"type": "report", "publisher": "WHO"}),
        ("techreport", "type = {Final report}", {"genre": "Final report"}),
        ("report", "type = {techreport}, number = 9", {"genre": "Technical report", "number": "9"}),
        ("mastersthesis", "school = {McGill}", {"genre": "Master’s thesis", "publisher": "McGill"}),
        ("phdthesis", "school = {McGill}", {"type": "thesis", "genre": "PhD thesis"}),
        ("book", "translator = {{WHO}}", {"translator": [{"literal": "WHO"}]}),
        ("book", "origdate = {1946-05}", {"original-date": {"date-parts": [[1946, 5]]}}),
        ("online", "howpublished = {The BMJ}", {"type": "webpage", "container-title": "The BMJ"}),
        ("misc", "url = {https://example.org/}", {"type": "webpage"}),
        ("misc", "year = 1999", {"type": "document"}),
        ("article", "entrysubtype = {newspaper}", {"type": "article-newspaper"}),
        ("article", "eid = {e77}", {"page": "e77"}),
        ("article", "eid = {e77}, pages = {1--9}", {"page": "1-9", "number": "e77"}),
    ],
)
def test_each_kind_of_work_has_its_own_variables(
    kind: str, fields: str, expected: dict[str, str]
) -> None:
    """Types, genres, publishers and numbers as the CSL specification means them."""
    item = csl_item(entry(fields, kind))
    assert expected.items() <= item.items()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "van den Dries, L.",
            {"non-dropping-particle": "van den", "family": "Dries", "given": "L."},
        ),
        (
            "de La Fontaine, Jean",
            {"non-dropping-particle": "de", "family": "La Fontaine", "given": "Jean"},
        ),
        (
            "d'Alembert, Jean",
            {"non-dropping-particle": "d'", "family": "Alembert", "given": "Jean"},
        ),
        (
            "Humboldt, Alexander von",
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
        ),
        ("Van Damme, Wim", {"family": "Van Damme", "given": "Wim"}),
        ("O'Callaghan, Cathy", {"family": "O'Callaghan", "given": "Cathy"}),
        ("King, Jr., Martin Luther", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("{bob k}", {"literal": "bob k"}),
    ],
)
def test_names_keep_their_particles(given: str, expected: dict[str, str]) -> None:
    """What stands before the family name stays with it; what stands behind the given name drops."""
    assert names(given) == [expected]


def test_a_list_that_its_source_cuts_says_so() -> None:
    """*and others* is not dropped, and nobody of that name is made up: people read it in the note,
    and programs under ``custom``.
    """
    item = csl_item(entry("author = {Knot, M. and others}, note = {In two parts.}"))
    assert item["author"] == [{"family": "Knot", "given": "M."}]
    assert item["note"] == "There are more authors than those listed (et al.). In two parts."
    assert item["custom"] == {"and-others": ["author"]}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("year = 2012", {"date-parts": [[2012]]}),
        ("date = {2012-05}", {"date-parts": [[2012, 5]]}),
        ("date = {2012/2014-02}", {"date-parts": [[2012], [2014, 2]]}),
        ("year = 2012, month = {May/June}", {"date-parts": [[2012, 5], [2012, 6]]}),
        ("year = 2012, month = {summer}", {"date-parts": [[2012]], "season": 2}),
        ("date = {1999~}", {"date-parts": [[1999]], "circa": True}),
        ("year = {c. 1999}", {"date-parts": [[1999]], "circa": True}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = {n.d.}", None),
    ],
)
def test_a_date_is_as_exact_as_its_source(fields: str, expected: object) -> None:
    """Years, months, spans, seasons, estimates and words; nothing is made up."""
    assert issued(fields) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("french", "fr"), ("fr-CA", "fr-CA"), ("pt_BR", "pt-BR"), ("es", "es"), ("ngerman", "de")],
)
def test_the_language_is_a_tag_that_processors_know(given: str, expected: str) -> None:
    """Names of languages and tags of BCP 47 alike."""
    assert csl_item(entry(f"langid = {{{given}}}"))["language"] == expected


def test_only_miscellaneous_works_have_no_type_of_their_own() -> None:
    """Every other type of BibTeX and BibLaTeX is mapped by name."""
    from peermap.load.bibtex_words import ENTRY_TYPES

    assert {"misc", "bibnote", "set", "xdata"} == ENTRY_TYPES - set(CSL_TYPES)
    assert csl_type(entry("year = 1999", "misc")) == "document"


def test_every_item_has_only_what_csl_has(atlas: Atlas) -> None:
    """Types, variables, names and dates of the whole bibliography are those of CSL 1.0.2, and so is
    every type and variable that another bibliography could bring.
    """
    schema = Draft202012Validator(ITEM)
    faults = [
        f"{key}: {fault.message}"
        for key, reference in atlas.references.items()
        for fault in schema.iter_errors(csl_item(reference))
    ]
    assert faults == []
    assert set(CSL_TYPES.values()) <= set(TYPES)
    assert set(PLAIN.values()) <= set(TEXTS)
