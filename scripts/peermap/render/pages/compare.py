"""The page that holds programmes side by side. What it compares is chosen in the browser; the
page itself says how, and which pairs across silos are worth a look.
"""

from __future__ import annotations

from collections.abc import Sequence

from peermap.place.atlas import Atlas
from peermap.place.neighbours import Bridge
from peermap.render.html import html
from peermap.render.pages.alike import percent
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.words import N_, say

AT = "compare/"
DESCRIPTION = N_(
    "Two to five programmes side by side: what is the same, what differs, and who says so."
)
MOST_PAIRS = 6


def compare_page(atlas: Atlas, strongest: Sequence[Bridge]) -> EnginePage:
    """The page before anything is chosen, with some of the strongest bridges."""
    pairs = [(bridge, percent(bridge.likeness)) for bridge in strongest[:MOST_PAIRS]]
    body = html("compare.html", AT, atlas=atlas, pairs=pairs)
    return engine_page(AT, say("Compare"), say(DESCRIPTION), body)
