"""The cases in which BibTeX readers lose data without a word, in one place: each through an import,
which either keeps the data or says at which line it cannot. ``tests/load/test_silent_losses.py``
has the finer points.
"""

from __future__ import annotations

import pytest

from importing.libraries import imported
from peermap.load.bibtex import read_references

GOOD = "\n@misc{good, title = {A good one}, year = 1999}\n"
# what stands in the export; what must be in the bibliography; what must be said
LOSSES = {
    "a missing comma": ("@misc{a, title = {T}\n year = 2011}", ["{2011}"], "no comma stands"),
    "a type and its brace apart": ("@article\n{a, title = {T}}", ["{T}"], "different lines"),
    "a bare percent sign": ("@misc{a, title = {50% of all}}", [r"50\% of all"], "a bare '%'"),
    "a percent sign in an address": (
        "@misc{a, title = {T}, url = {https://a.org/b%20c}}",
        ["https://a.org/b%20c"],
        "",
    ),
    "a macro that decoders drop": (
        r"@misc{a, title = {a \textgreater{} b}}",
        [r"a \textgreater{} b"],
        "",
    ),
    "an unknown macro": (r"@misc{a, title = {a \oddity b}}", ["oddity"], "not known here"),
    "a field in two spellings": (
        "@misc{a, Title = {T}, title = {U}}",
        ["title = {T}"],
        "stands twice",
    ),
    "a key that stands twice": (
        "@misc{a, title = {Tea leaves}}\n@misc{a, title = {Uncle Bob}}",
        ["Tea leaves", "Uncle Bob"],
        "",
    ),
    "a brace that is not closed": (
        "@misc{a, title = {Tea leaves}, note = {never",
        [],
        "is not closed",
    ),
    "keys that differ by case": (
        "@misc{A1, title = {Tea leaves}}\n@misc{a1, title = {Uncle Bob}}",
        ["Tea leaves", "Uncle Bob"],
        "",
    ),
    "a string that nobody defines": ("@misc{a, title = {T}, note = nope}", ["nope"], "'nope'"),
    "joined values": (
        "@string{s = {Towns}}\n@article{a, title = {T}, journal = s # { and villages}}",
        ["Towns and villages"],
        "",
    ),
    "a crossref": (
        "@inbook{a, title = {T}, crossref = {b}}\n@book{b, title = {Whole}, publisher = {P}}",
        ["booktitle = {Whole}"],
        "",
    ),
    "organisations and others": (
        "@misc{a, title = {T}, author = {{Barnes and Noble, Inc.} and others}}",
        ["{{Barnes and Noble, Inc.} and others}"],
        "",
    ),
    "a range of dates": (
        "@misc{a, title = {T}, date = {2012-05/2012-06}}",
        ["2012-05/2012-06"],
        "",
    ),
}


@pytest.mark.parametrize("case", sorted(LOSSES))
def test_a_silent_loss(case: str) -> None:
    """The data is in the bibliography, or the message tells its line; the next entry is read."""
    export, kept, said = LOSSES[case]
    result = imported(export + GOOD)
    text = result.data.decode()
    assert [words for words in kept if words not in text] == []
    assert "A good one" in [r.title for r in read_references("x", text)[0]]
    told = [problem for problem in result.account.problems if said and said in problem.says]
    assert bool(told) == bool(said)
    assert all(problem.mark.line for problem in told)
    assert result.account.entries == sum(result.account.counts.values())
