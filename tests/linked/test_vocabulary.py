"""The map, the labels and the silos as SKOS, read by libraries that know nothing of peermap."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import skosify
from pyshacl import validate
from rdflib import DCTERMS, RDF, SKOS, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from peermap.linked.files import linked_files
from peermap.place.atlas import Atlas
from peermap.render.addresses import address

SITE = "https://example.org/peers/"
SHAPES = Path(__file__).parent / "shapes.ttl"
BASE = Namespace(SITE)


@pytest.fixture(scope="module")
def files(atlas: Atlas) -> Mapping[str, str]:
    """The files of a site that knows its address."""
    return linked_files(atlas, SITE)


@pytest.fixture(scope="module")
def vocabulary(files: Mapping[str, str]) -> Graph:
    """What ``map.ttl`` says."""
    return Graph().parse(data=files["map.ttl"], format="turtle")


def read(files: Mapping[str, str], name: str, found_at: str) -> Graph:
    """A file as someone reads it who found it below ``found_at``."""
    syntax = "turtle" if name.endswith(".ttl") else "json-ld"
    return Graph().parse(data=files[name], format=syntax, publicID=f"{found_at}data/{name}")


@pytest.mark.parametrize("name", ["map", "records"])
@pytest.mark.parametrize("site_url", [SITE, ""])
def test_both_syntaxes_say_the_same(atlas: Atlas, name: str, site_url: str) -> None:
    """JSON-LD and Turtle are the same triples, and they do not depend on whether the site knew its
    address: relative links are read against the place where the file was found.
    """
    files = linked_files(atlas, site_url)
    turtle = read(files, f"{name}.ttl", SITE)
    assert isomorphic(turtle, read(files, f"{name}.jsonld", SITE))
    assert isomorphic(turtle, read(linked_files(atlas, SITE), f"{name}.ttl", SITE))


def test_the_vocabulary_keeps_its_shapes(vocabulary: Graph) -> None:
    """Every concept has a name, a definition, a source that is described, a notation and a place in
    its scheme; relations are said from both sides (SHACL).
    """
    conforms, _, report = validate(vocabulary, shacl_graph=Graph().parse(SHAPES))
    assert conforms, report


def test_the_shapes_can_refuse(vocabulary: Graph) -> None:
    """Without its sources, a concept is refused."""
    poor = Graph()
    poor += vocabulary
    poor.remove((BASE["questions/functions/"], DCTERMS.source, None))
    assert not validate(poor, shacl_graph=Graph().parse(SHAPES))[0]


def test_skosify_has_nothing_to_say(
    files: Mapping[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """The SKOS checker finds no circle, no label twice, and no term that is related and wider."""
    graph = Graph().parse(data=files["map.ttl"], format="turtle")
    with caplog.at_level(logging.WARNING):
        skosify.skosify(
            graph,
            check_hierarchy=True,
            check_disjoint_relations=True,
            mark_top_concepts=False,
            default_language="en",
        )
    told = [r.getMessage() for r in caplog.records if "schemes found" not in r.getMessage()]
    assert told == []


def test_every_thing_of_the_vocabularies_is_a_concept(atlas: Atlas, vocabulary: Graph) -> None:
    """Facets, questions, options, trends, labels, communities and issues: none is left out, and
    nothing else is a concept.
    """
    map_ = atlas.map
    things = [*map_.facets, *map_.questions, *map_.options, *map_.trends, *atlas.labels.values()]
    things += [*atlas.communities.values(), *atlas.issues.values()]
    expected = {URIRef(SITE + address(thing)) for thing in things}
    assert set(vocabulary.subjects(RDF.type, SKOS.Concept)) == expected


def test_every_concept_has_a_definition_and_a_source(vocabulary: Graph) -> None:
    """One hundred per cent."""
    concepts = set(vocabulary.subjects(RDF.type, SKOS.Concept))
    defined = {c for c in concepts if (c, SKOS.definition, None) in vocabulary}
    sourced = {c for c in concepts if (c, DCTERMS.source, None) in vocabulary}
    assert (len(defined), len(sourced)) == (len(concepts), len(concepts))


def test_every_address_leads_to_a_page(files: Mapping[str, str], built_site: Path) -> None:
    """Whoever opens the address of a concept or a record finds its page, and on it the anchor."""
    for name in ("map.ttl", "records.ttl"):
        graph = Graph().parse(data=files[name], format="turtle")
        for subject in sorted(set(graph.subjects())):
            page, anchor = urldefrag(str(subject).removeprefix(SITE))
            file = built_site / page / "index.html"
            assert file.is_file(), subject
            if anchor:
                assert f'id="{anchor}"' in file.read_text(encoding="utf-8"), subject


def test_a_record_is_joined_to_its_concepts(atlas: Atlas, files: Mapping[str, str]) -> None:
    """Each tag of a reference leads to its concept; a programme to the options a source says it
    takes, and not to those that are our own reading.
    """
    graph = Graph().parse(data=files["records.ttl"], format="turtle")
    for reference in atlas.references.values():
        subjects = set(graph.objects(BASE[address(reference)], DCTERMS.subject))
        assert len(subjects) == len(set(reference.tags)), reference.key
    for programme in atlas.programmes.values():
        subjects = set(graph.objects(BASE[address(programme)], DCTERMS.subject))
        for answer in programme.answers.values():
            for placement in answer.placements:
                option = BASE[f"questions/{answer.question}/{placement.option}/"]
                assert (option in subjects) == (placement.strength != "inferred")


def test_the_coding_guide_stands_beside_each_option(atlas: Atlas, vocabulary: Graph) -> None:
    """What counts for an option and what does not are scope notes; its hard case is an example."""
    for option in atlas.map.options:
        concept = BASE[address(option)]
        notes = {str(note).split(".")[0] for note in vocabulary.objects(concept, SKOS.scopeNote)}
        assert {"Counts", "Does not count"} <= notes, option.notation
        assert list(vocabulary.objects(concept, SKOS.example)), option.notation
