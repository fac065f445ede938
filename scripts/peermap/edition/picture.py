"""The map as a picture on paper: the rose of the site, with its colours inside it."""

from __future__ import annotations

import re

from peermap.place.atlas import Atlas
from peermap.render.pages.map import option_counts
from peermap.render.pictures.rose import map_picture

WIDE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="860" height="640" viewBox="-430 -320 860 640"'
)
UNSEEN = '<tspan font-size="0"> </tspan>'  # for those who listen; on paper it moves the next line
FACETS = {
    "pm-f1": ("#a8401f", "#8f3417", "#f8e3d8"),
    "pm-f2": ("#33458f", "#2c3e80", "#e2e6f5"),
    "pm-f3": ("#23917c", "#0e6456", "#d8eee7"),
}
STYLE = """
text { font-family: 'Libertinus Serif'; fill: #2a2320; font-size: 17px }
.pm-rose-line { fill: none }
.pm-rose-aspect, .pm-rose-name, .pm-rose-centre { text-anchor: middle }
.pm-rose-aspect { font-style: italic; font-weight: 600 }
.pm-rose-name { fill: #fffdfa; font-weight: 600 }
.pm-rose-tight { font-size: 14.5px }
.pm-rose-sign { display: none }
.pm-rose-left { text-anchor: end }
.pm-rose-count { fill: #5f544b; font-size: 14.5px }
"""


def map_svg(atlas: Atlas) -> str:
    """The map as an SVG file of its own; nothing in it is a link."""
    drawn = map_picture(atlas.map, url=lambda _: "", counts=option_counts(atlas))
    drawn = re.sub(r"<(/?)a\b([^>]*)>", lambda tag: f"<{tag[1]}g{without_link(tag[2])}>", drawn)
    drawn = drawn.replace(UNSEEN, "")
    start = drawn.index(">") + 1
    return f"{WIDE}><style>{STYLE}{''.join(map(colours, FACETS))}</style>{drawn[start:]}"


def without_link(attributes: str) -> str:
    """The attributes of a link, less its address."""
    return attributes.replace(' href=""', "")


def colours(facet: str) -> str:
    """The rules for one facet."""
    full, ink, soft = FACETS[facet]
    return (
        f".{facet} .pm-rose-mark, .{facet} .pm-rose-fill {{ fill: {full} }}\n"
        f".{facet} .pm-rose-facet {{ fill: {soft} }}\n.{facet} .pm-rose-band {{ fill: {ink} }}\n"
        f".{facet} .pm-rose-petal {{ fill: {soft}; stroke: {full}; stroke-width: 1.25 }}\n"
        f".{facet} .pm-rose-aspect {{ fill: {ink} }}\n"
    )
