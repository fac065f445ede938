"""Names with accents stand where a reader looks for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peermap.edition.contents import contents
from peermap.place.atlas import Atlas
from peermap.records.reference import Name, Reference
from peermap.records.text import Text
from peermap.render.pages.lists import first_letter
from peermap.render.pages.question import by_author


@pytest.fixture
def works(atlas: Atlas) -> list[Reference]:
    """Works of four authors, by key."""
    one = next(iter(atlas.references.values()))
    names = ("Eadie", "Evans", "Zhu", "Émond")
    return [replace(one, key=name.lower(), authors=(Name(family=name),)) for name in names]


def test_a_list_of_references_has_accents_among_their_letters(works: list[Reference]) -> None:
    """*Émond* stands between Eadie and Evans, under E."""
    ordered = by_author(works)
    assert [work.key for work in ordered] == ["eadie", "émond", "evans", "zhu"]
    assert [first_letter(work) for work in ordered] == ["E", "E", "E", "Z"]


def test_the_edition_has_them_likewise(atlas: Atlas, works: list[Reference]) -> None:
    """Programmes too; a letter that is none with an accent is not passed over."""
    last = replace(works[0], key="ogard", authors=(Name(family="Øgård"),))
    mine = {work.key: work for work in (*works, last)}
    some = list(atlas.programmes.values())[:3]
    named = zip(some, ("Zones", "Équipe", "Echo"), strict=True)
    programmes = {p.id: replace(p, name=Text(name)) for p, name in named}
    made = contents(replace(atlas, references=mine, programmes=programmes, questions={}, trends={}))
    assert [row["key"] for row in made["references"]] == ["eadie", "émond", "evans", "zhu", "ogard"]
    assert [row["name"] for row in made["programmes"]] == ["Echo", "Équipe", "Zones"]
