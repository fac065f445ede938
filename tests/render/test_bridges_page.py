"""The page of bridges where there are none, and where they join nothing with a name."""

from __future__ import annotations

from peermap.place.bridges import bridges_of
from peermap.records.programme import Answer
from peermap.render.pages.bridges import bridges_page
from small_atlases import MAP, NOWHERE, atlas_of, placement, programme


def test_where_there_are_no_bridges_the_page_says_so() -> None:
    """It speaks of no strongest ones, and explains no picture that is not there."""
    atlas = atlas_of([])
    text = bridges_page(atlas, bridges_of(atlas)).text
    assert "No two programmes are so yet" in text
    assert "strongest" not in text
    assert "arch" not in text


def test_a_picture_is_explained_where_there_is_one() -> None:
    """A bridge between a community and an issue joins no two of either."""
    taken = [Answer(q.id, "placed", (placement("o1", "stated"),), NOWHERE) for q in MAP.questions]
    ends = [programme("p1", taken, communities=("c1",)), programme("p2", taken, issues=("i1",))]
    atlas = atlas_of(ends)
    bridges = bridges_of(atlas)
    assert bridges.number == len(bridges.strongest) == 1
    text = bridges_page(atlas, bridges).text
    assert "strongest" in text
    assert "joined" not in text
