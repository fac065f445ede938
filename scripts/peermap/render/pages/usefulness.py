"""What the checks of likeness gave, as a table for the method page."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.atlas import Atlas
from peermap.place.usefulness import Usefulness, usefulness
from peermap.render.html import html
from peermap.words import N_, many, say

NAMES = {
    "coders": (
        N_("Two coders"),
        N_(
            "The second coder's record of a programme asks for the first coder's record of the "
            "same."
        ),
        N_("times of 100 it is among the first five"),
    ),
    "sources": (
        N_("Two sources"),
        N_("What one source says of a programme asks for what its other sources say of it."),
        N_("times of 100 it is among the first five"),
    ),
    "names": (
        N_("The same name"),
        N_("A programme asks for those with which it has a name in common."),
        N_("of 100 places among the first five"),
    ),
}


def usefulness_part(atlas: Atlas) -> str:
    """The table of all checks, or a line that says why there is none."""
    return html("usefulness.html", "method/", rows=list(rows(usefulness(atlas))))


def rows(found: list[Usefulness]) -> Iterator[tuple[str, str, str, str, tuple[int, int, int]]]:
    """Of each check its name, what is asked, the unit, how often, and three numbers of 100."""
    for one in found:
        name, what, unit = map(say, NAMES[one.check])
        often = say(
            "{times}, with {programmes}",
            times=many(one.asked, "{n} time", "{n} times"),
            programmes=many(one.programmes, "{n} programme", "{n} programmes"),
        )
        numbers = (per_cent(one.likeness), per_cent(one.overlap), per_cent(one.lot))
        yield name, what, unit, often, numbers


def per_cent(share: float) -> int:
    """A share as a whole number of hundred."""
    return round(100 * share)
