"""Programmes in the words of HSDS 3.0, the Human Services Data Specification of Open Referral.

The JSON form is used, in which a program needs no organisation: our records do not say who runs a
programme, and none is invented. A service needs a status; there is one only for programmes whose
years say that they go on. Options, trends, labels, communities and issues are taxonomy terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peermap.place.atlas import Atlas
from peermap.publish.permanent import permanent_id
from peermap.records.map import Facet, Option, Question, TrendKind
from peermap.records.programme import Programme
from peermap.records.silo import Label, Silo
from peermap.render.addresses import address, rooted
from peermap.render.formats.rows import json_rows

Row = dict[str, Any]
Term = Facet | Question | Option | TrendKind | Label | Silo


def hsds_files(atlas: Atlas, site_url: str) -> Mapping[str, str]:
    """File name → text, for the folder ``data/``."""
    terms = terms_of(atlas, rooted(site_url))
    programs = [program_row(atlas, terms, p) for p in atlas.programmes.values()]
    services = [
        service_row(atlas, terms, p, rooted(site_url))
        for p in atlas.programmes.values()
        if p.kind == "programme" and status_of(p)
    ]
    return {
        "hsds/programs.json": json_rows(programs),
        "hsds/services.json": json_rows(services),
        "hsds/taxonomy_terms.json": json_rows(terms.values()),
    }


def terms_of(atlas: Atlas, root: str) -> dict[str, Row]:
    """Every term by its notation, wider ones first on the map."""
    found: dict[str, Row] = {}
    for facet in atlas.map.facets:
        found[facet.notation] = term_row(atlas, facet, facet.notation, root, "")
        for question in facet.questions:
            wider = facet.notation
            found[question.notation] = term_row(atlas, question, question.notation, root, wider)
            for option in question.options:
                wider = question.notation
                found[option.notation] = term_row(atlas, option, option.notation, root, wider)
    for trend in atlas.map.trends:
        found[trend.notation] = term_row(atlas, trend, trend.notation, root, "")
    for namespace, shelf in shelves(atlas):
        for term in shelf:
            wider = f"{namespace}:{term.broader[0]}" if len(term.broader) == 1 else ""
            notation = f"{namespace}:{term.id}"
            found[notation] = term_row(atlas, term, notation, root, wider)
    return found


def shelves(atlas: Atlas) -> Iterator[tuple[str, list[Label] | list[Silo]]]:
    """Labels, communities and issues with their namespaces."""
    yield "label", list(atlas.labels.values())
    yield "community", list(atlas.communities.values())
    yield "issue", list(atlas.issues.values())


def term_row(atlas: Atlas, term: Term, notation: str, root: str, wider: str) -> Row:
    """A taxonomy term; its URI where the site has an address, its parent where there is one."""
    row: Row = {
        "id": permanent_id(atlas.map, notation),
        "code": notation,
        "name": str(term.name),
        "description": description_of(term),
        "taxonomy": str(atlas.map.title),
        "language": "en",
    }
    if wider:
        row["parent_id"] = permanent_id(atlas.map, wider)
    if root:
        row["term_uri"] = root + address(term)
    return row


def description_of(term: Term) -> str:
    """What the term means; its name where no definition is given, for HSDS wants some words."""
    if isinstance(term, Silo):
        return str(term.definition or term.name)
    return str(term.definition.text if term.definition else term.name)


def program_row(atlas: Atlas, terms: Mapping[str, Row], programme: Programme) -> Row:
    """A program with its classification."""
    return {
        "id": permanent_id(atlas.map, address(programme)),
        "name": str(programme.name),
        "description": str(programme.summary),
        "attributes": list(attributes(atlas, terms, programme, "program")),
    }


def service_row(atlas: Atlas, terms: Mapping[str, Row], programme: Programme, root: str) -> Row:
    """A service with the status its years tell, the day it was last read of, and its areas."""
    at = f"{address(programme)}service"
    row: Row = {
        "id": permanent_id(atlas.map, at),
        "name": str(programme.name),
        "description": str(programme.summary),
        "status": status_of(programme),
        "program": {
            "id": permanent_id(atlas.map, address(programme)),
            "name": str(programme.name),
            "description": str(programme.summary),
        },
        "service_areas": [
            {"id": permanent_id(atlas.map, f"{at} area {n}"), "name": str(place)}
            for n, place in enumerate(programme.places, start=1)
        ],
        "attributes": list(attributes(atlas, terms, programme, "service")),
    }
    if programme.read:
        row["assured_date"] = max(reading.on for reading in programme.read)
    return row


def status_of(programme: Programme) -> str:
    """``active`` where the sources know of no end; else empty, for a last year may also be that of
    a study.
    """
    words = programme.years.words if programme.years else ""
    return "active" if words.endswith("/..") else ""


def attributes(
    atlas: Atlas, terms: Mapping[str, Row], programme: Programme, entity: str
) -> Iterator[Row]:
    """Links from a programme to its terms; ``value`` is the strength of the evidence. Our own
    readings are left out.
    """
    for notation, link_type, value in notations(programme):
        row: Row = {
            "id": permanent_id(atlas.map, f"{entity} {programme.id} {notation}"),
            "link_type": link_type,
            "link_entity": entity,
        }
        if value:
            row["value"] = value
        yield row | {"taxonomy_term": terms[notation]}


def notations(programme: Programme) -> Iterator[tuple[str, str, str]]:
    """The notation of each term, what the term tells of the programme, and on what strength."""
    for answer in programme.answers.values():
        for placement in answer.placements:
            if placement.strength != "inferred":
                yield f"{answer.question}:{placement.option}", answer.question, placement.strength
    yield f"trend:{programme.trend}", "trend", ""
    for namespace, ids in (
        ("label", programme.labels),
        ("community", programme.communities),
        ("issue", programme.issues),
    ):
        yield from ((f"{namespace}:{id_}", namespace, "") for id_ in ids)
