"""Works that the notes of programmes name by their keys in the bibliography."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import escape

from peermap.place.atlas import Atlas
from peermap.place.named_works import named_works
from peermap.place.neighbours import Neighbours
from peermap.records.reference import Reference
from peermap.records.text import Text
from peermap.render.pages.programme import programme_page

NOTES = re.compile(r'<p class="pm-note">(?!This record)(.*?)</p>', re.DOTALL)


def notes_of(atlas: Atlas, id_: str, notes: str) -> str:
    """The notes of a programme, as its page shows them."""
    programme = replace(atlas.programmes[id_], notes=Text(notes))
    return NOTES.findall(programme_page(atlas, Neighbours(atlas), programme).body)[-1]


@pytest.mark.parametrize(
    ("notes", "shown"),
    [
        ("Of boivin2021 the abstract.", "Of {boivin2021} the abstract."),
        ("(boivin2021), D’acs2009: none.", "({boivin2021}), D’{acs2009}: none."),
        ("sullivan2018-experiences says so", "{sullivan2018-experiences} says so"),
        ("at https://example.org/(boivin2021)", "at https://example.org/(boivin2021)"),
        ("boivin2021@example.org", "boivin2021@example.org"),
        ("boivin2021b, xboivin2021 and boivin1921", "boivin2021b, xboivin2021 and boivin1921"),
        ("<b> boivin2021 & more", "&lt;b&gt; {boivin2021} &amp; more"),
    ],
)
def test_a_key_in_notes_is_shown_as_author_and_year(atlas: Atlas, notes: str, shown: str) -> None:
    """Readers meet *Boivin & Penafiel 2021* with a link where the record has a key; all else
    stays as it was written, addresses too.
    """
    for key in re.findall(r"\{(.*?)\}", shown):
        words = escape(atlas.references[key].author_year)
        link = f'<a class="pm-cite" href="../../references/{key}/">{words}</a>'
        shown = shown.replace("{" + key + "}", link)
    assert notes_of(atlas, "zvandiri-cats", notes) == shown


def test_no_notes_of_the_synthesis_show_a_key(atlas: Atlas) -> None:
    """No key of the bibliography is left in what readers see of the notes."""
    for programme in atlas.programmes.values():
        parts = list(named_works(programme.notes, atlas.references))
        texts = " ".join(part for part in parts if isinstance(part, Text))
        assert not set(re.findall(r"[\w-]+", texts)) & set(atlas.references), programme.id
        again = "".join(part.key if isinstance(part, Reference) else part for part in parts)
        assert again == programme.notes


def test_a_common_word_that_is_a_key_stays_a_word(atlas: Atlas) -> None:
    """In *those who care* nobody means the work with the key ``who``."""
    work = next(iter(atlas.references.values()))
    words = Text("Those who care since 1990")
    assert list(named_works(words, {"who": work, "1990": work})) == [words]
