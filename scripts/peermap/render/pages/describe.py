"""The page on which one describes a programme of one's own and sees which are like it."""

from __future__ import annotations

from peermap.place.atlas import Atlas
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.words import N_, say

AT = "describe/"
DESCRIPTION = N_(
    "Answer as many questions of the map as you like, and see which programmes do alike, "
    "whatever they are called and whomever they serve."
)


def describe_page(atlas: Atlas) -> EnginePage:
    """The questions of the map as a form; without script, the way to the questions themselves."""
    body = html("describe.html", AT, atlas=atlas)
    return engine_page(AT, say("Describe yours"), say(DESCRIPTION), body)
