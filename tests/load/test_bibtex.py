"""A sound BibTeX file: what becomes of entries, fields, names, dates, tags and lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from peermap.load.bibtex import read_references
from peermap.problems import Mark, Problem, problem_report
from peermap.records.date import Date
from peermap.records.reference import ListPosition, Name, Reference, Tag

PATH = "bibliography/references.bib"
REAL = Path(__file__).parents[2] / PATH


def read(text: str) -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """The references and problems of a text."""
    return read_references(PATH, text)


def sound(text: str) -> Reference:
    """The only reference of a text without problems."""
    references, problems = read(text)
    assert problem_report(problems) == ""
    (reference,) = references
    return reference


def entry(fields: str, kind: str = "article") -> Reference:
    """The reference of one sound entry that has a title."""
    return sound(f"@{kind}{{smith2012,\n  title = {{A title}},\n  {fields}\n}}\n")


def test_an_entry_becomes_a_reference() -> None:
    """Key, type, title, authors, date and fields come out in their own forms."""
    reference = sound(
        "% a comment\n\n"
        "@Article{sokol2016,\n"
        "  author = {Sokol, Rebeccah and Edwin Fisher},\n"
        "  title = {Peer Support for the Hardly Reached: A {US} Review},\n"
        "  journal = {Am J Public Health},\n"
        "  year = 2016, month = jul,\n"
        "  pages = {e1--e8}\n"
        "}\n"
    )
    assert reference.key == "sokol2016"
    assert reference.type == "article"
    assert reference.title == "Peer Support for the Hardly Reached: A US Review"
    assert reference.authors == (
        Name(family="Sokol", given="Rebeccah"),
        Name(family="Fisher", given="Edwin"),
    )
    assert reference.issued == Date(2016, 7)
    assert reference.fields == {"journal": "Am J Public Health", "pages": "e1–e8"}
    assert reference.mark == Mark(PATH, 3, 1)


def test_raw_is_the_entry_as_the_file_has_it() -> None:
    """The raw text is kept to the letter, so that it can be written back."""
    text = '@article{a1,\n  title  = "A  title" ,\n}'
    assert sound(f"\n{text}\n\n").raw == text


def test_marks_lead_to_the_line_of_each_field_and_tag() -> None:
    """Fields are marked at their name, tags where they stand, also over several lines."""
    reference = entry("keywords = {functions:navigation,\n    issue:cancer}")
    assert reference.field_marks["title"] == Mark(PATH, 2, 3)
    assert reference.field_marks["keywords"] == Mark(PATH, 3, 3)
    assert reference.field_marks["functions:navigation"] == Mark(PATH, 3, 15)
    assert reference.field_marks["issue:cancer"] == Mark(PATH, 4, 5)


def test_keywords_are_tags_or_ordinary() -> None:
    """A known namespace makes a tag; any other keyword stays, colon or not."""
    reference = entry("keywords = {functions:navigation; Peer support, ISSN: 12, label:peer}")
    assert reference.tags == (Tag("functions", "navigation"), Tag("label", "peer"))
    assert reference.keywords == ("Peer support", "ISSN: 12")


def test_every_namespace_of_the_map_makes_a_tag() -> None:
    """The six questions, trend, community, issue and label."""
    questions = ["functions", "formality", "relations", "status", "affiliations", "spaces"]
    names = [*questions, "trend", "community", "issue", "label"]
    reference = entry("keywords = {" + ", ".join(f"{name}:x" for name in names) + "}")
    assert [tag.namespace for tag in reference.tags] == names


def test_another_map_has_other_namespaces() -> None:
    """The namespaces are given from outside when the map is another one."""
    text = "@misc{a1, title = {A}, keywords = {colour:red, functions:x}}"
    (reference,), _ = read_references(PATH, text, namespaces=("colour",))
    assert reference.tags == (Tag("colour", "red"),)
    assert reference.keywords == ("functions:x",)


def test_lists_say_where_a_reference_comes_from() -> None:
    """``lists`` holds numbers in printed reference lists."""
    reference = entry("lists = {panaite2024:12, lessard2024:38}")
    assert reference.lists == (ListPosition("panaite2024", 12), ListPosition("lessard2024", 38))


def test_an_organisation_keeps_its_braces_until_names_are_split() -> None:
    """``{Barnes and Noble, Inc.}`` is one author."""
    reference = entry("author = {{Barnes and Noble, Inc.} and Doe, Jane}")
    assert reference.authors == (
        Name(literal="Barnes and Noble, Inc."),
        Name(family="Doe", given="Jane"),
    )


def test_and_others_is_nobodys_family_name() -> None:
    """The list is marked as cut instead."""
    reference = entry("author = {Doe, Jane and others}, editor = {Roe, Jim}")
    assert reference.authors == (Name(family="Doe", given="Jane"),)
    assert (reference.authors_cut, reference.editors_cut) == (True, False)
    assert reference.short_author == "Doe et al."


def test_strings_and_concatenation_are_resolved() -> None:
    """A ``@string``, a month and literals are joined by ``#``; names are case-insensitive."""
    reference = sound(
        '@string{hsc = "Health \\& Social"}\n'
        "@string(care = HSC # { Care})\n"
        '@article{a1, title = {A} # { B}, journal = Care # " in " # {Town}, month = 3 # {}, '
        "year = {2012}}"
    )
    assert reference.title == "A B"
    assert reference.container == "Health & Social Care in Town"
    assert reference.issued == Date(2012, 3)


def test_crossref_fills_what_a_chapter_does_not_say() -> None:
    """The book's title becomes the chapter's ``booktitle``; what is the book's own stays there."""
    text = (
        "@incollection{part, title = {Part}, crossref = {WHOLE}, pages = {3--9}}\n"
        "@book{whole, title = {Whole}, subtitle = {Essays}, editor = {Roe, Jim}, year = {2011},\n"
        "  publisher = {Press}, doi = {10.1234/whole}, pages = {300}, keywords = {issue:cancer}}\n"
    )
    (part, whole), problems = read(text)
    assert problems == ()
    assert part.fields["booktitle"] == "Whole: Essays"
    assert part.fields["publisher"] == "Press"
    assert part.fields["pages"] == "3–9"
    assert part.editors == whole.editors == (Name(family="Roe", given="Jim"),)
    assert part.issued == Date(2011)
    assert "doi" not in part.fields
    assert part.tags == ()


def test_a_chapter_keeps_its_own_date() -> None:
    """A year of the book is not mixed with the date of the chapter."""
    text = (
        "@incollection{part, title = {Part}, crossref = {whole}, date = {2012}}\n"
        "@book{whole, title = {Whole}, year = {2011}, month = may}\n"
    )
    (part, _), problems = read(text)
    assert (part.issued, problems) == (Date(2012), ())


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("journaltitle = {J}", "journal"),
        ("location = {J}", "address"),
        ("langid = {J}", "language"),
        ("annotation = {J}", "annote"),
        ("issue = {J}", "number"),
        ("Journal = {J}", "journal"),
        ("custom-1 = {J}", "custom-1"),
    ],
)
def test_names_of_fields_are_those_of_bibtex(given: str, name: str) -> None:
    """BibLaTeX's names are mapped, capitals do not matter, unknown ones stay."""
    assert entry(given).fields == {name: "J"}


def test_a_name_that_is_taken_is_not_written_over() -> None:
    """Where an entry has both ``journal`` and ``journaltitle``, both stay."""
    fields = entry("journal = {Short}, journaltitle = {Long}").fields
    assert fields == {"journal": "Short", "journaltitle": "Long"}


def test_a_thesis_has_a_school() -> None:
    """``institution`` of a thesis is BibTeX's ``school``; of a report it stays."""
    assert entry("institution = {X}", "thesis").fields == {"school": "X"}
    assert entry("institution = {X}", "techreport").fields == {"institution": "X"}


@pytest.mark.parametrize(
    ("title", "whole"),
    [("Why", "Why: A study"), ("Why?", "Why? A study"), ("", "A study")],
)
def test_a_subtitle_follows_its_title(title: str, whole: str) -> None:
    """BibLaTeX's ``subtitle`` is part of the title, as BibTeX has it."""
    text = f"@book{{a1, title = {{{title}}}, subtitle = {{A study}}}}"
    assert sound(text).title == whole


@pytest.mark.parametrize(
    ("given", "pages"),
    [
        ("12--15", "12–15"),
        ("12-15", "12–15"),
        ("12 – 15", "12–15"),
        ("191-191", "191"),
        ("S12--S15, 20--21", "S12–S15, 20–21"),
        ("113249", "113249"),
        ("Suppl-A", "Suppl-A"),
    ],
)
def test_pages_have_an_en_dash_and_equal_pages_collapse(given: str, pages: str) -> None:
    """However the range was typed."""
    assert entry(f"pages = {{{given}}}").fields["pages"] == pages


@pytest.mark.parametrize(
    ("given", "issued", "kept"),
    [
        ("year = {2012}", Date(2012), {}),
        ("year = 2012, month = {5}", Date(2012, 5), {}),
        ("year = 2012, month = mai", None, None),
        ("year = {2012}, month = {mai}, day = {3}", Date(2012, 5, 3), {}),
        ("year = {2012}, month = {Spring}", Date(2012, season="spring"), {}),
        ("date = {2012-05-03}", Date(2012, 5, 3), {}),
        ("date = {2012-05/2012-06}", Date(2012, 5), {"date": "2012-05/2012-06"}),
        ("date = {2012-22}", Date(2012, season="summer"), {}),
        ("year = {2012--2014}", Date(2012), {"year": "2012–2014"}),
        ("year = {in press}", None, {"year": "in press"}),
        ("year = {n.d.}", None, {}),
        ("date = {2012}, year = {2012}", Date(2012), {}),
    ],
)
def test_dates_are_as_exact_as_they_say(
    given: str, issued: Date | None, kept: dict[str, str] | None
) -> None:
    """What the date itself does not say stays among the fields."""
    (reference,), problems = read(f"@misc{{a1, title = {{A}}, {given}}}")
    if kept is None:
        assert [p.says for p in problems] == ["'mai' is not defined by any @string"]
        assert reference.issued == Date(2012, 5)
    else:
        assert problems == ()
        assert (reference.issued, reference.fields) == (issued, kept)


def test_text_is_text() -> None:
    """HTML stays as it was typed, LaTeX becomes the characters it means."""
    text = "<b>x</b> \\& Universit\\'e {\\o} ``so'' it~is -- well --- \\textgreater{} 5\\%"
    reference = entry(f"abstract = {{{text}}}")
    wanted = "<b>x</b> & Université ø “so” it is – well — > 5%"
    assert reference.fields["abstract"] == wanted


def test_addresses_and_files_are_never_decoded() -> None:
    """``%20``, ``~`` and ``--`` mean themselves there."""
    reference = entry(
        "url = {https://example.org/~a/b%20c--d_e},\n"
        "  doi = {10.1234/a_b--c%3C},\n"
        "  file = {:C\\:\\papers\\~a--b%20.pdf:PDF}"
    )
    assert reference.fields == {
        "url": "https://example.org/~a/b%20c--d_e",
        "doi": "10.1234/a_b--c%3c",
        "file": ":C\\:\\papers\\~a--b%20.pdf:PDF",
    }


def test_empty_fields_say_nothing() -> None:
    """``doi = {}`` is as good as no DOI."""
    assert entry("doi = {}, note = {}, keywords = {, }").fields == {}


def test_pubmed_as_an_eprint_is_a_pmid() -> None:
    """BibLaTeX writes ``eprint`` and ``eprinttype``."""
    assert entry("eprint = {12345}, eprinttype = {pubmed}").fields["pmid"] == "12345"


def test_line_ends_of_another_system_change_nothing() -> None:
    """Lines and columns are the same when a line ends with carriage return and line feed."""
    text = "@misc{a1,\n  title = {A\n  title},\n  url = {x}\n}\n"
    plain, other = read(text), read(text.replace("\n", "\r\n"))
    assert plain[0][0].title == other[0][0].title == "A title"
    assert plain[1] == other[1]


def test_comments_preamble_and_jabref_settings_are_passed_over() -> None:
    """They are no entries, and not wrong."""
    text = (
        '% Encoding: UTF-8\nSome words of ours.\n@preamble{"\\newcommand{\\x}{y}"}\n'
        "@comment{jabref-meta: databaseType:bibtex;}\n"
        "% title = {not a field}\n@misc{a1, title = {A}}\n"
    )
    assert sound(text).key == "a1"


def test_round_brackets_are_as_good_as_braces() -> None:
    """``@misc(a1, …)``."""
    assert sound("@misc(a1, title = {A (b) c})").title == "A (b) c"


def test_an_empty_file_has_no_references() -> None:
    """And no problems."""
    assert read("") == read("\ufeff\n \n") == ((), ())


def test_references_come_in_the_order_of_the_file() -> None:
    """Nothing is sorted here."""
    references, _ = read("@misc{b, title={B}}\n@misc{a, title={A}}\n@misc{c, title={C}}")
    assert [reference.key for reference in references] == ["b", "a", "c"]


@pytest.mark.skipif(not REAL.exists(), reason="the bibliography is not there")
def test_the_real_bibliography_reads_without_a_problem() -> None:
    """Every entry of the file is a reference with a title."""
    text = REAL.read_text(encoding="utf-8")
    references, problems = read_references(PATH, text)
    assert problem_report(problems) == ""
    assert len(references) == text.count("\n@") + text.startswith("@")
    assert all(reference.title for reference in references)
