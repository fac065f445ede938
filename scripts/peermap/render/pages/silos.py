"""The page of communities and issues: what each term means, and who is under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from peermap.alphabet import alphabetical
from peermap.place.atlas import Atlas
from peermap.place.vocabulary import with_wider
from peermap.records.reference import Reference
from peermap.records.silo import Silo
from peermap.render.addresses import address, narrowed
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page, heading
from peermap.words import N_, say

AT = "silos/"
DESCRIPTION = N_("Who is served and what is at stake: the terms, what each means, and its sources.")


@dataclass(frozen=True, slots=True)
class Line:
    """A community or issue with what the page says of it; ``number`` counts its programmes, those
    of narrower terms too, as the finder does to which they lead.
    """

    silo: Silo
    anchor: str
    wider: tuple[Silo, ...]
    sources: tuple[Reference, ...]
    number: int
    programmes: str


def silos_page(atlas: Atlas) -> EnginePage:
    """Communities, then issues, each by name."""
    parts = [html("silos_head.html", AT)]
    for kind, name, shelf in (
        ("communities", say("Communities"), atlas.communities),
        ("issues", say("Issues"), atlas.issues),
    ):
        lines = lines_of(atlas, kind, shelf)
        parts += [heading(name, kind), html("silos.html", AT, name=name, lines=lines)]
    return engine_page(
        AT, say("Communities and issues"), say(DESCRIPTION), "\n".join(parts), tab="programmes/"
    )


def lines_of(atlas: Atlas, kind: str, shelf: Mapping[str, Silo]) -> list[Line]:
    """The terms of one kind by name, with how many programmes name each or a narrower one."""
    programmes = atlas.programmes.values()
    users = Counter(id_ for p in programmes for id_ in with_wider(getattr(p, kind), shelf))
    return [
        Line(
            silo=silo,
            anchor=address(silo).partition("#")[2],
            wider=tuple(shelf[id_] for id_ in silo.broader),
            sources=tuple(atlas.references[key] for key in silo.sources),
            number=users[silo.id],
            programmes=narrowed((kind, silo.id)),
        )
        for silo in sorted(shelf.values(), key=lambda silo: alphabetical(silo.name))
    ]
