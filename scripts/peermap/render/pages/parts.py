"""Generated pieces that hand-written pages take in with ``--8<-- "name.html"``."""

from __future__ import annotations

from collections.abc import Mapping

from peermap.citing.site import SITE
from peermap.place.atlas import Atlas
from peermap.records.method import Disagreement, Method
from peermap.render.html import html
from peermap.render.pages.citing import entries_of_key
from peermap.render.pages.contribute import contribute_parts
from peermap.render.pages.data import data_parts
from peermap.render.pages.guide import agreement_part
from peermap.render.pages.languages import languages_part
from peermap.render.pages.lists import coverage
from peermap.render.pages.map import map_html
from peermap.render.pages.screening import flow_part, reading_part
from peermap.render.pages.usefulness import usefulness_part
from peermap.render.pages.whats_new import whats_new_part
from peermap.words import say

TOLD = (
    "method-synthesis.html", "method-flow.html", "method-people.html", "method-rules.html",
    "method-limits.html", "method-agreement.html", "disagreements.html",
)  # fmt: skip
"""Pieces that rest on sources which a project need not have."""


def parts(atlas: Atlas) -> Mapping[str, str]:
    """File name → HTML; each is made for the one page that takes it in. None is ever missing:
    where the sources give nothing for it, it says so.
    """
    pieces = {name: html("not_told.html", "") for name in TOLD} | {
        "home-map.html": map_html("home_map.html", atlas, ""),
        "home-counts.html": html("counts.html", "", counts=counts(atlas)),
        "method-coverage.html": html("coverage.html", "method/", rows=coverage(atlas)),
        "method-reading.html": reading_part(atlas, "method/"),
        "whats-new.html": whats_new_part(atlas),
        "method-usefulness.html": usefulness_part(atlas),
        "method-languages.html": languages_part(atlas),
        **contribute_parts(atlas),
    }
    pieces["cite-site.html"] = html("cite_site.html", "cite/", entries=entries_of_key(atlas, SITE))
    if atlas.double_coding:
        at = "method/"
        pieces["method-agreement.html"] = agreement_part(atlas, atlas.double_coding, at)
    pieces |= data_parts(atlas)
    if atlas.screening:
        pieces["method-flow.html"] = flow_part(atlas, atlas.screening, "method/")
    if atlas.method:
        pieces |= method_parts(atlas, atlas.method)
    return pieces


def counts(atlas: Atlas) -> list[tuple[str, int, str]]:
    """What there is, how much of it, and where."""
    countries = {place.country for p in atlas.programmes.values() for place in p.places}
    statements = sum(
        sentence.is_statement
        for prose in [*atlas.questions.values(), *(t.prose for t in atlas.trends.values())]
        for section in prose.sections
        for sentence in section.sentences
    )
    return [
        (say("programmes"), len(atlas.programmes), "programmes/"),
        (say("references"), len(atlas.references), "references/"),
        (say("statements with their sources"), statements, "questions/"),
        (say("labels"), len(atlas.labels), "labels/"),
        (say("countries and regions"), len(countries), "programmes/"),
    ]


def method_parts(atlas: Atlas, method: Method) -> dict[str, str]:
    """How the synthesis was made, its flow of records, the coding rules and the disagreements."""
    at = "method/"
    return {
        "method-synthesis.html": html("method_synthesis.html", at, atlas=atlas, method=method),
        "method-people.html": html("method_people.html", at, atlas=atlas, method=method),
        "method-rules.html": html("method_rules.html", at, atlas=atlas, method=method),
        "method-limits.html": html("method_limits.html", at, atlas=atlas, method=method),
        "disagreements.html": html(
            "disagreements.html", "disagreements/", atlas=atlas, topics=topics(method)
        ),
    }


def topics(method: Method) -> list[tuple[str, list[Disagreement]]]:
    """Disagreements by topic, in the order of the file."""
    found: dict[str, list[Disagreement]] = {}
    for disagreement in method.disagreements:
        found.setdefault(disagreement.topic, []).append(disagreement)
    return list(found.items())
