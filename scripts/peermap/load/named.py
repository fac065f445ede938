"""Ids as sources name them: text that knows where it stands, so that a wrong one can be found."""

from __future__ import annotations

from collections.abc import Iterable

from peermap.load.yaml_tree import Path, Tree
from peermap.problems import Mark


class Named(str):
    """An id at the place where a file names it; otherwise plain text, and equal to it."""

    __slots__ = ("mark",)
    mark: Mark

    def __new__(cls, id_: str, mark: Mark) -> Named:
        named = super().__new__(cls, id_)
        named.mark = mark
        return named


def named_at(id_: str, tree: Tree, at: Path) -> Named:
    """The id with the mark of its path."""
    return Named(id_, tree.mark(at))


def all_named(ids: Iterable[str], tree: Tree, at: Path) -> tuple[Named, ...]:
    """The ids of a list with the marks of its items."""
    return tuple(named_at(id_, tree, (*at, index)) for index, id_ in enumerate(ids))


def mark_of(id_: str, otherwise: Mark) -> Mark:
    """Where an id is named, as exactly as it is known."""
    return id_.mark if isinstance(id_, Named) else otherwise
