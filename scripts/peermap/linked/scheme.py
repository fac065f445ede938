"""The map as a SKOS concept scheme: facets, questions, options and trends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peermap.linked.graph import Kind, Link, Node, Statement, Words, in_languages, node
from peermap.linked.guidance import guidance
from peermap.place.atlas import Atlas
from peermap.place.retired import heirs
from peermap.records.map import Change, Facet, Map, Option, Question, Retired, TrendKind
from peermap.render.addresses import address

Concept = Facet | Question | Option | TrendKind
MAP = "map/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def map_nodes(atlas: Atlas) -> Iterator[Node]:
    """The scheme, then its concepts in the order of the map."""
    yield scheme_node(atlas.map)
    for facet in atlas.map.facets:
        yield concept_node(atlas, facet, None, facet.questions)
        for question in facet.questions:
            yield concept_node(atlas, question, facet, question.options)
            for option in question.options:
                yield concept_node(atlas, option, question, ())
    for trend in atlas.map.trends:
        yield concept_node(atlas, trend, None, ())
    yield from (retired_node(atlas, one) for one in atlas.map.retired)


def retired_node(atlas: Atlas, retired: Retired) -> Node:
    """Something that is no more, at the address it had, and what took its place."""
    statements: list[Statement] = [("a", Kind("skos:Concept"))]
    statements += in_languages("skos:prefLabel", retired.name)
    statements.append(("skos:notation", Words(retired.was)))
    statements.append(("owl:deprecated", Words("true", type="xsd:boolean")))
    known = heirs(atlas.map, atlas.labels)
    found = [known[name] for name in retired.replaced_by if name in known]
    statements += [("dcterms:isReplacedBy", Link(address(heir))) for heir in found]
    note = f"{retired.on}: {retired.why}" if retired.why else retired.on
    statements.append(("skos:changeNote", Words(note, "en")))
    return node(address(retired), statements)


def scheme_node(map_: Map) -> Node:
    """The map as a whole, with its source, its licence and what has changed."""
    statements: list[Statement] = [("a", Kind("skos:ConceptScheme"))]
    statements += in_languages("dcterms:title", map_.title)
    statements += in_languages("rdfs:label", map_.title)
    statements += sources((map_.source,) if map_.source else ())
    statements.append(("dcterms:license", Link(LICENCE)))
    statements += change_notes(c for c in map_.changes if not c.about)
    tops = (*map_.facets, *map_.trends)
    statements += [("skos:hasTopConcept", Link(address(top))) for top in tops]
    return node(MAP, statements)


def concept_node(
    atlas: Atlas, concept: Concept, wider: Concept | None, narrower: Iterable[Concept]
) -> Node:
    """One concept: its names, definition, sources, place in the scheme, and how it is coded."""
    statements: list[Statement] = [("a", Kind("skos:Concept"))]
    statements += in_languages("skos:prefLabel", concept.name)
    if isinstance(concept, Question):
        statements += in_languages("skos:altLabel", concept.wording)
    statements.append(("skos:notation", Words(concept.notation)))
    statements += in_languages("skos:definition", concept.definition.text)
    statements += sources(concept.definition.sources)
    statements += guidance(atlas, concept)
    changes = atlas.map.changes
    statements += change_notes(c for c in changes if not c.about or concept.notation in c.about)
    statements.append(("skos:inScheme", Link(MAP)))
    statements.append(
        ("skos:broader", Link(address(wider))) if wider else ("skos:topConceptOf", Link(MAP))
    )
    statements += [("skos:narrower", Link(address(part))) for part in narrower]
    return node(address(concept), statements)


def sources(keys: Iterable[str]) -> Iterator[Statement]:
    """The pages of the references that something rests on."""
    return (("dcterms:source", Link(f"references/{key}/")) for key in keys)


def change_notes(changes: Iterable[Change]) -> Iterator[Statement]:
    """What has changed, each with its day in front; then the last of the days."""
    found = sorted(changes, key=lambda change: change.on)
    for change in found:
        yield "skos:changeNote", Words(f"{change.on}: {change.what}", "en")
    if found:
        yield "dcterms:modified", Words(found[-1].on, type="xsd:date")
