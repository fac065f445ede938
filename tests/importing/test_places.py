"""Lines and columns of offsets that are asked for in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peermap.importing.places import Places
from peermap.load.lines import lines_of


@given(st.text("a\n", max_size=30), st.lists(st.integers(0, 30), max_size=8))
def test_a_place_is_the_one_that_all_lines_give(text: str, offsets: list[int]) -> None:
    """However far apart they are."""
    places, lines = Places(text), lines_of("a", text)
    for at in sorted(min(offset, len(text)) for offset in offsets):
        mark = lines.mark(at)
        assert places.place(at) == (mark.line, mark.column)
