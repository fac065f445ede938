"""The page of all trends: a timeline that can be narrowed, and every event."""

from __future__ import annotations

from peermap.place.atlas import Atlas
from peermap.records.map import TrendKind
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.render.pages.timeline import timeline_view
from peermap.render.pictures.timeline import timeline_picture
from peermap.words import N_, Words, many, say

AT = "trends/"
KIND_NAMES = Words(
    {
        "event": N_("Events"),
        "programme": N_("Programmes begun"),
        "publication": N_("Publications"),
    }
)
LIST_NAMES = Words(
    {
        "programme": N_("Programmes, by the year they began"),
        "publication": N_("Publications, by year"),
    }
)
FOLDERS = {"programme": "programmes/", "publication": "references/"}


def trends_page(atlas: Atlas) -> EnginePage:
    """A card for each trend, one timeline of all, and every event in the order of time."""
    kinds = [kind for kind in atlas.map.trends if kind.id in atlas.trends]
    lanes = [(str(kind.name), atlas.trends[kind.id].events) for kind in kinds]
    picture = timeline_picture(lanes, title=say("Events of all trends on one axis of time"))
    body = html(
        "trends.html",
        AT,
        atlas=atlas,
        cards=[(kind, atlas.trends[kind.id], programme_words(atlas, kind)) for kind in kinds],
        picture=picture,
        view=timeline_view(atlas),
        kinds=KIND_NAMES,
        lists={kind: (LIST_NAMES[kind], folder) for kind, folder in FOLDERS.items()},
        anchored=False,
    )
    description = say("What led to what is done today, event by event, each with its sources.")
    return engine_page(AT, say("Historical trends"), description, body)


def programme_words(atlas: Atlas, kind: TrendKind) -> str:
    """How many events and programmes a trend has, in words."""
    programmes = sum(p.trend == kind.id for p in atlas.programmes.values())
    events = len(atlas.trends[kind.id].events)
    told = many(events, "{n} event", "{n} events")
    return f"{told}, {many(programmes, '{n} programme', '{n} programmes')}"
