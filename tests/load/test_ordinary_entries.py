"""Ordinary entries are read at one go, and as the Splitter reads them."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest
from bibtexparser.model import Entry
from bibtexparser.splitter import Splitter
from hypothesis import given
from hypothesis import strategies as st

from peermap.load.bibtex_blocks import Placed, freed, raw_entry
from peermap.load.bibtex_ordinary import OrdinaryEntry, OrdinarySplitter

ENTRY = '@article{moss2012,\n  title = {{On} \\{doors},\n  note = "a {b} c",\n  year = 2012,\n}\n'
PIECES = [*ENTRY, ENTRY, "\n@book{oak, a = {b}}", "@x(y,", "@", "\\", "{", "}", '"', "=", ",", "\n"]


def blocks(splitter: Splitter) -> list[tuple[object, ...]]:
    """What a splitter finds: kinds, raw texts, and the entries with the places of their fields."""
    found = []
    for block in splitter.split().blocks:
        bare = freed(block)
        is_entry = isinstance(bare, Entry)
        kind = Entry if type(block) is OrdinaryEntry else type(block)
        read = astuple(raw_entry(Placed(0, block.raw, bare), block.raw)) if is_entry else ()
        found.append((kind, block.raw, bare.entry_type if is_entry else "", read))
    return found


def test_an_ordinary_entry_is_read_at_one_go() -> None:
    """With fields in braces and quotes, and without either."""
    library = OrdinarySplitter(ENTRY.replace('"a {b} c"', '"a \\" c"')).split()
    assert [type(block) for block in library.blocks] == [OrdinaryEntry]


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title = {One}, title = {Two}}",
        "@article(a, title = {One})",
        "@article{a, title = {One\n@book{b, title = {Two}}",
        "@article{a, title = {One} # two}",
        "@article{a, title = {One \\\\{}}, note = {Two}}",
        "@article{a, mail = {moss@example.org}, note = {@ {x}}}",
        "@comment{@article{a, title = {One}}}\n@article{b}",
        '@article{a, title = "{"}", note = {1}}',
    ],
)
def test_other_entries_are_left_to_the_splitter(text: str) -> None:
    """Fields that stand twice, round brackets, what is broken, and all that is rare."""
    assert blocks(OrdinarySplitter(text)) == blocks(Splitter(text))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_broken_text_is_read_as_the_splitter_reads_it(text: str) -> None:
    """Whatever signs stand in it."""
    assert blocks(OrdinarySplitter(text)) == blocks(Splitter(text))


def test_the_bibliography_is_read_as_the_splitter_reads_it() -> None:
    """Every entry of it, to the character."""
    path = Path(__file__).parents[2] / "bibliography" / "references.bib"
    text = path.read_text(encoding="utf-8")
    assert blocks(OrdinarySplitter(text)) == blocks(Splitter(text))
