"""``synthesis/map.yml`` → the conceptual map."""

from __future__ import annotations

from peermap.load.named import all_named, named_at
from peermap.load.overlays import NO_OVERLAYS, Overlays, read_shaped
from peermap.load.shapes import DefinitionShape, FacetShape, MapShape, OptionShape, QuestionShape
from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Problem
from peermap.records.map import Change, Definition, Facet, Map, Option, Question, Retired, TrendKind

ONE_HISTORY = "Each programme belongs to one; a field with a single history has one trend."


def read_map(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[Map | None, list[Problem]]:
    """The map, or None when the file cannot be read; and every problem found."""
    shape, tree, found = read_shaped(MapShape, path, text, overlays)
    if shape and not shape.trends and ("trends", 0) not in tree.marks:
        found.append(Problem(tree.mark(()), "'trends' is missing", ONE_HISTORY))
    return (map_of(shape, tree) if shape else None), found


def map_of(shape: MapShape, tree: Tree) -> Map:
    """The map with its facets, questions, options and trends."""
    facets = tuple(facet_of(f, tree, ("facets", i)) for i, f in enumerate(shape.facets))
    trends = tuple(
        TrendKind(t.id, t.name, definition_of(t.definition, tree, at), tree.mark(at))
        for i, t in enumerate(shape.trends)
        for at in [("trends", i)]
    )
    changes = tuple(
        Change(c.on, c.what, all_named(c.about, tree, ("changes", i, "about")))
        for i, c in enumerate(shape.changes)
    )
    retired = tuple(
        Retired(r.was, r.name, r.on, r.why, all_named(r.replaced_by, tree, (*at, "replaced_by")),
                tree.mark((*at, "was")))
        for i, r in enumerate(shape.retired)
        for at in [("retired", i)]
    )  # fmt: skip
    source = named_at(shape.source, tree, ("source",))
    return Map(shape.title, source, facets, trends, changes, retired)


def facet_of(shape: FacetShape, tree: Tree, at: Path) -> Facet:
    """One facet with its questions."""
    questions = tuple(
        question_of(q, shape.id, tree, (*at, "questions", i)) for i, q in enumerate(shape.questions)
    )
    definition = definition_of(shape.definition, tree, at)
    return Facet(shape.id, shape.name, definition, questions, tree.mark(at))


def question_of(shape: QuestionShape, facet: str, tree: Tree, at: Path) -> Question:
    """One question with its options."""
    options = tuple(
        option_of(o, shape.id, tree, (*at, "options", i)) for i, o in enumerate(shape.options)
    )
    definition = definition_of(shape.definition, tree, at)
    mark = tree.mark(at)
    return Question(shape.id, facet, shape.name, shape.wording, definition, options, mark)


def option_of(shape: OptionShape, question: str, tree: Tree, at: Path) -> Option:
    """One option of a question."""
    definition = definition_of(shape.definition, tree, at)
    return Option(shape.id, question, shape.name, definition, tree.mark(at))


def definition_of(shape: DefinitionShape, tree: Tree, owner: Path) -> Definition:
    """The definition of what stands at ``owner``."""
    return Definition(shape.text, all_named(shape.sources, tree, (*owner, "definition", "sources")))
