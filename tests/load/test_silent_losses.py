"""What BibTeX readers lose without a word: here each is told at its line, and the rest is read."""

from __future__ import annotations

import pytest

from peermap.load.bibtex import read_references
from peermap.problems import Problem
from peermap.records.date import Date
from peermap.records.reference import Reference

AFTER = "\n@misc{after, title = {The next one}}\n"


def read(text: str) -> tuple[dict[str, Reference], list[Problem]]:
    """References by key and problems of a text, which is followed by one sound entry."""
    references, problems = read_references("x.bib", text + AFTER)
    by_key = {reference.key: reference for reference in references}
    assert by_key.pop("after").title == "The next one"
    return by_key, list(problems)


def told(problem: Problem) -> tuple[int, int, str]:
    """Line, column and wording of a problem."""
    return problem.mark.line, problem.mark.column, problem.says


def test_a_comma_missing_between_fields() -> None:
    """Both fields are read; the place is where the comma ought to be."""
    text = '@misc{a1,\n  title = {A}\n  year = 2012\n  note = "N",\n  doi = {10.1234/x}\n}'
    found, problems = read(text)
    assert [told(p) for p in problems] == [
        (2, 14, "no comma stands between 'title' and 'year'"),
        (3, 14, "no comma stands between 'year' and 'note'"),
    ]
    reference = found["a1"]
    assert (reference.title, reference.issued) == ("A", Date(2012))
    assert reference.fields == {"note": "N", "doi": "10.1234/x"}


def test_a_split_start_behind_an_entry_that_is_not_closed() -> None:
    """Neither slip hides the other."""
    found, problems = read("@misc{a1, title = {A},\n\n@article\n{b1, title = {B}}")
    assert [told(p)[::2] for p in problems] == [
        (1, "reference 'a1' is not closed: it is still open on line 2"),
        (3, "'@article' and its bracket stand on different lines"),
    ]
    assert found["b1"].title == "B"


@pytest.mark.parametrize("gap", ["\n", "  \n\n  "])
def test_a_type_and_its_brace_on_different_lines(gap: str) -> None:
    """Elsewhere the entry becomes a comment; here it is told and read."""
    found, problems = read(f"\n@article{gap}{{a1, title = {{A}}}}")
    assert [told(p) for p in problems] == [
        (2, 1, "'@article' and its bracket stand on different lines")
    ]
    assert (found["a1"].title, found["a1"].type) == ("A", "article")


def test_a_bare_percent_sign() -> None:
    """The text behind it stays, and the sign is told; in an address it is in its place."""
    found, problems = read(
        "@misc{a1,\n  title = {50% of patients},\n  url = {https://a.org/b%20c}\n}"
    )
    assert [told(p) for p in problems] == [(2, 3, "'title' holds a bare '%'")]
    assert problems[0].severity == "warning"
    assert found["a1"].title == "50% of patients"
    assert found["a1"].fields["url"] == "https://a.org/b%20c"


def test_an_unknown_command() -> None:
    """It stays in the text and is told; known ones are known though pylatexenc drops them."""
    found, problems = read("@misc{a1, title = {\\textgreater{} \\fancy{word} \\today}}")
    assert [p.says for p in problems] == [
        "'title' holds '\\fancy', a LaTeX command not known here",
        "'title' holds '\\today', a LaTeX command not known here",
    ]
    assert found["a1"].title == "> \\fancy word \\today"


@pytest.mark.parametrize("again", ["Title", "title", "TITLE"])
def test_a_field_that_stands_twice(again: str) -> None:
    """The first is kept, however the second is written."""
    found, problems = read(f"@misc{{a1,\n  title = {{A}},\n  {again} = {{B}},\n note = {{N}}}}")
    assert [told(p) for p in problems] == [
        (3, 3, f"field '{again}' stands twice (first at line 2)")
    ]
    assert (found["a1"].title, found["a1"].fields) == ("A", {"note": "N"})


def test_a_key_that_stands_twice() -> None:
    """The first is kept; the message tells its line."""
    found, problems = read("@misc{a1, title = {A}}\n\n@misc{a1, title = {B}}")
    assert [told(p) for p in problems] == [(3, 1, "reference 'a1' stands twice (first at line 1)")]
    assert found["a1"].title == "A"


def test_a_key_that_stands_twice_with_a_field_that_stands_twice() -> None:
    """Both are told, whichever of the two the Splitter sees."""
    _, problems = read("@misc{a1, title = {A}}\n@misc{a1, title = {B}, title = {C}}")
    assert [p.says for p in problems] == [
        "reference 'a1' stands twice (first at line 1)",
        "field 'title' stands twice (first at line 2)",
    ]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Doe, J., Roe, R., Poe, E.", "'Doe, J., Roe, R., Poe, E.' has 5 commas"),
        ("Doe,", "a part of the name 'Doe,' is missing"),
        ("Doe, J. and and Roe, R.", "a name is missing in 'Doe, J. and and Roe, R.'"),
        ("Doe, J. and", "a name is missing in 'Doe, J. and'"),
        ("Doe, J.; Roe, R.", "'Doe, J.; Roe, R.' is one name"),
        ("Doe, J. & Roe, R.", "'Doe, J. & Roe, R.' is one name"),
        ("others and Doe, J.", "'others' stands before a name"),
    ],
)
def test_a_name_that_cannot_be_told_apart(name: str, says: str) -> None:
    """The entry is not lost for it."""
    found, problems = read(f"@misc{{a1, title = {{A}},\n author = {{{name}}}}}")
    assert told(problems[0]) == (2, 2, f"in 'author', {says}")
    assert found["a1"].authors[0].short == "Doe"


def test_an_organisation_without_braces() -> None:
    """It is not split into given and family name."""
    found, problems = read("@misc{a1, title = {A}, author = {World Health Organization}}")
    assert problems[0].severity == "warning"
    assert found["a1"].authors[0].literal == "World Health Organization"


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("@misc{a1,\n title = {A,\n year = {2012}\n}", "The mate of a '{' in 'title' on line 2"),
        ("@misc{a1,\n title = {A},\n year = {2012},\n", "A '}' at its end seems"),
        ('@misc{a1,\n title = "A,\n year = {2012}\n}', "The mate of a '\"' in 'title' on line 2"),
    ],
)
def test_a_bracket_that_is_not_closed(text: str, way_out: str) -> None:
    """The entry is told at its start, with the field that seems to be open; the next is read."""
    found, (problem,) = read(text)
    assert found == {}
    assert problem.mark.line == 1
    assert problem.says.startswith("reference 'a1' is not closed")
    assert problem.way_out.startswith(way_out)


def test_the_last_entry_is_not_closed() -> None:
    """The end of the file is told as any other."""
    references, problems = read_references("x.bib", "@misc{a1, title = {A}}\n@misc{b1, title = {B}")
    assert [r.key for r in references] == ["a1"]
    assert [told(p) for p in problems] == [
        (2, 1, "reference 'b1' is not closed: it is still open on line 2")
    ]


def test_a_brace_too_many() -> None:
    """The fields behind it stand outside of any entry, which is told."""
    found, problems = read("@misc{a1,\n title = {A}},\n year = {2012},\n}")
    assert [told(p) for p in problems] == [(3, 2, "'year =' stands outside of any entry")]
    assert found["a1"].title == "A"


@pytest.mark.parametrize("first", ["Sokol2016", "SOKOL2016"])
def test_keys_that_differ_by_case_only(first: str) -> None:
    """Their addresses would be the same; the one in small letters is kept."""
    found, problems = read(f"@misc{{{first}, title = {{A}}}}\n@misc{{sokol2016, title = {{B}}}}")
    assert [told(p) for p in problems] == [
        (1, 1, f"keys '{first}' and 'sokol2016' differ by case only")
    ]
    assert found["sokol2016"].title == "B"


def test_a_word_that_no_string_defines() -> None:
    """It is told at its place with a guess, and read as it stands."""
    found, problems = read(
        "@string{lancet = {The Lancet}}\n@misc{a1,\n  title = {A},\n  journal = lancett\n}"
    )
    assert [told(p) for p in problems] == [(4, 13, "'lancett' is not defined by any @string")]
    assert problems[0].way_out.startswith("Did you mean 'lancet'?")
    assert found["a1"].fields["journal"] == "lancett"


@pytest.mark.parametrize(
    ("value", "says", "text"),
    [
        ("Health Care", "'note' is 'Health Care', partly without braces", "Health Care"),
        ("12--15", "'12--15' stands without braces", "12–15"),
        ("{a} {b}", "'note' is '{a} {b}', partly without braces", "a b"),
        ("{a} #", "'note' has nothing on one side of '#'", "a #"),
    ],
)
def test_a_value_that_is_no_value(value: str, says: str, text: str) -> None:
    """Text without braces is told, and kept."""
    found, problems = read(f"@misc{{a1, title = {{A}}, note = {value}}}")
    assert [p.says for p in problems] == [says]
    assert found["a1"].fields["note"] == text


def test_a_string_that_stands_twice() -> None:
    """The first is used."""
    found, problems = read("@string{s = {One}}\n@STRING{S = {Two}}\n@misc{a1, title = s}")
    assert [told(p) for p in problems] == [(2, 1, "string 'S' stands twice (first at line 1)")]
    assert found["a1"].title == "One"


def test_a_crossref_to_nothing() -> None:
    """With a guess at the key."""
    found, problems = read("@misc{a1,\n title = {A},\n crossref = {aftr}}")
    assert [told(p) for p in problems] == [(3, 2, "crossref 'aftr' is not a key of this file")]
    assert "'after'" in problems[0].way_out
    assert found["a1"].title == "A"


def test_a_crossref_in_a_circle() -> None:
    """Nobody inherits from himself."""
    found, problems = read(
        "@misc{a1, title={A}, crossref={b1}}\n@misc{b1, title={B}, crossref={a1}, publisher={N}}"
    )
    assert [told(p) for p in problems] == [
        (1, 22, "crossref 'b1' leads back to the reference itself"),
        (2, 22, "crossref 'a1' leads back to the reference itself"),
    ]
    assert found["a1"].fields["publisher"] == "N"


def test_lines_are_right_behind_backslashes_and_comments() -> None:
    """A backslash at the end of a line does not shift what follows."""
    _, problems = read(
        "words\n\n@misc{a1,\n title = {A \\\\\n B \\\n C},\n url = {x}\n}\n\n@misc{A}"
    )
    assert [(p.mark.line, p.mark.column) for p in problems] == [(7, 2), (10, 1)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("@misc{a1\n title = {A}, year = 2012}", (1, 9, "no comma stands behind the key 'a1'")),
        ("@misc{a1, title = {A},,\n year = 2012}", (1, 23, "two commas stand in a row")),
        ("@misc{a1, title = {A}, doi, year = 2012}", (1, 24, "'doi' has no value")),
        ("@misc{a1, title = {A}, year = 2012, doi }", (1, 37, "'doi' has no value")),
        (
            "@misc{a1, year = 2012, title {A}}",
            (1, 24, "no '=' stands between 'title' and its value"),
        ),
        (
            "@misc{a1, title = {A},\n% checked\n year = 2012}",
            (2, 1, "'% checked year' is not the name of a field"),
        ),
    ],
)
def test_slips_that_cost_an_entry_elsewhere(text: str, place: tuple[int, int, str]) -> None:
    """They are told at their place, and the entry is read."""
    found, problems = read(text)
    assert [told(p) for p in problems] == [place]
    assert (found["a1"].title, found["a1"].issued) == ("A", Date(2012))


def test_several_slips_in_one_entry() -> None:
    """All of them are told."""
    found, problems = read("@misc{a1\n title = {A},, doi, author {Doe, J.}, year }")
    assert len(problems) == 5
    assert (found["a1"].title, found["a1"].authors[0].short) == ("A", "Doe")


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ("@misc{title = {A}}", "'@misc' has no key"),
        ("@misc{, title = {A}}", "'@misc' has no key"),
        ("@misc{a b, title = {A}}", "the key 'a b' cannot stand in an address"),
        ("@misc{Müller_2012, title = {A}}", "the key 'Müller_2012' cannot stand in an address"),
        ("@misc{../x, title = {A}}", "the key '../x' cannot stand in an address"),
    ],
)
def test_a_key_that_is_none(start: str, says: str) -> None:
    """The reference is left out, and the message names it."""
    found, problems = read(start)
    assert [told(p) for p in problems] == [(1, 1, says)]
    assert found == {}


def test_a_bad_key_is_guessed_at() -> None:
    """The way out offers the nearest sound key."""
    _, (problem,) = read("@misc{Müller_2012, title = {A}}")
    assert "Did you mean 'muller-2012'?" in problem.way_out


def test_a_type_nobody_knows() -> None:
    """The reference is read all the same."""
    found, (problem,) = read("@artcle{a1, title = {A}}")
    assert told(problem) == (1, 1, "'@artcle' is not a type of entry known here")
    assert (problem.severity, found["a1"].type) == ("warning", "artcle")
    assert problem.way_out.startswith("Did you mean 'article'")


def test_a_field_that_is_a_slip_of_another() -> None:
    """``jounal`` is told, and stays under its name."""
    found, (problem,) = read("@misc{a1, title = {A}, jounal = {J}}")
    assert (problem.says, problem.way_out) == (
        "'jounal' is no field BibTeX knows",
        "Did you mean 'journal'?",
    )
    assert found["a1"].fields == {"jounal": "J"}


def test_a_reference_without_a_title() -> None:
    """It is told, for a reference is shown by its title."""
    found, problems = read("@misc{a1, note = {N}}")
    assert [told(p) for p in problems] == [(1, 1, "reference 'a1' has no title")]
    assert found["a1"].title == ""


def test_a_namespace_that_is_nearly_one() -> None:
    """``function:`` stays an ordinary keyword, and is told at its place."""
    found, (problem,) = read("@misc{a1, title = {A},\n keywords = {x, function:navigation}}")
    assert told(problem) == (
        2,
        17,
        "'function:navigation' is an ordinary keyword: 'function' is no namespace",
    )
    assert problem.way_out == "Did you mean 'functions'?"
    assert found["a1"].keywords == ("x", "function:navigation")


def test_a_tag_without_a_value() -> None:
    """It is no tag."""
    found, problems = read("@misc{a1, title = {A}, keywords = {functions:}}")
    assert [p.says for p in problems] == ["the tag 'functions:' has no value"]
    assert found["a1"].tags == ()


@pytest.mark.parametrize("item", ["panaite2024", "panaite2024:x", "Panaite:1", "panaite2024:0"])
def test_a_list_position_that_is_none(item: str) -> None:
    """It is told; the others are read."""
    found, problems = read(f"@misc{{a1, title = {{A}},\n lists = {{{item}, lessard2024:38}}}}")
    says = f"'{item}' in 'lists' is no position in a reference list"
    assert [told(p) for p in problems] == [(2, 2, says)]
    assert [p.number for p in found["a1"].lists] == [38]


def test_an_entry_inside_a_comment() -> None:
    """What was put into ``@comment`` on one line is told as left out."""
    found, (problem,) = read("@comment{ @misc{a1, title = {A}} }")
    assert told(problem) == (1, 11, "'@misc{a1' stands inside another block and is not read")
    assert (problem.severity, found) == ("warning", {})


def test_an_entry_inside_a_value() -> None:
    """A brace that is closed too late swallows what follows."""
    _, problems = read("@misc{a1, title = {A, @misc{b1, title = {B}} }}")
    assert "'@misc{b1' stands inside another block and is not read" in [p.says for p in problems]


def test_a_field_inside_a_value() -> None:
    """Two slips that make up for each other are still two slips."""
    _, problems = read("@misc{a1,\n title = {A,\n year = {2012}},\n note = {N}\n}")
    says = "'title' holds what looks like another field, 'year ='"
    assert [told(p) for p in problems] == [(2, 10, says)]


def test_a_type_that_begins_like_a_comment() -> None:
    """The Splitter takes ``@commentary`` for ``@comment``."""
    _, problems = read("@commentary{a1, title = {A}}")
    assert [told(p) for p in problems] == [
        (1, 1, "'@commentary' is read as '@comment', not as an entry")
    ]


def test_a_start_without_a_brace() -> None:
    """``@article a1, …`` is no entry."""
    _, problems = read("@article a1, title\n")
    assert [told(p) for p in problems] == [(1, 1, "'@article' starts no entry: no '{' follows")]


@pytest.mark.parametrize(
    ("given", "says", "issued"),
    [
        ("year = {2012a}", "year is '2012a'", Date(2012)),
        ("year = {soon}", "year is 'soon'", None),
        ("date = {2012-02-30}", "date is '2012-02-30'", Date(2012)),
        ("year = 2012, month = {13}", "month is '13'", Date(2012)),
        ("year = 2011, date = {2012}", "year is '2011', but date is '2012'", Date(2012)),
    ],
)
def test_a_date_that_is_none(given: str, says: str, issued: Date | None) -> None:
    """A year in it is used; no day is invented."""
    found, problems = read(f"@misc{{a1, title = {{A}}, {given}}}")
    assert [p.says for p in problems] == [says]
    assert found["a1"].issued == issued
