"""Old addresses still answer."""

from __future__ import annotations

from dataclasses import replace

from peermap.linked.scheme import map_nodes
from peermap.linked.syntaxes import turtle
from peermap.place.atlas import Atlas
from peermap.problems import Mark
from peermap.records.map import Retired
from peermap.records.text import Text
from peermap.render.pages.retired import retired_pages


def retired(was: str, *replaced_by: str) -> Retired:
    """Something that is no more."""
    name, why = Text("Guiding & <b>"), Text("Nobody told it apart.")
    return Retired(was, name, "2027-02-01", why, replaced_by, Mark(""))


def test_an_old_address_says_what_took_its_place(atlas: Atlas) -> None:
    """The page of a retired option stands where the option stood, with a link to its heir and no
    script; linked data calls it deprecated.
    """
    gone = retired("functions:guiding", "functions:navigation")
    changed = replace(atlas, map=replace(atlas.map, retired=(gone,)))
    (page,) = retired_pages(changed)
    assert page.path == "questions/functions/guiding/index.md"
    assert '<a href="../navigation/">Navigation</a>' in page.text
    assert 'rel=\\"canonical\\" href=\\"../navigation/\\"' in page.text
    assert "<script" not in page.text
    assert "Guiding &amp; &lt;b&gt;" in page.text
    said = turtle(map_nodes(changed), "../")
    assert 'owl:deprecated "true"^^xsd:boolean' in said
    assert "dcterms:isReplacedBy <questions/functions/navigation/>" in said


def test_of_several_heirs_none_is_the_canonical_one(atlas: Atlas) -> None:
    """A label that became two leads to both."""
    first, second, *_ = atlas.labels.values()
    gone = retired("label:street-friend", f"label:{first.id}", f"label:{second.id}")
    (page,) = retired_pages(replace(atlas, map=replace(atlas.map, retired=(gone,))))
    assert page.path == "labels/street-friend/index.md"
    assert "canonical" not in page.text
    assert str(second.name) in page.text
