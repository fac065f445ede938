"""References and programmes as linked data, each joined to the concepts it is about."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.linked.graph import Kind, Link, Node, Statement, Words, in_languages, node
from peermap.linked.scheme import sources
from peermap.place.atlas import Atlas
from peermap.records.programme import Programme
from peermap.records.reference import Reference, Tag
from peermap.render.addresses import address


def record_nodes(atlas: Atlas) -> Iterator[Node]:
    """Every reference with the concepts of its tags, then every programme."""
    for reference in atlas.references.values():
        subjects = [("dcterms:subject", Link(a)) for t in reference.tags if (a := about(t, atlas))]
        yield node(address(reference), [*reference_statements(reference), *subjects])
    yield from (programme_node(atlas, programme) for programme in atlas.programmes.values())


def source_nodes(atlas: Atlas, nodes: list[Node]) -> Iterator[Node]:
    """The references that some nodes have for sources."""
    named = {v for n in nodes for name, v in n.statements if name == "dcterms:source"}
    for reference in atlas.references.values():
        if Link(address(reference)) in named:
            yield node(address(reference), reference_statements(reference))


def reference_statements(reference: Reference) -> Iterator[Statement]:
    """What a reference is, and where it is published."""
    yield "a", Kind("dcterms:BibliographicResource")
    yield "dcterms:title", Words(reference.title, reference.language)
    yield "dcterms:bibliographicCitation", Words(f"{reference.cited_as}. {reference.title}")
    if reference.issued:
        yield "dcterms:date", Words(str(reference.issued.year), type="xsd:gYear")
    if doi := reference.fields.get("doi"):
        yield "dcterms:identifier", Words(f"doi:{doi}")
    if reference.address:
        yield "rdfs:seeAlso", Link(reference.address)
    for notice in reference.notices:
        said = " ".join(filter(None, (f"{notice.kind.capitalize()}.", notice.on, notice.words)))
        yield "rdfs:comment", Words(said, "en")
        if notice.address:
            yield "dcterms:relation", Link(notice.address)


def programme_node(atlas: Atlas, programme: Programme) -> Node:
    """A programme with what it is about: the options a source says it takes, its trend, labels,
    communities and issues. Our own readings of a source are left out.
    """
    statements: list[Statement] = [("a", Kind("rdfs:Resource"))]
    statements += in_languages("dcterms:title", programme.name)
    statements += in_languages("dcterms:description", programme.summary)
    subjects = [f"trends/{programme.trend}/", *(f"labels/{id_}/" for id_ in programme.labels)]
    subjects += [address(atlas.communities[id_]) for id_ in programme.communities]
    subjects += [address(atlas.issues[id_]) for id_ in programme.issues]
    for answer in programme.answers.values():
        taken = (p.option for p in answer.placements if p.strength != "inferred")
        subjects += [f"questions/{answer.question}/{option}/" for option in taken]
    statements += [("dcterms:subject", Link(subject)) for subject in subjects]
    statements += sources(programme.sources)
    return node(address(programme), statements)


def about(tag: Tag, atlas: Atlas) -> str:
    """The address of the concept a tag names; empty for none."""
    if tag.namespace in {"trend", "label"}:
        return f"{tag.namespace}s/{tag.value}/"
    shelf = {"community": atlas.communities, "issue": atlas.issues}.get(tag.namespace)
    if shelf is not None:
        return address(shelf[tag.value])
    return f"questions/{tag.namespace}/{tag.value}/"
