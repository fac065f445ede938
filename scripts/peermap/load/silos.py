"""``synthesis/silos.yml`` and ``synthesis/labels.yml`` → communities, issues and labels."""

from __future__ import annotations

from typing import Literal

from peermap.load.map import definition_of
from peermap.load.shaped import shaped
from peermap.load.shapes import LabelShape, LabelSourceShape, SilosShape
from peermap.load.yaml_tree import Path, Tree, read_yaml
from peermap.problems import Problem
from peermap.records.silo import Label, LabelSource, Silo
from peermap.records.text import Text


def read_silos(path: str, text: str) -> tuple[tuple[Silo, ...], list[Problem]]:
    """Communities, then issues, in the file's order."""
    tree, problems = read_yaml(path, text)
    if tree is None:
        return (), list(problems)
    shape, tree, faults = shaped(SilosShape, tree)
    found = [*problems, *faults]
    if shape is None:
        return (), found
    return (*silos_of(shape, tree, "community"), *silos_of(shape, tree, "issue")), found


def silos_of(
    shape: SilosShape, tree: Tree, kind: Literal["community", "issue"]
) -> tuple[Silo, ...]:
    name = "communities" if kind == "community" else "issues"
    shapes = shape.communities if kind == "community" else shape.issues
    return tuple(
        Silo(s.id, kind, s.name, s.definition, s.broader, tree.mark((name, i)))
        for i, s in enumerate(shapes)
    )


def read_labels(path: str, text: str) -> tuple[tuple[Label, ...], list[Problem]]:
    """The labels in the file's order; one that cannot be read is a problem and the rest is read."""
    tree, problems = read_yaml(path, text)
    found = list(problems)
    if tree is None:
        return (), found
    if not isinstance(tree.value, list):
        return (), [
            *found,
            Problem(tree.mark(()), "the file is not a list", "Start each label with '- id: …'."),
        ]
    labels = []
    for index in range(len(tree.value)):
        shape, part, faults = shaped(LabelShape, tree.under((index,)))
        found += faults
        if shape is not None:
            labels.append(label_of(shape, part))
    return tuple(labels), found


def label_of(shape: LabelShape, tree: Tree) -> Label:
    name = Text(shape.name, {"fr": shape.fr, **shape.name.translations}) if shape.fr else shape.name
    definition = definition_of(shape.definition) if shape.definition else None
    sources = tuple(label_source_of(s, tree, ("sources", i)) for i, s in enumerate(shape.sources))
    also = tuple(dict.fromkeys(word for word in (shape.plural, *shape.also) if word))
    return Label(
        id=shape.id,
        name=name,
        also=also,
        broader=shape.broader,
        same_role=shape.same_role,
        definition=definition,
        sources=sources,
        note=shape.note,
        mark=tree.mark(()),
    )


def label_source_of(shape: LabelSourceShape, tree: Tree, at: Path) -> LabelSource:
    return LabelSource(shape.source, shape.where, shape.says, shape.quote, tree.mark(at))
