"""What holds for every text: reading never fails, and no entry disappears silently."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from peermap.load.bibtex import read_references
from peermap.load.dates import read_date
from peermap.load.identifiers import is_isbn, read_address, read_doi, read_pmcid, read_pmid
from peermap.load.latex import decoded
from peermap.load.names import read_names
from peermap.load.periods import read_period

START = re.compile(r"@(\w+)[ \t]*\{|@(\w+)[ \t]*\n\s*\{")
PASSED_OVER = frozenset({"string", "preamble", "comment"})
PIECES = st.sampled_from(
    [
        "@article{a1,",
        "@book{b1,",
        "@Book {B1,",
        "@misc\n{c1,",
        "@misc(d1,",
        "@string{s = {x}}",
        "@comment{",
        "@preamble{",
        "@commentary{e1,",
        "@misc{",
        "\n",
        "\n}\n",
        "}",
        "{",
        '"',
        ",",
        "=",
        "#",
        " ",
        "\\",
        "%",
        "title = {A},",
        "Title = {B}",
        'year = "2012"',
        "month = jan",
        "author = {Doe, J. and Roe}",
        "crossref = {b1},",
        "keywords = {functions:x, function:y}",
        "lists = {a:1, b}",
        "pages = 1--1",
        "\x00",
        "\u200b",
        "é",
        "x",
    ]
)
BIBTEX = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@given(BIBTEX)
@example("@misc{a1, title = {x \\}}\n@misc{b1, title={y}}")
@example("@a{ @b{c},")
@example("@{\n@0\n{")
@example("@a{k, title = {x @b\n{c, y} }}")
@example('@misc{a1, title = "a {"} b"}')
def test_every_start_of_an_entry_is_a_reference_or_in_a_problem(text: str) -> None:
    """Whatever the text, what looks like an entry is read, or its line is in the report."""
    references, problems = read_references("x.bib", text)
    lines = {r.mark.line for r in references} | {p.mark.line for p in problems}
    for match in START.finditer(text):
        if (match[1] or match[2]).lower() not in PASSED_OVER:
            assert text.count("\n", 0, match.start()) + 1 in lines


@given(BIBTEX)
def test_marks_are_places_of_the_text(text: str) -> None:
    """Lines and columns are 1-based and inside the text; keys stand once and are addresses."""
    references, problems = read_references("x.bib", text)
    lines = text.split("\n")
    marks = [p.mark for p in problems] + [m for r in references for m in r.field_marks.values()]
    for mark in marks:
        assert 1 <= mark.line <= len(lines)
        assert 1 <= mark.column <= len(lines[mark.line - 1]) + 1
    keys = [r.key for r in references]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch("[a-z0-9-]+", key) for key in keys)


@given(BIBTEX)
def test_raw_text_stands_in_the_file(text: str) -> None:
    """The raw text of a reference begins at its mark."""
    references, _ = read_references("x.bib", text)
    lines = text.split("\n")
    for reference in references:
        rest = "\n".join(lines[reference.mark.line - 1 :])[reference.mark.column - 1 :]
        assert rest.startswith(reference.raw)


@given(BIBTEX)
def test_reading_is_deterministic_and_problems_are_sorted(text: str) -> None:
    """Two readings of one text are the same."""
    first, second = read_references("x.bib", text), read_references("x.bib", text)
    assert first == second
    assert list(first[1]) == sorted(set(first[1]))


@given(st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), unique=True))
def test_sound_entries_are_all_read(keys: list[str]) -> None:
    """As many references as entries, in their order, without a problem."""
    text = "\n".join(f"@misc{{{key},\n  title = {{T {key}}},\n}}" for key in keys)
    references, problems = read_references("x.bib", text)
    assert [r.key for r in references] == keys
    assert problems == ()


@given(st.text())
def test_small_readers_take_any_text(text: str) -> None:
    """Names, dates, periods, identifiers and LaTeX never raise."""
    decoded(text)
    read_names(text)
    read_date(text)
    read_period(text)
    read_doi(text)
    read_pmid(text)
    read_pmcid(text)
    read_address(text)
    is_isbn(text)


@given(st.text(alphabet="abc ,.{}\\'\"^~`$%&-_#\n"))
def test_plain_text_holds_no_braces_of_latex(text: str) -> None:
    """Unless they were escaped, braces are gone, and white space is folded."""
    plain = decoded(text).text
    assert "\n" not in plain
    assert "  " not in plain
    assert "\\" in text or ("{" not in plain and "}" not in plain)
