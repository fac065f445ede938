"""The programmes on the page of a trend."""

from __future__ import annotations

import re

from peermap.place.atlas import Atlas
from peermap.render.pages.trend import trend_page

ONWARD = re.compile(r'<a href="([^"]*)">… and (\d+) more, in the list of programmes.</a>')


def test_a_long_list_says_what_it_leaves_out(atlas: Atlas) -> None:
    """Of more than sixty programmes the page of a trend shows sixty, says how many more there are,
    and leads to all of them in the finder; of fewer it shows all, and says nothing of more.
    """
    long = set()
    for kind in atlas.map.trends:
        text = trend_page(atlas, kind, atlas.trends[kind.id]).text
        number = sum(p.trend == kind.id for p in atlas.programmes.values())
        assert text.count('class="pm-row"') == min(number, 60)
        more = [(f"../../programmes/?trend={kind.id}", str(number - 60))] if number > 60 else []
        assert ONWARD.findall(text) == more
        long.add(number > 60)
    assert long == {True, False}
