"""Where a link in prose leads: to a record of the Atlas, a page of the site, or the web."""

from __future__ import annotations

from collections.abc import Callable

from peermap.place.atlas import Atlas
from peermap.render.addresses import Url

Link = Callable[[str], str]


def link_from(atlas: Atlas, url: Url) -> Link:
    """A function from the target a source wrote (``programme:id``, ``https://…``) to an href."""

    def link(target: str) -> str:
        kind, _, name = target.partition(":")
        if kind == "page":
            return url(f"{name}/")
        found = record(atlas, kind, name)
        return url(found) if found is not None else target

    return link


def record(atlas: Atlas, kind: str, name: str) -> object | None:
    """The record a link names, or None when it names none."""
    if kind == "option":
        question, _, option = name.partition("/")
        return next(
            (o for o in atlas.map.options if (o.question, o.id) == (question, option)), None
        )
    if kind == "question":
        return next((q for q in atlas.map.questions if q.id == name), None)
    shelves = {
        "programme": atlas.programmes,
        "trend": atlas.trends,
        "label": atlas.labels,
        "reference": atlas.references,
    }
    return shelves[kind].get(name) if kind in shelves else None
