"""``synthesis/method.yml`` → the account of how the synthesis was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peermap.load.named import Named, named_at
from peermap.load.overlays import NO_OVERLAYS, Overlays, read_shaped
from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Problem
from peermap.records.method import Method

Account = tuple[Method | None, tuple[Named, ...]]
KEYS = ("source", "refs")  # fields that name references


def read_method(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[Account, list[Problem]]:
    """The account, or None when it cannot be read, with the references it names, each at its
    place; and every problem found.
    """
    method, tree, found = read_shaped(Method, path, text, overlays)
    return (method, tuple(named_in(tree, tree.value, ()))), found


def named_in(tree: Tree, value: Any, at: Path) -> Iterator[Named]:
    """The references that a value names, wherever in it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            for name in strings(inner) if key in KEYS else ():
                yield named_at(name, tree, (*at, key))
            yield from named_in(tree, inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from named_in(tree, inner, (*at, index))


def strings(value: Any) -> Iterator[str]:
    """A text, or the texts of a list."""
    yield from [value] if isinstance(value, str) else (v for v in value if isinstance(v, str))
