"""``synthesis/method.yml`` → the account of how the synthesis was made."""

from __future__ import annotations

from peermap.load.shaped import shaped
from peermap.load.yaml_tree import read_yaml
from peermap.problems import Problem
from peermap.records.method import Method


def read_method(path: str, text: str) -> tuple[Method | None, list[Problem]]:
    """The account, or None when it cannot be read; and every problem found."""
    tree, problems = read_yaml(path, text)
    if tree is None:
        return None, list(problems)
    method, _, faults = shaped(Method, tree)
    return method, [*problems, *faults]
