"""The page of all trends: a timeline that can be narrowed, and every event."""

from __future__ import annotations

from peermap.place.atlas import Atlas
from peermap.problems import counted
from peermap.records.map import TrendKind
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.render.pages.timeline import timeline_view
from peermap.render.pictures.timeline import timeline_picture

AT = "trends/"
KIND_NAMES = {"event": "Events", "programme": "Programmes begun", "publication": "Publications"}
LISTS = {
    "programme": ("Programmes, by the year they began", "programmes/"),
    "publication": ("Publications, by year", "references/"),
}


def trends_page(atlas: Atlas) -> EnginePage:
    """A card for each trend, one timeline of all, and every event in the order of time."""
    kinds = [kind for kind in atlas.map.trends if kind.id in atlas.trends]
    lanes = [(str(kind.name), atlas.trends[kind.id].events) for kind in kinds]
    picture = timeline_picture(lanes, title="Events of the three trends on one axis of time")
    body = html(
        "trends.html",
        AT,
        atlas=atlas,
        cards=[(kind, atlas.trends[kind.id], programme_words(atlas, kind)) for kind in kinds],
        picture=picture,
        view=timeline_view(atlas),
        kinds=KIND_NAMES,
        lists=LISTS,
        anchored=False,
    )
    description = "Three histories of peers in care, event by event, each with its sources."
    return engine_page(AT, "Historical trends", description, body)


def programme_words(atlas: Atlas, kind: TrendKind) -> str:
    """How many events and programmes a trend has, in words."""
    programmes = sum(p.trend == kind.id for p in atlas.programmes.values())
    events = len(atlas.trends[kind.id].events)
    return f"{counted(events, 'event')}, {counted(programmes, 'programme')}"
