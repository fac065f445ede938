"""Words of other languages, joined to the English file they belong to before its shape is checked.

A file ``synthesis/fr/map.yml`` has the same shape as ``synthesis/map.yml`` and nothing in it but
words. Items of lists that have an ``id`` are joined by it, others by their place in the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from peermap.load.shaped import (
    Shape,
    field_guess,
    field_type,
    fields_at,
    inner,
    model_in,
    named,
    shaped,
)
from peermap.load.shapes import PlacementShape, ProgrammeShape
from peermap.load.yaml_file import read_yaml
from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Problem, did_you_mean, shown
from peermap.records.text import Text

Overlays = Mapping[str, tuple[str, str]]
"""By language the path and the text of the file that has its words."""
NO_OVERLAYS: Overlays = {}
PLACEMENTS = dict[str, tuple[PlacementShape, ...]]
ONLY_WORDS = "Here stands only what is said in another language; the English file has the rest."


def with_overlays(
    shape: type[BaseModel], tree: Tree, overlays: Overlays, under: str = ""
) -> tuple[Tree, list[Problem]]:
    """The English tree with the words of every language, each as ``{en: …, fr: …}``; what does not
    fit is a problem at its place in the other file, and left out. ``under`` is the name under which
    the value of a file stands in the tree.
    """
    found: list[Problem] = []
    for language, (path, text) in sorted(overlays.items()):
        said, problems = read_yaml(path, text)
        found += problems
        if said is not None:
            said = said.as_value_of(under) if under else said
            tree, faults = joined(shape, tree, said, language)
            found += faults
    return tree, found


def read_shaped(
    shape: type[Shape], path: str, text: str, overlays: Overlays
) -> tuple[Shape | None, Tree, list[Problem]]:
    """A YAML file with the words of every language as a ``shape``, None when it cannot be read; the
    tree of what was read, and every problem found.
    """
    tree, problems = read_yaml(path, text)
    if tree is None:
        return None, Tree(path, {}), list(problems)
    tree, misfits = with_overlays(shape, tree, overlays)
    read, tree, faults = shaped(shape, tree)
    return read, tree, [*problems, *misfits, *faults]


def joined(
    shape: type[BaseModel], tree: Tree, said: Tree, language: str
) -> tuple[Tree, list[Problem]]:
    """The English tree with the words of one language."""
    joint = Joint(language, said)
    value = joint.value(tree.value, said.value, shape, ())
    return Tree(tree.file, value, tree.marks, tree.keys), joint.problems


@dataclass(slots=True)
class Joint:
    """Joins the words of a language to English values; its duty ends there."""

    language: str
    said: Tree
    problems: list[Problem] = field(default_factory=list)

    def tell(self, at: Path, says: str, way_out: str = ONLY_WORDS, *, key: bool = False) -> None:
        """Keep a problem at a place of the other file."""
        mark = self.said.key_mark(at) if key else self.said.mark(at)
        self.problems.append(Problem(mark, says, way_out))

    def value(self, english: Any, said: Any, shape: Any, at: Path) -> Any:
        """An English value with what is said of it; ``shape`` is the type of its field."""
        shape = bare(shape)
        if shape is Text:
            return self.words(english, said, at)
        if model_in(shape) or get_origin(shape) is dict:
            return self.mapping(english, said, shape, at)
        if get_origin(shape) is tuple:
            return self.items(english, said, inner(shape), at)
        self.tell(at, f"{named(at)} is not translated", key=True)
        return english

    def words(self, english: Any, said: Any, at: Path) -> Any:
        """Words in English and in the other language."""
        if not isinstance(said, str) or not isinstance(english, (str, dict)):
            self.tell(at, f"{named(at)} is not text", "Write the words alone, without {en: …}.")
            return english
        first = english if isinstance(english, dict) else {"en": english}
        return {**first, self.language: said} if said.strip() else english

    def mapping(self, english: Any, said: Any, shape: Any, at: Path) -> Any:
        """A mapping, field by field."""
        if not isinstance(said, dict) or not isinstance(english, dict):
            self.tell(at, f"{named(at)} is not of the form that it has in English")
            return english
        found = dict(english)
        for name, inside in said.items():
            if name != "id" and self.is_field(english, name, shape, (*at, name)):
                type_ = PLACEMENTS if is_placements(shape, name) else field_type(shape, name)
                found[name] = self.value(english[name], inside, type_, (*at, name))
        return found

    def is_field(self, english: dict[str, Any], name: str, shape: Any, at: Path) -> bool:
        """Whether a field is there in English too; told where it is not."""
        if name in english:
            return True
        known = fields_at(shape, ()) or list(english)
        if name in known:
            self.tell(
                at, f"{named(at)} has no words in English", "Write the English first.", key=True
            )
        else:
            self.tell(at, f"{named(at)} is not a field here", field_guess(name, known), key=True)
        return False

    def items(self, english: Any, said: Any, shape: Any, at: Path) -> Any:
        """A list: by id where its items have one, else one after the other."""
        if not isinstance(said, list) or not isinstance(english, list):
            self.tell(at, f"{named(at)} is not of the form that it has in English")
            return english
        model = model_in(bare(shape))
        if model and "id" in model.model_fields:
            return self.by_id(english, said, shape, at)
        if len(said) != len(english):
            says = f"{named(at)} has {len(said)} items, and in English it has {len(english)}"
            self.tell(at, says, "Write as many, in the same order; {} for one without words.")
            return english
        pairs = enumerate(zip(english, said, strict=True))
        return [self.value(one, words, shape, (*at, n)) for n, (one, words) in pairs]

    def by_id(self, english: list[Any], said: list[Any], shape: Any, at: Path) -> list[Any]:
        """Items joined by their id; those without words stay as they are."""
        ids = [one.get("id") if isinstance(one, dict) else None for one in english]
        found = list(english)
        for n, words in enumerate(said):
            id_ = words.get("id") if isinstance(words, dict) else None
            if id_ in ids and id_ is not None:
                place = ids.index(id_)
                found[place] = self.value(found[place], words, shape, (*at, n))
            else:
                self.unknown(id_, ids, (*at, n))
        return found

    def unknown(self, id_: str | None, ids: list[Any], at: Path) -> None:
        """Tell of an item that the English file does not have."""
        if id_ is None:
            self.tell(at, f"{named(at)} has no id", "Begin it with '- id: …', as in English.")
        else:
            guess = did_you_mean(id_, [i for i in ids if i], kind="ids")
            self.tell((*at, "id"), f"the English file has no {shown(id_)}", guess)


def bare(shape: Any) -> Any:
    """A type without what checks it."""
    while get_origin(shape) is Annotated:
        shape = get_args(shape)[0]
    return shape


def is_placements(shape: Any, name: str) -> bool:
    """Whether it is the field whose questions are read one by one."""
    return name == "placements" and model_in(shape) is ProgrammeShape
