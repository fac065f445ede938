"""Labels, communities and issues as SKOS: two schemes beside that of the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peermap.linked.graph import Kind, Link, Node, Statement, Words, in_languages, node
from peermap.linked.scheme import LICENCE, sources
from peermap.place.atlas import Atlas
from peermap.place.vocabulary import with_wider
from peermap.records.silo import Label, Silo
from peermap.records.text import Text
from peermap.render.addresses import address

LABELS, SILOS = "labels/", "silos/"
COLLECTIONS = {"community": ("communities", "Communities"), "issue": ("issues", "Issues")}


def label_nodes(atlas: Atlas) -> Iterator[Node]:
    """The scheme of names used for peers, then every name."""
    tops = [label for label in atlas.labels.values() if not label.broader]
    yield scheme(LABELS, "Labels", tops)
    for label in atlas.labels.values():
        yield label_node(atlas.labels, label)


def scheme(at: str, title: str, tops: list[Label] | list[Silo]) -> Node:
    """A scheme with its widest terms."""
    statements: list[Statement] = [("a", Kind("skos:ConceptScheme"))]
    words = Words(title, "en")
    statements += [("dcterms:title", words), ("rdfs:label", words)]
    statements.append(("dcterms:license", Link(LICENCE)))
    statements += [("skos:hasTopConcept", Link(address(top))) for top in tops]
    return node(at, statements)


def label_node(labels: Mapping[str, Label], label: Label) -> Node:
    """A name with its other spellings; names for the same role are related to it."""
    statements = [*head("label", label.id, label.name)]
    statements += [("skos:altLabel", Words(w, "en")) for w in label.also if w != label.name]
    if label.definition:
        statements += in_languages("skos:definition", label.definition.text)
        statements += sources(label.definition.sources)
    statements += sources(source.source for source in label.sources)
    if label.note:
        statements += in_languages("skos:note", label.note)
    statements += place(LABELS, label, labels)
    wider = with_wider(label.broader, labels)
    for other in labels.values():
        same = other.id in label.same_role or label.id in other.same_role
        # SKOS forbids that two terms are related where one is wider than the other
        if same and other.id not in wider and label.id not in with_wider(other.broader, labels):
            statements.append(("skos:related", Link(address(other))))
    return node(address(label), statements)


def silo_nodes(atlas: Atlas) -> Iterator[Node]:
    """The scheme of communities and issues, a collection of each, then every term."""
    shelves = {"community": atlas.communities, "issue": atlas.issues}
    terms = [silo for shelf in shelves.values() for silo in shelf.values()]
    yield scheme(SILOS, "Communities and issues", [silo for silo in terms if not silo.broader])
    for kind, shelf in shelves.items():
        yield collection(kind, shelf)
        for silo in shelf.values():
            yield silo_node(shelf, silo)


def collection(kind: str, shelf: Mapping[str, Silo]) -> Node:
    """All communities, or all issues."""
    anchor, name = COLLECTIONS[kind]
    statements: list[Statement] = [("a", Kind("skos:Collection"))]
    statements.append(("skos:prefLabel", Words(name, "en")))
    statements += [("skos:member", Link(address(silo))) for silo in shelf.values()]
    return node(f"{SILOS}#{anchor}", statements)


def silo_node(shelf: Mapping[str, Silo], silo: Silo) -> Node:
    """A community or an issue."""
    statements = [*head(silo.kind, silo.id, silo.name)]
    if silo.definition:
        statements += in_languages("skos:definition", silo.definition)
    statements += sources(silo.sources)
    statements += place(SILOS, silo, shelf)
    return node(address(silo), statements)


def head(namespace: str, id_: str, name: Text) -> Iterator[Statement]:
    """Class, names and notation, which is the tag in the bibliography."""
    yield "a", Kind("skos:Concept")
    yield from in_languages("skos:prefLabel", name)
    yield "skos:notation", Words(f"{namespace}:{id_}")


def place(
    at: str, term: Label | Silo, shelf: Mapping[str, Label] | Mapping[str, Silo]
) -> Iterator[Statement]:
    """The scheme of a term, and its wider and narrower terms."""
    yield "skos:inScheme", Link(at)
    if not term.broader:
        yield "skos:topConceptOf", Link(at)
    yield from (("skos:broader", Link(address(shelf[id_]))) for id_ in term.broader)
    for other in shelf.values():
        if term.id in other.broader:
            yield "skos:narrower", Link(address(other))
