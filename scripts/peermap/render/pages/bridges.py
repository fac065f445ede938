"""The page of bridges: the strongest as a list, then the silos they join as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peermap.place.atlas import Atlas
from peermap.place.bridges import Bridges
from peermap.place.joined_silos import JoinedSilos, SiloKind, in_a_row
from peermap.place.neighbours import Bridge
from peermap.render.addresses import narrowed, url_from
from peermap.render.html import html
from peermap.render.pages.alike import Reason, basis, percent, reasons
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.render.pages.facts import Card, card
from peermap.render.pictures.arches import Arch, arches_picture
from peermap.words import N_, many, say

AT = "bridges/"
DIMENSIONS = {"issue": "issues", "community": "communities"}
PICTURES = {
    "issue": N_("Issues that bridges join, as arches; the list below says the same"),
    "community": N_("Communities that bridges join, as arches; the list below says the same"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """Two silos that bridges join, as text: an anchor, the two, and the strongest bridge."""

    anchor: str
    joined: JoinedSilos
    number: str
    percent: int


@dataclass(frozen=True, slots=True)
class Joined:
    """The silos of one kind that bridges join: a picture, and the same as lines."""

    kind: str
    picture: str
    lines: tuple[Line, ...]


def bridges_page(atlas: Atlas, bridges: Bridges) -> EnginePage:
    """The strongest links between programmes that share no community and no issue."""
    rows = [(bridge, row(atlas, bridge)) for bridge in bridges.strongest]
    joined = [joined_view(kind, found) for kind, found in bridges.joined.items() if found]
    body = html("bridges.html", AT, atlas=atlas, rows=rows, total=bridges.number, joined=joined)
    description = say(
        "Programmes that do alike for other people, under other names: links across silos."
    )
    return engine_page(AT, say("Bridges"), description, body)


def row(atlas: Atlas, bridge: Bridge) -> tuple[Card, Card, int, str, tuple[Reason, ...]]:
    """The two programmes of a bridge, and what joins them."""
    return (
        card(atlas, bridge.first),
        card(atlas, bridge.second),
        percent(bridge.likeness),
        basis(bridge.likeness, atlas.map),
        tuple(r for r in reasons(atlas.map, bridge.likeness) if r.kind == "same"),
    )


def joined_view(kind: SiloKind, joined: Sequence[JoinedSilos]) -> Joined:
    """The silos of a kind as a picture and as text."""
    lines = tuple(
        Line(
            f"{kind}-{one.first.id}-and-{one.second.id}",
            one,
            many(one.number, "{n} bridge", "{n} bridges"),
            percent(one.strongest.likeness),
        )
        for one in joined
    )
    return Joined(kind, picture(kind, lines), lines)


def picture(kind: str, lines: Sequence[Line]) -> str:
    """Silos in a column, with an arch for each line; a number leads to its line."""
    silos = in_a_row([line.joined for line in lines])
    place = {silo.id: n for n, silo in enumerate(silos)}
    url = url_from(AT)
    names = [(str(silo.name), url(narrowed((DIMENSIONS[kind], silo.id)))) for silo in silos]
    arches = [
        Arch(
            place[line.joined.first.id],
            place[line.joined.second.id],
            line.joined.number,
            say(
                "{first} and {second}: {bridges}",
                first=line.joined.first.name,
                second=line.joined.second.name,
                bridges=line.number,
            ),
            f"#{line.anchor}",
        )
        for line in lines
    ]
    return arches_picture(names, arches, name=say(PICTURES[kind]))
