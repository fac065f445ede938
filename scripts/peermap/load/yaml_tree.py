"""YAML as plain text, lists and mappings, where every value knows its line and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from peermap.problems import Mark, Problem, shown

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml: the same, slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MOST_DEPTH = 20
MOST_VALUES = 50_000
Path = tuple[str | int, ...]

WORDINGS = (
    (
        "mapping values are not allowed",
        "': ' stands inside a text",
        "Put quotes around text that contains ': '.",
    ),
    (
        "cannot start any token",
        "a tab or a reserved character stands where a value begins",
        "Indent with spaces; put quotes around text that starts with @, ` or %.",
    ),
    ("found character '\\t'", "a tab stands where YAML wants spaces", "Indent with spaces."),
    ("expected ':'", "a key has no colon behind it", "Write `key: value`."),
    (
        "did not find expected key",
        "the indentation does not fit the lines above",
        "Keys of one mapping start in the same column; quote text that starts with a quote or bracket.",
    ),
    (
        "did not find expected '-'",
        "the indentation does not fit the list above",
        "Items of one list start in the same column.",
    ),
    ("did not find expected ',' or", "a bracket or brace is not closed", "Close it with ] or }."),
    (
        "unexpected end of stream",
        "a quote is not closed",
        "Close it, or quote the text with the other kind.",
    ),
    ("control characters", "a control character stands in the file", "Take it out."),
    (
        "special characters are not allowed",
        "a control character stands in the file",
        "Take it out.",
    ),
    (
        "expected <document start>",
        "a second value follows the first",
        "A file holds one mapping or list.",
    ),
)


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML file: ``value`` of plain text, lists and dicts; ``marks`` of values and ``keys`` of keys by path."""

    file: str
    value: Any
    marks: Mapping[Path, Mark] = field(default_factory=dict)
    keys: Mapping[Path, Mark] = field(default_factory=dict)

    def under(self, path: Path) -> Tree:
        """The part of the tree below ``path``, which becomes its root."""
        value = self.value
        for step in path:
            value = value[step]
        return Tree(self.file, value, below(self.marks, path), below(self.keys, path))

    def without(self, path: Path) -> Tree:
        """The tree less the value at ``path``; items behind it in a list move up with their marks."""
        value = removed(self.value, path)
        return Tree(self.file, value, shifted(self.marks, path), shifted(self.keys, path))

    def mark(self, path: Path) -> Mark:
        """Where the value of that path stands, or the nearest thing around it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark(self.file, 1))

    def key_mark(self, path: Path) -> Mark:
        """Where the key of that path stands."""
        return self.keys.get(path, self.mark(path))


def below(marks: Mapping[Path, Mark], path: Path) -> dict[Path, Mark]:
    """The marks at and under a path, with the path taken off."""
    return {at[len(path) :]: mark for at, mark in marks.items() if at[: len(path)] == path}


def removed(value: Any, path: Path) -> Any:
    """A copy of a value less what stands at ``path``."""
    step, *rest = path
    if isinstance(value, dict):
        kept = {k: v for k, v in value.items() if rest or k != step}
        return {k: removed(v, tuple(rest)) if rest and k == step else v for k, v in kept.items()}
    kept_items = [v for i, v in enumerate(value) if rest or i != step]
    return [removed(v, tuple(rest)) if rest and i == step else v for i, v in enumerate(kept_items)]


def shifted(marks: Mapping[Path, Mark], gone: Path) -> dict[Path, Mark]:
    """The marks that are left when the value at ``gone`` is taken out."""
    *way, last = gone
    place = len(way)
    kept = {}
    for at, mark in marks.items():
        if at[: place + 1] == gone:
            continue
        step = at[place] if at[:place] == tuple(way) and len(at) > place else None
        moves = isinstance(last, int) and isinstance(step, int) and step > last
        kept[(*way, step - 1, *at[place + 1 :]) if moves else at] = mark  # type: ignore[operator]
    return kept


def read_yaml(
    file: str, text: str, *, first_line: int = 1
) -> tuple[Tree | None, tuple[Problem, ...]]:
    """A YAML text as a tree. Every scalar stays text (``NO`` is ``NO``); duplicate keys are reported.

    Aliases, depth over 20 and more than 50,000 values are refused. ``first_line`` shifts the marks
    of front matter to their lines in the whole file.
    """
    try:
        refused = refusal(file, text, first_line)
        if refused:
            return None, (refused,)
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, (syntax_problem(file, error, first_line),)
    if node is None:
        return None, (
            Problem(Mark(file, first_line), "the file is empty", "Fill it, or delete it."),
        )
    grower = Grower(file, first_line)
    value = grower.grown(node, ())
    return Tree(file, value, grower.marks, grower.keys), tuple(grower.problems)


def refusal(file: str, text: str, first_line: int) -> Problem | None:
    """Why a text is not composed at all: an alias, or a size or depth that no record has."""
    depth = values = 0
    for event in yaml.parse(text, Loader=Loader):
        mark = Mark(file, event.start_mark.line + first_line, event.start_mark.column + 1)
        if isinstance(event, yaml.AliasEvent):
            return Problem(
                mark,
                f"the alias '*{event.anchor}' stands here",
                "Write the value out; aliases are not read.",
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        values += isinstance(event, yaml.NodeEvent)
        if depth > MOST_DEPTH:
            return Problem(
                mark,
                f"values are nested more than {MOST_DEPTH} deep",
                "Records need no more than eight levels.",
            )
        if values > MOST_VALUES:
            return Problem(mark, f"the file has more than {MOST_VALUES:,} values", "Split it.")
    return None


def syntax_problem(file: str, error: yaml.YAMLError, first_line: int) -> Problem:
    """PyYAML's message in our words, at its line."""
    at = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    mark = Mark(file, at.line + first_line, at.column + 1) if at else Mark(file, first_line)
    message = " ".join(str(part) for part in (getattr(error, "problem", ""), error) if part)
    for sign, says, way_out in WORDINGS:
        if sign in message:
            return Problem(mark, says, way_out)
    return Problem(
        mark,
        f"YAML cannot be read here: {getattr(error, 'problem', None) or 'a fault of form'}",
        "Look at this line and the one above it.",
    )


class Grower:
    """Turns YAML nodes into plain values and remembers where each stood; its duty ends there."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.marks: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.problems: list[Problem] = []

    def mark_of(self, node: yaml.Node) -> Mark:
        return Mark(self.file, node.start_mark.line + self.first_line, node.start_mark.column + 1)

    def grown(self, node: yaml.Node, path: Path) -> Any:
        """The node's plain value; marks are kept by ``path``."""
        self.marks[path] = self.mark_of(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.grown(item, (*path, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self.grown_mapping(node, path)
        return node.value

    def grown_mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        """A mapping; a key that stands twice is a problem and the first one stays."""
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else shown(key_node.tag)
            mark = self.mark_of(key_node)
            if key in mapping:
                says = f"the key {shown(key)} stands twice (first at line {self.keys[*path, key].line})"
                self.problems.append(Problem(mark, says, "The first is read; delete one of them."))
                continue
            self.keys[*path, key] = mark
            mapping[key] = self.grown(value_node, (*path, key))
        return mapping
