"""A YAML text → its tree. Values stay text; what is not read is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from peermap.load.controls import without_controls
from peermap.load.yaml_tree import Path, Tree
from peermap.load.yaml_words import mark_of, syntax_problem
from peermap.problems import Mark, Problem, shown

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MOST_DEPTH = 20
MOST_VALUES = 50_000


def read_yaml(
    file: str, text: str, *, first_line: int = 1
) -> tuple[Tree | None, tuple[Problem, ...]]:
    """A YAML text as a tree. Every scalar stays text (``NO`` is ``NO``); duplicate keys are told.

    A key that is left empty counts as left out. Aliases, depth over 20 and more than 50,000 values
    are refused. ``first_line`` shifts the marks of front matter to their lines in the whole file.
    """
    text, found = without_controls(file, text, first_line=first_line)
    try:
        refused = next(refusals(file, text, first_line), None)
        if refused:
            return None, (*found, refused)
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, (*found, syntax_problem(file, text, error, first_line))
    if node is None:
        what = "the file" if first_line == 1 else "the front matter"
        way_out = "Fill it, or delete the file."
        return None, (*found, Problem(Mark(file, first_line), f"{what} is empty", way_out))
    grower = Grower(file, first_line)
    value = grower.grown(node, ())
    return Tree(file, value, grower.marks, grower.keys), (*found, *grower.problems)


def refusals(file: str, text: str, first_line: int) -> Iterator[Problem]:
    """Why a text is not composed at all: an alias, or a size or depth that no record has."""
    depth = values = 0
    for event in yaml.parse(text, Loader=Loader):
        mark = mark_of(file, event.start_mark, first_line)
        if isinstance(event, yaml.AliasEvent):
            yield Problem(mark, f"the alias '*{event.anchor}' stands here", ALIAS)
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            yield Problem(mark, f"the anchor '&{event.anchor}' stands here", ANCHOR)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        values += isinstance(event, yaml.NodeEvent)
        if depth > MOST_DEPTH:
            yield Problem(mark, f"values are nested more than {MOST_DEPTH} deep", NESTED)
        if values > MOST_VALUES:
            yield Problem(mark, f"the file has more than {MOST_VALUES:,} values", "Split it.")


ALIAS = (
    "Write the value out, for aliases are not read; or put quotes around text that begins with *."
)
ANCHOR = "Take it out, for aliases are not read; or put quotes around text that begins with &."
NESTED = "Records need no more than eight levels."


class Grower:
    """Turns YAML nodes into plain values and remembers where each stood; its duty ends there."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.marks: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.problems: list[Problem] = []

    def mark_of(self, node: yaml.Node) -> Mark:
        return mark_of(self.file, node.start_mark, self.first_line)

    def tell(self, node: yaml.Node, says: str, way_out: str) -> None:
        self.problems.append(Problem(self.mark_of(node), says, way_out))

    def grown(self, node: yaml.Node, path: Path) -> Any:
        """The node's plain value; marks are kept by ``path``."""
        self.marks[path] = self.mark_of(node)
        if node.tag.startswith("!"):
            way_out = "It is left out; put quotes around text that begins with !."
            self.tell(node, f"{shown(node.tag)} stands before a value", way_out)
        if isinstance(node, yaml.SequenceNode):
            return self.grown_list(node, path)
        if isinstance(node, yaml.MappingNode):
            return self.grown_mapping(node, path)
        return node.value

    def grown_list(self, node: yaml.SequenceNode, path: Path) -> list[Any]:
        """A list; an item that is left empty is a problem."""
        items: list[Any] = []
        for item in node.value:
            if is_left_empty(item):
                self.tell(item, "an item of the list is empty", "Fill it, or delete its hyphen.")
            else:
                items.append(self.grown(item, (*path, len(items))))
        return items

    def grown_mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        """A mapping; a key that stands twice is a problem and the first one stays."""
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.tell(key_node, "a list or mapping stands where a key belongs", KEY)
                continue
            key = key_node.value
            if (*path, key) in self.keys:
                first = self.keys[*path, key].line
                says = f"the key {shown(key)} stands twice (first at line {first})"
                self.tell(key_node, says, "The first is read; delete one of them.")
                continue
            self.keys[*path, key] = self.mark_of(key_node)
            if not is_left_empty(value_node):
                mapping[key] = self.grown(value_node, (*path, key))
        return mapping


KEY = "It is left out; put quotes around text with brackets or braces."


def is_left_empty(node: yaml.Node) -> bool:
    """Whether nothing stands there, not even empty quotes."""
    return isinstance(node, yaml.ScalarNode) and not node.value and not node.style
