"""A small rose of many programmes: each petal filled as far as they take its option.

The outline of a petal is all of them. Its filled area grows with the share, as in the large rose.
"""

from __future__ import annotations

from collections.abc import Mapping

from peermap.records.map import Map
from peermap.render.pictures.glyph import GAP, HALF, HEART, OUTLINES, PETALS, WIDE_GAP
from peermap.render.pictures.petal import petal_path, reach
from peermap.render.pictures.polar import arc_path
from peermap.render.pictures.rose_layout import FacetWedge, rose_layout
from peermap.render.pictures.svg import element
from peermap.render.pictures.svg import title as named


def share_rose(map_: Map, shares: Mapping[tuple[str, str], float], *, title: str) -> str:
    """The rose; ``shares`` are between 0 and 1, by question and option."""
    size = f"-{HALF} -{HALF} {2 * HALF} {2 * HALF}"
    frame = {"class": "pm-glyph pm-share-rose", "viewBox": size, "role": "img"}
    drawn = (_facet(wedge, shares) for wedge in rose_layout(map_))
    return element("svg", frame, named(title), *drawn)


def _facet(wedge: FacetWedge, shares: Mapping[tuple[str, str], float]) -> str:
    hearts, outlines, fills = "", "", ""
    for sector in wedge.sectors:
        hearts += arc_path(sector.span.inset(GAP, HEART), HEART)
        for petal in sector.petals:
            share = shares[petal.option.question, petal.option.id]
            outlines += petal_path(wedge.shape, petal.span, *OUTLINES, WIDE_GAP)
            if share:
                fills += petal_path(wedge.shape, petal.span, PETALS[0], reach(share, PETALS), GAP)
    paths = (("pm-heart", hearts), ("pm-outline", outlines), ("pm-whole", fills))
    return element(
        "g",
        {"class": f"pm-f{wedge.order % 3 + 1}"},
        *(element("path", {"class": kind, "d": path}) for kind, path in paths if path),
    )
