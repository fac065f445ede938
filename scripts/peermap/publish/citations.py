"""Formatted citations as data, for lists that a reader puts together: page, selection, basket."""

from __future__ import annotations

from collections.abc import Mapping

from peermap.citing.site import PAGE, page_citation
from peermap.citing.styles import STYLES
from peermap.place.atlas import Atlas
from peermap.render.formats.rows import json_rows

PART = 500  # references in one file, so that a list never fetches a whole large bibliography


def citation_files(atlas: Atlas) -> Mapping[str, str]:
    """File name → text, for ``data/citations/``: an index of styles and parts, and a file for
    each style and part. Empty where no citations were made.

    ``parts`` of the index holds the first key of each part; keys are sorted by code point.
    """
    if not atlas.citations:
        return {}
    keys = sorted(atlas.references)
    parts = [keys[i : i + PART] for i in range(0, len(keys), PART)]
    styles = [
        {"id": s.id, "name": s.name, "numbered": s.numbered, "language": s.language} for s in STYLES
    ]
    index = {"styles": styles, "parts": [part[0] for part in parts]}
    files = {"index.json": json_rows(index), "page.json": json_rows(page_citations(atlas))}
    for style, made in atlas.citations.items():
        for number, part in enumerate(parts):
            rows = {k: [made[k].entry, made[k].text] for k in part if k in made}
            files[f"{style}-{number}.json"] = json_rows(rows)
    return files


def page_citations(atlas: Atlas) -> dict[str, str]:
    """Style → how a page of the site is cited, with signs where title and address are to stand."""
    return {
        style: page_citation(made[PAGE]) for style, made in atlas.citations.items() if PAGE in made
    }
