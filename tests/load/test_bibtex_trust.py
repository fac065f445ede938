"""Entries from strangers: identifiers, links, characters nobody sees, and sizes."""

from __future__ import annotations

import time

import pytest

from peermap.load.bibtex import read_references
from peermap.problems import Problem
from peermap.records.reference import Reference


def read(field: str) -> tuple[Reference, list[Problem]]:
    """The reference of an entry with a title and one more field, and its problems."""
    text = f"@misc{{a1,\n  title = {{A}},\n  {field}\n}}"
    (reference,), problems = read_references("x.bib", text)
    return reference, list(problems)


@pytest.mark.parametrize(
    "field",
    [
        "url = {javascript:alert(1)}",
        "url = {ftp://example.org}",
        "url = {mailto:a@example.org}",
        "url = {//example.org}",
        "url = {https://}",
        "url = {https://doi.org@evil.example/}",
        'url = {https://example.org/" onclick="x}',
        "url = {https://a.org https://b.org}",
        "url = {http://[}",
        "doi = {not a doi}",
        "doi = {10.12}",
        "pmid = {PMC12}",
        "pmcid = {x}",
    ],
)
def test_what_is_not_what_it_says_is_left_out(field: str) -> None:
    """The field is told at its line and dropped."""
    name = field.split()[0]
    reference, (problem,) = read(field)
    assert reference.fields == {}
    assert (problem.mark.line, problem.severity) == (3, "error")
    assert problem.says.startswith(f"{name} is ")


def test_an_address_without_https_is_guessed_at() -> None:
    """``www.example.org`` only lacks the beginning."""
    _, (problem,) = read("url = {www.example.org/a}")
    assert "Did you mean 'https://www.example.org/a'?" in problem.way_out


def test_a_wrong_isbn_is_told_and_stays() -> None:
    """Wrong ISBNs are printed in books."""
    reference, (problem,) = read("isbn = {978-3-16-148410-1}")
    assert problem.severity == "warning"
    assert reference.fields["isbn"] == "978-3-16-148410-1"


def test_control_characters_are_taken_out() -> None:
    """NUL and its like are told where the first stands."""
    reference, (problem,) = read("note = {a\x00b\x1b[31m}")
    assert (problem.mark.line, problem.mark.column, problem.severity) == (3, 12, "error")
    assert problem.says == "'note' holds control characters (U+0000, U+001B)"
    assert reference.fields["note"] == "ab[31m"


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad"])
def test_invisible_characters_are_taken_out(sign: str) -> None:
    """Zero-width and direction marks are a warning."""
    reference, (problem,) = read(f"note = {{a{sign}b}}")
    assert problem.severity == "warning"
    assert f"U+{ord(sign):04X}" in problem.says
    assert reference.fields["note"] == "ab"


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\u200b"])
def test_a_key_holds_none_of_them(sign: str) -> None:
    """A key with an invisible character is no key."""
    references, problems = read_references("x.bib", f"@misc{{a{sign}1, title = {{A}}}}")
    assert references == ()
    assert len(problems) == 1


def test_a_value_too_long_is_left_out() -> None:
    """100,000 characters are the most; one more is told, with the number."""
    reference, problems = read(f"note = {{{'x' * 99_998}}}")
    assert (len(reference.fields["note"]), problems) == (99_998, [])
    reference, (problem,) = read(f"note = {{{'x' * 100_000}}}")
    assert reference.fields == {}
    assert problem.says == "'note' has 100002 characters"


def test_strings_do_not_grow_without_end() -> None:
    """Each string doubling the one before stops at the most a value may have."""
    doubling = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    text = "@string{s0 = {0123456789}}\n" + doubling + "@misc{a1, title = {A}, note = s59}"
    (reference,), problems = read_references("x.bib", text)
    assert len(reference.fields.get("note", "")) <= 100_000
    assert any("joined to more than 100000 characters" in p.says for p in problems)


@pytest.mark.parametrize(
    "value",
    [
        "{" * 40_000 + "}" * 40_000,
        "\\href{a}{" * 9_000 + "}" * 9_000,
        "\\'" * 45_000,
        "$a" * 45_000,
        "1." * 45_000,
        "a&" * 45_000,
        "a and " * 15_000,
        "." * 90_000 + "a",
        "family=x, " + "a" * 80_000,
        " " * 90_000 + "x",
    ],
)
@pytest.mark.parametrize("name", ["title", "author", "year", "pages", "doi", "url", "keywords"])
def test_no_value_takes_long(name: str, value: str) -> None:
    """Time grows with the length of a value, not with its square."""
    text = f"@misc{{a1, {name} = {{{value}}}}}"
    start = time.process_time()
    read_references("x.bib", text)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("start", ["@a{", "@a{\n", "@a\n{", "@a(x,", "@a{k,,", '@a{k,"', "@"])
def test_no_run_of_starts_takes_long(start: str) -> None:
    """Nor do thousands of unfinished entries."""
    begun = time.process_time()
    read_references("x.bib", start * 3_000)
    assert time.process_time() - begun < 10
