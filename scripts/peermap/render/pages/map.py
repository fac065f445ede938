"""The map as a page, as the list of its questions, and as the picture on the home page."""

from __future__ import annotations

from peermap.place.atlas import Atlas
from peermap.render.addresses import url_from
from peermap.render.html import html
from peermap.render.pages.engine import EnginePage, engine_page
from peermap.render.pictures.rose import map_picture
from peermap.words import say


def map_page(atlas: Atlas) -> EnginePage:
    """The picture, and the whole map with its definitions as a list."""
    body = map_html("map.html", atlas, "map/")
    return engine_page("map/", say("The map"), description(atlas), body)


def questions_page(atlas: Atlas) -> EnginePage:
    """The questions as cards."""
    body = html("list_questions.html", "questions/", atlas=atlas)
    return engine_page("questions/", say("The questions of the map"), description(atlas), body)


def description(atlas: Atlas) -> str:
    """What search engines show of both pages."""
    return say("{map}: its facets, questions and options.", map=atlas.map.title)


def map_html(template: str, atlas: Atlas, at: str) -> str:
    """The clickable rose, whose petals are filled as far as programmes take their options, and the
    list with how many do.
    """
    counts = option_counts(atlas)
    picture = map_picture(atlas.map, url=url_from(at), counts=counts)
    return html(template, at, atlas=atlas, picture=picture, counts=counts)


def option_counts(atlas: Atlas) -> dict[tuple[str, str], int]:
    """How many programmes take each option on stated or general evidence."""
    counts = {(o.question, o.id): 0 for o in atlas.map.options}
    for programme in atlas.programmes.values():
        for answer in programme.answers.values():
            for placement in answer.placements:
                counts[answer.question, placement.option] += placement.strength != "inferred"
    return counts
