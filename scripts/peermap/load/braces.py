"""Braces of BibTeX: what stands inside a pair belongs together."""

from __future__ import annotations

import re

BRACE = re.compile(r"(?<!\\)[{}]")


def is_whole_group(words: str) -> bool:
    """Whether one pair of braces holds all of it, or it opens with a group of several words."""
    if not words.startswith("{") or words.startswith("{\\"):
        return False
    depth = 0
    for match in BRACE.finditer(words):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            first = words[1 : match.start()]
            return match.end() == len(words) or (" " in first and "," not in without_groups(words))
    return False


def without_groups(words: str) -> str:
    """The words outside braces."""
    kept, depth, start = [], 0, 0
    for match in BRACE.finditer(words):
        if depth == 0:
            kept.append(words[start : match.start()])
        depth = max(depth + (1 if match[0] == "{" else -1), 0)
        start = match.end()
    return "".join([*kept, words[start:] if depth == 0 else ""])


def is_balanced(latex: str) -> bool:
    """Whether every brace has its mate."""
    depth = 0
    for match in BRACE.finditer(latex):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0
