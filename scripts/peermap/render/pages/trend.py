"""The page of each historical trend; that of all is in ``trends.py``."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.atlas import Atlas
from peermap.records.map import TrendKind
from peermap.records.reference import Reference
from peermap.records.trend import Trend
from peermap.render.addresses import address, narrowed
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page, heading
from peermap.render.pages.facts import card
from peermap.render.pages.question import (
    MOST_PROGRAMMES,
    blocks,
    by_author,
    more_words,
    sources_part,
)
from peermap.render.pages.trends import trends_page
from peermap.render.pictures.timeline import timeline_picture
from peermap.words import say


def trend_pages(atlas: Atlas) -> Iterator[EnginePage]:
    """The overview of all trends, then each trend that has a page."""
    yield trends_page(atlas)
    for kind in atlas.map.trends:
        if kind.id in atlas.trends:
            yield trend_page(atlas, kind, atlas.trends[kind.id])


def trend_page(atlas: Atlas, kind: TrendKind, trend: Trend) -> EnginePage:
    """Timeline, events as a list, prose, the trend's programmes and the sources."""
    at = address(kind)
    picture = timeline_picture(
        [("", trend.events)], title=say("{trend}: events in time", trend=kind.name)
    )
    parts = [html("trend_head.html", at, atlas=atlas, kind=kind, trend=trend, picture=picture)]
    parts += [heading(say("Events"), "events")]
    parts += [html("events.html", at, atlas=atlas, events=trend.events, anchored=True)]
    for section in trend.prose.sections:
        parts += [heading(section.heading, section.anchor)] if section.heading else []
        parts.append(blocks(atlas, section, at, anchored=True))
    parts += programme_parts(atlas, kind, at)
    parts.append(sources_part(atlas, trend_references(atlas, trend), at))
    return engine_page(
        at, str(kind.name), trend.prose.summary, "\n".join(parts),
        hide=("navigation",), source=trend.mark.path,
    )  # fmt: skip


def programme_parts(atlas: Atlas, kind: TrendKind, at: str) -> Iterator[str]:
    """The programmes of a trend, cut after sixty with a way to all of them in the finder."""
    programmes = [p for p in atlas.programmes.values() if p.trend == kind.id]
    if programmes:
        cards = [card(atlas, programme) for programme in programmes[:MOST_PROGRAMMES]]
        yield heading(say("Programmes in this trend"), "programmes")
        yield html("programmes.html", at, atlas=atlas, cards=cards)
    if words := more_words(len(programmes)):
        yield html("onward.html", at, thing=narrowed(("trend", kind.id)), words=words)


def trend_references(atlas: Atlas, trend: Trend) -> list[Reference]:
    """Every reference the page of a trend rests on, by author and year."""
    cited = {k for section in trend.prose.sections for s in section.sentences for k in s.references}
    dated = {key for event in trend.events for key in event.references}
    return by_author(atlas.references[key] for key in cited | dated)
