"""A YAML text → its tree. Values stay text; what is not read is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from yaml.composer import ComposerError

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
HASH = re.compile(r"[ \t]+(#[^\s#].*)")


def read_yaml(
    file: str, text: str, *, first_line: int = 1
) -> tuple[Tree | None, tuple[Problem, ...]]:
    """A YAML text as a tree. Every scalar stays text (``NO`` is ``NO``); duplicate keys are told.

    A key that is left empty counts as left out. Aliases, depth over 20 and more than 50,000 values
    are refused. ``first_line`` shifts the marks of front matter to their lines in the whole file.
    """
    text, found = without_controls(file, text, first_line=first_line)
    try:
        events, refused = events_of(file, text, first_line)
        if refused:
            return None, (*found, refused)
    except yaml.YAMLError as error:
        return None, (*found, syntax_problem(file, text, error, first_line))
    if not any(isinstance(event, yaml.NodeEvent) for event in events[:3]):
        what = "the file" if first_line == 1 else "the front matter"
        way_out = "Fill it, or delete the file."
        return None, (*found, Problem(Mark(file, first_line), f"{what} is empty", way_out))
    found += cut_short(file, text, events, first_line)
    grower = Grower(file, first_line, iter(events[2:]))
    value = grower.grown(grower.next(), ())
    return Tree(file, value, grower.marks, grower.keys), (*found, *grower.problems)


def events_of(file: str, text: str, first_line: int) -> tuple[list[Any], Problem | None]:
    """What YAML's parser tells of a text, one after the other; or why it is not read at all: an
    alias, or a size or depth that no record has. Raises YAMLError, also for a second document.
    """
    events: list[Any] = []
    starts: list[Any] = []
    depth = values = 0
    for event in yaml.parse(text, Loader=Loader):
        events.append(event)
        if isinstance(event, yaml.NodeEvent):
            values += 1
            if event.anchor is not None:
                return events, anchor_problem(event, mark_of(file, event.start_mark, first_line))
            depth += isinstance(event, yaml.CollectionStartEvent)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            starts.append(event)
        if depth > MOST_DEPTH or values > MOST_VALUES:
            mark = mark_of(file, event.start_mark, first_line)
            return events, too_much(mark, is_deep=depth > MOST_DEPTH)
    if len(starts) > 1:
        raise second_document(events, starts[1])
    return events, None


def cut_short(file: str, text: str, events: Sequence[Any], first_line: int) -> Iterator[Problem]:
    """Texts of which YAML takes the rest for a comment: ``Appendix #3``."""
    if not HASH.search(text):
        return
    lines = text.split("\n")
    for event in events:
        if isinstance(event, yaml.ScalarEvent) and not event.style and event.value:
            end: Any = event.end_mark
            rest = HASH.match(lines[end.line], end.column) if end.line < len(lines) else None
            if rest:
                mark = Mark(file, end.line + first_line, rest.start(1) + 1)
                says = f"{shown(rest[1])} behind a text is a comment, and is not read"
                yield Problem(mark, says, COMMENT)


def anchor_problem(event: yaml.NodeEvent, mark: Mark) -> Problem:
    """The refusal of an alias or anchor."""
    if isinstance(event, yaml.AliasEvent):
        return Problem(mark, f"the alias '*{event.anchor}' stands here", ALIAS)
    return Problem(mark, f"the anchor '&{event.anchor}' stands here", ANCHOR)


def too_much(mark: Mark, *, is_deep: bool) -> Problem:
    """The refusal of a depth or size."""
    if is_deep:
        return Problem(mark, f"values are nested more than {MOST_DEPTH} deep", NESTED)
    return Problem(mark, f"the file has more than {MOST_VALUES:,} values", "Split it.")


def second_document(events: Sequence[Any], start: Any) -> ComposerError:
    """YAML's own fault of a text in which a second document starts."""
    says = "expected a single document in the stream", "but found another document"
    return ComposerError(says[0], events[2].start_mark, says[1], start.start_mark)


ALIAS = (
    "Write the value out, for aliases are not read; or put quotes around text that begins with *."
)
ANCHOR = "Take it out, for aliases are not read; or put quotes around text that begins with &."
COMMENT = "Put quotes around the whole text; a comment has a blank behind its #."
NESTED = "Records need no more than eight levels."


class Grower:
    """Turns YAML's events into plain values and remembers where each stood; its duty ends there."""

    def __init__(self, file: str, first_line: int, events: Iterator[Any]) -> None:
        self.file = file
        self.first_line = first_line
        self.next = events.__next__
        self.marks: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.problems: list[Problem] = []

    def mark_of(self, event: yaml.NodeEvent) -> Mark:
        return mark_of(self.file, event.start_mark, self.first_line)

    def tell(self, event: yaml.NodeEvent, says: str, way_out: str) -> None:
        self.problems.append(Problem(self.mark_of(event), says, way_out))

    def grown(self, event: Any, path: Path) -> Any:
        """The plain value that begins with an event; marks are kept by ``path``."""
        self.marks[path] = self.mark_of(event)
        if event.tag and event.tag.startswith("!") and event.tag != "!":
            way_out = "It is left out; put quotes around text that begins with !."
            self.tell(event, f"{shown(event.tag)} stands before a value", way_out)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.grown_list(path)
        return self.grown_mapping(path)

    def grown_list(self, path: Path) -> list[Any]:
        """A list; an item that is left empty is a problem."""
        items: list[Any] = []
        while not isinstance(item := self.next(), yaml.SequenceEndEvent):
            if is_left_empty(item):
                self.tell(item, "an item of the list is empty", "Fill it, or delete its hyphen.")
            else:
                items.append(self.grown(item, (*path, len(items))))
        return items

    def grown_mapping(self, path: Path) -> dict[str, Any]:
        """A mapping; a key that stands twice is a problem and the first one stays."""
        mapping: dict[str, Any] = {}
        while not isinstance(key_event := self.next(), yaml.MappingEndEvent):
            if not isinstance(key_event, yaml.ScalarEvent):
                self.tell(key_event, "a list or mapping stands where a key belongs", KEY)
                self.pass_over(key_event)
                self.pass_over(self.next())
                continue
            key, value = key_event.value, self.next()
            at = (*path, key)
            if at in self.keys:
                says = f"the key {shown(key)} stands twice (first at line {self.keys[at].line})"
                is_in_list = bool(path) and isinstance(path[-1], int)
                way_out = HYPHEN if is_in_list else "The first is read; delete one of them."
                self.tell(key_event, says, way_out)
                self.pass_over(value)
                continue
            self.keys[at] = self.mark_of(key_event)
            if not is_left_empty(value):
                mapping[key] = self.grown(value, at)
        return mapping

    def pass_over(self, event: Any) -> None:
        """Leave out the value that begins with an event."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = self.next()
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)


HYPHEN = (
    "The first is read. Put a hyphen and a blank before it if another entry begins here, or delete "
    "one of them."
)
KEY = "It is left out; put quotes around text with brackets or braces."


def is_left_empty(event: Any) -> bool:
    """Whether nothing stands there, not even empty quotes."""
    return isinstance(event, yaml.ScalarEvent) and not event.value and not event.style
