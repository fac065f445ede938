"""YAML as plain text, lists and mappings, where every value knows its line and column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from peermap.problems import Mark

Path = tuple[str | int, ...]
Gone = Mapping[Path, Sequence[Any]]  # a mapping's or list's path → its steps taken out, sorted


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML file: ``value`` of plain text, lists and dicts; ``marks`` of values and ``keys`` of
    keys by path. A key that is left empty has a mark in ``keys`` and no value.
    """

    file: str
    value: Any
    marks: Mapping[Path, Mark] = field(default_factory=dict)
    keys: Mapping[Path, Mark] = field(default_factory=dict)

    def each_under(self, path: Path) -> dict[str | int, Tree]:
        """The parts of the tree below every value of the mapping at ``path``, by its keys."""
        value = self.value
        for step in path:
            value = value[step]
        marks, keys = below_each(self.marks, path), below_each(self.keys, path)
        return {
            step: Tree(self.file, inside, marks.get(step, {}), keys.get(step, {}))
            for step, inside in value.items()
        }

    def as_value_of(self, name: str) -> Tree:
        """The tree as the only value of a mapping, under that name."""
        marks = {(name, *at): mark for at, mark in self.marks.items()}
        keys = {(name, *at): mark for at, mark in self.keys.items()}
        return Tree(self.file, {name: self.value}, marks, keys)

    def without(self, *paths: Path) -> Tree:
        """The tree less the values at ``paths``; items behind one in a list move up with their
        marks.
        """
        gone: dict[Path, list[Any]] = {}
        for *way, step in set(paths):
            gone.setdefault(tuple(way), []).append(step)
        gone = {way: sorted(steps) for way, steps in gone.items()}
        value = without_steps(self.value, (), gone)
        return Tree(self.file, value, moved(self.marks, gone), moved(self.keys, gone))

    def mark(self, path: Path) -> Mark:
        """Where the value of that path stands, or the nearest thing around it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark(self.file, 1))

    def key_mark(self, path: Path) -> Mark:
        """Where the key of that path stands."""
        return self.keys.get(path, self.mark(path))


def below_each(marks: Mapping[Path, Mark], path: Path) -> dict[str | int, dict[Path, Mark]]:
    """The marks under a path by the first step from there, with the way to them taken off."""
    depth = len(path)
    found: dict[str | int, dict[Path, Mark]] = {}
    for at, mark in marks.items():
        if len(at) > depth and at[:depth] == path:
            found.setdefault(at[depth], {})[at[depth + 1 :]] = mark
    return found


def without_steps(value: Any, at: Path, gone: Gone) -> Any:
    """A copy of a value at a path, less what is gone from it and from what it holds."""
    out = set(gone.get(at, ()))
    if isinstance(value, dict):
        return {k: without_steps(v, (*at, k), gone) for k, v in value.items() if k not in out}
    if isinstance(value, list):
        return [without_steps(v, (*at, i), gone) for i, v in enumerate(value) if i not in out]
    return value


def moved(marks: Mapping[Path, Mark], gone: Gone) -> dict[Path, Mark]:
    """The marks that are left, each under the path its value has now."""
    new_paths = ((new_path(at, gone), mark) for at, mark in marks.items())
    return {at: mark for at, mark in new_paths if at is not None}


def new_path(at: Path, gone: Gone) -> Path | None:
    """The path of a value when others are gone, or None when it is gone itself."""
    steps: list[str | int] = []
    for depth, step in enumerate(at):
        out = gone.get(at[:depth], ())
        before = bisect_left(out, step)
        if before < len(out) and out[before] == step:
            return None
        steps.append(step - before if isinstance(step, int) else step)
    return tuple(steps)
