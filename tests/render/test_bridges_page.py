"""The page of bridges where there are none."""

from __future__ import annotations

from peermap.render.pages.bridges import bridges_page
from small_atlases import atlas_of


def test_where_there_are_no_bridges_the_page_says_so() -> None:
    """It speaks of no strongest ones, and explains no picture that is not there."""
    text = bridges_page(atlas_of([]), []).text
    assert "No two programmes are so yet" in text
    assert "strongest" not in text
    assert "arch" not in text
