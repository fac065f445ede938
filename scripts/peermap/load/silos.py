"""``synthesis/silos.yml`` and ``synthesis/labels.yml`` → communities, issues and labels."""

from __future__ import annotations

from typing import Literal

from peermap.load.map import definition_of
from peermap.load.named import all_named, named_at
from peermap.load.overlays import NO_OVERLAYS, Overlays, read_shaped, with_overlays
from peermap.load.shaped import shaped
from peermap.load.shapes import LabelShape, LabelSourceShape, LabelsShape, SiloShape, SilosShape
from peermap.load.yaml_file import read_yaml
from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Problem
from peermap.records.silo import Label, LabelSource, Silo
from peermap.records.text import Text


def read_silos(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[tuple[Silo, ...], list[Problem]]:
    """Communities, then issues, in the file's order."""
    shape, tree, found = read_shaped(SilosShape, path, text, overlays)
    if shape is None:
        return (), found
    return (*silos_of(shape, tree, "community"), *silos_of(shape, tree, "issue")), found


def silos_of(
    shape: SilosShape, tree: Tree, kind: Literal["community", "issue"]
) -> tuple[Silo, ...]:
    """The communities, or the issues."""
    name = "communities" if kind == "community" else "issues"
    shapes = shape.communities if kind == "community" else shape.issues
    return tuple(silo_of(s, kind, tree, (name, i)) for i, s in enumerate(shapes))


def silo_of(shape: SiloShape, kind: Literal["community", "issue"], tree: Tree, at: Path) -> Silo:
    """One community or issue."""
    broader = all_named(shape.broader, tree, (*at, "broader"))
    sources = all_named(shape.sources, tree, (*at, "sources"))
    return Silo(shape.id, kind, shape.name, shape.definition, broader, tree.mark(at), sources)


def read_labels(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[tuple[Label, ...], list[Problem]]:
    """The labels in the file's order; one that cannot be read is a problem and the rest is read."""
    tree, problems = read_yaml(path, text)
    found = list(problems)
    if tree is None:
        return (), found
    if not isinstance(tree.value, list):
        says, way_out = "the file is not a list", "Start each label with '- id: …'."
        return (), [*found, Problem(tree.mark(()), says, way_out)]
    tree, misfits = with_overlays(LabelsShape, tree.as_value_of("labels"), overlays, "labels")
    shape, tree, faults = shaped(LabelsShape, tree)
    labels = tuple(
        label_of(s, tree, ("labels", i)) for i, s in enumerate(shape.labels if shape else ())
    )
    return labels, [*found, *misfits, *faults]


def label_of(shape: LabelShape, tree: Tree, at: Path) -> Label:
    """One label with the sources that name it."""
    name = Text(shape.name, {"fr": shape.fr, **shape.name.translations}) if shape.fr else shape.name
    return Label(
        id=shape.id,
        name=name,
        also=tuple(dict.fromkeys(word for word in (shape.plural, *shape.also) if word)),
        broader=all_named(shape.broader, tree, (*at, "broader")),
        same_role=all_named(shape.same_role, tree, (*at, "same_role")),
        definition=definition_of(shape.definition, tree, at) if shape.definition else None,
        sources=tuple(
            label_source_of(s, tree, (*at, "sources", i)) for i, s in enumerate(shape.sources)
        ),
        note=shape.note,
        mark=tree.mark(at),
        printed_in=("fr",) if shape.fr else (),
    )


def label_source_of(shape: LabelSourceShape, tree: Tree, at: Path) -> LabelSource:
    """One source that names a label."""
    source = named_at(shape.source, tree, (*at, "source"))
    return LabelSource(source, shape.where, shape.says, shape.quote, tree.mark(at))
