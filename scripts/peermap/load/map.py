"""``synthesis/map.yml`` → the conceptual map."""

from __future__ import annotations

from peermap.load.shaped import shaped
from peermap.load.shapes import DefinitionShape, FacetShape, MapShape, QuestionShape
from peermap.load.yaml_tree import Path, Tree, read_yaml
from peermap.problems import Problem
from peermap.records.map import Definition, Facet, Map, Option, Question, TrendKind


def read_map(path: str, text: str) -> tuple[Map | None, list[Problem]]:
    """The map, or None when the file cannot be read; and every problem found."""
    tree, problems = read_yaml(path, text)
    if tree is None:
        return None, list(problems)
    shape, tree, faults = shaped(MapShape, tree)
    problems_all = [*problems, *faults]
    return (map_of(shape, tree) if shape else None), problems_all


def map_of(shape: MapShape, tree: Tree) -> Map:
    facets = tuple(facet_of(f, tree, ("facets", i)) for i, f in enumerate(shape.facets))
    trends = tuple(
        TrendKind(t.id, t.name, definition_of(t.definition), tree.mark(("trends", i)))
        for i, t in enumerate(shape.trends)
    )
    return Map(shape.title, shape.source, facets, trends)


def facet_of(shape: FacetShape, tree: Tree, at: Path) -> Facet:
    questions = tuple(
        question_of(q, shape.id, tree, (*at, "questions", i)) for i, q in enumerate(shape.questions)
    )
    return Facet(shape.id, shape.name, definition_of(shape.definition), questions, tree.mark(at))


def question_of(shape: QuestionShape, facet: str, tree: Tree, at: Path) -> Question:
    options = tuple(
        Option(o.id, shape.id, o.name, definition_of(o.definition), tree.mark((*at, "options", i)))
        for i, o in enumerate(shape.options)
    )
    definition = definition_of(shape.definition)
    mark = tree.mark(at)
    return Question(shape.id, facet, shape.name, shape.wording, definition, options, mark)


def definition_of(shape: DefinitionShape) -> Definition:
    return Definition(shape.text, shape.sources)
