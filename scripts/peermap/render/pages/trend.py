"""The page of all trends, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.atlas import Atlas
from peermap.problems import counted
from peermap.records.map import TrendKind
from peermap.records.trend import Trend
from peermap.render.addresses import address
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page, heading
from peermap.render.pages.facts import card
from peermap.render.pages.question import blocks, by_author, sources_part
from peermap.render.pictures.timeline import timeline_picture

MOST_PROGRAMMES = 60


def trend_pages(atlas: Atlas) -> Iterator[EnginePage]:
    """The overview of all trends, then each trend that has a page."""
    yield trends_page(atlas)
    for kind in atlas.map.trends:
        if kind.id in atlas.trends:
            yield trend_page(atlas, kind, atlas.trends[kind.id])


def trends_page(atlas: Atlas) -> EnginePage:
    """One timeline of all trends, a card for each, and every event in the order of time."""
    at = "trends/"
    kinds = [kind for kind in atlas.map.trends if kind.id in atlas.trends]
    lanes = [(str(kind.name), atlas.trends[kind.id].events) for kind in kinds]
    picture = timeline_picture(lanes, title="Events of the three trends on one axis of time")
    cards = [(kind, atlas.trends[kind.id], programme_words(atlas, kind)) for kind in kinds]
    parts = [html("trends.html", at, atlas=atlas, cards=cards, picture=picture)]
    for kind in kinds:
        events = atlas.trends[kind.id].events
        parts.append(heading(kind.name, kind.id))
        parts.append(html("events.html", at, atlas=atlas, events=events, anchored=False))
    description = "Three histories of peers in care, event by event, each with its sources."
    return engine_page(at, "Historical trends", description, "\n".join(parts))


def programme_words(atlas: Atlas, kind: TrendKind) -> str:
    """How many events and programmes a trend has, in words."""
    programmes = sum(p.trend == kind.id for p in atlas.programmes.values())
    events = len(atlas.trends[kind.id].events)
    return f"{counted(events, 'event')}, {counted(programmes, 'programme')}"


def trend_page(atlas: Atlas, kind: TrendKind, trend: Trend) -> EnginePage:
    """Timeline, events as a list, prose, the trend's programmes and the sources."""
    at = address(kind)
    picture = timeline_picture([("", trend.events)], title=f"{kind.name}: events in time")
    parts = [html("trend_head.html", at, atlas=atlas, kind=kind, trend=trend, picture=picture)]
    parts += [heading("Events", "events")]
    parts += [html("events.html", at, atlas=atlas, events=trend.events, anchored=True)]
    for section in trend.prose.sections:
        parts += [heading(section.heading, section.anchor)] if section.heading else []
        parts.append(blocks(atlas, section, at, anchored=True))
    cards = [card(atlas, p) for p in atlas.programmes.values() if p.trend == kind.id]
    if cards:
        parts += [heading("Programmes in this trend", "programmes")]
        parts += [html("programmes.html", at, atlas=atlas, cards=cards[:MOST_PROGRAMMES])]
    parts.append(sources_part(atlas, by_author(atlas.references[k] for k in trend_keys(trend)), at))
    return engine_page(
        at, str(kind.name), trend.prose.summary, "\n".join(parts),
        hide=("navigation",), source=trend.mark.path,
    )  # fmt: skip


def trend_keys(trend: Trend) -> set[str]:
    """Keys of every reference the page rests on."""
    cited = {k for section in trend.prose.sections for s in section.sentences for k in s.references}
    return cited | {key for event in trend.events for key in event.references}
