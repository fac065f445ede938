"""The coding guide as a page, and the agreement of the double coding as a table."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.agreement import agreements
from peermap.place.atlas import Atlas
from peermap.records.coding import DoubleCoding
from peermap.records.prose import Prose
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page, heading
from peermap.render.pages.question import blocks
from peermap.words import say

ADDRESS = "coding-guide/"


def guide_pages(atlas: Atlas) -> Iterator[EnginePage]:
    """The codebook, where the project has one."""
    if atlas.guide:
        yield guide_page(atlas, atlas.guide)


def guide_page(atlas: Atlas, guide: Prose) -> EnginePage:
    """What counts for each option, what does not, and a borderline example."""
    parts = [html("guide_head.html", ADDRESS, guide=guide)]
    for section in guide.sections:
        if section.heading:
            parts.append(heading(section.heading, section.anchor, level=section.level))
        parts.append(blocks(atlas, section, ADDRESS, anchored=False))
    body = "\n".join(parts)
    source = guide.mark.path
    return engine_page(
        ADDRESS, say("Coding guide"), guide.summary, body, hide=(), source=source, tab="method/"
    )


def agreement_part(atlas: Atlas, coding: DoubleCoding, at: str) -> str:
    """The table of agreement for the method page."""
    found = agreements(atlas.map, coding.programmes, coding.first, coding.second)
    names = {question.id: question for question in atlas.map.questions}
    table = [(names[agreement.question], agreement) for agreement in found]
    return html("agreement.html", at, rows=table, coding=coding)
