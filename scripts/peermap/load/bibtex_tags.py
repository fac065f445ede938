"""Tags, ordinary keywords and list positions of a reference, each with its mark."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from peermap.load.bibtex_fields import Value
from peermap.load.keywords import Keyword, read_keywords, read_lists
from peermap.load.latex import plain
from peermap.load.lines import Lines
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.reference import ListPosition, Tag


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tags and ordinary keywords of one reference, each once; ``marks`` by a tag's words."""

    tags: list[Tag] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)


def read_tagging(
    value: Value | None, namespaces: Collection[str], lines: Lines, found: list[Problem]
) -> Tagging:
    """The ``keywords`` of an entry, told apart; a tag without a value is no tag."""
    tagging = Tagging()
    if value is None:
        return tagging
    for keyword in read_keywords(value.text, namespaces):
        mark = lines.mark(value.at + keyword.offset) if value.at >= 0 else value.mark
        add(keyword, mark, tagging, namespaces, found)
    return tagging


def add(
    keyword: Keyword,
    mark: Mark,
    tagging: Tagging,
    namespaces: Collection[str],
    found: list[Problem],
) -> None:
    """Put one keyword where it belongs."""
    tag = keyword.tag
    words = plain(keyword.words) if tag is None else ""
    if tag is not None and not tag.value:
        says = f"the tag {shown(keyword.words)} has no value"
        found.append(Problem(mark, says, f"Write {tag.namespace}:value."))
    elif tag is not None and tag not in tagging.tags:
        tagging.tags.append(tag)
        tagging.marks[str(tag)] = mark
    elif tag is None and words and words not in tagging.keywords:
        tagging.keywords.append(words)
    if keyword.near:
        says = f"{shown(keyword.words)} is an ordinary keyword: '{keyword.near}' is no namespace"
        guess = did_you_mean(keyword.near, namespaces, kind="namespaces")
        found.append(Problem(mark, says, guess, "warning"))


def read_list_positions(value: Value | None, found: list[Problem]) -> tuple[ListPosition, ...]:
    """The ``lists`` of an entry; what is no position is told."""
    if value is None:
        return ()
    positions, others = read_lists(value.text)
    for words in others:
        says = f"{shown(words)} in 'lists' is no position in a reference list"
        way_out = "Write the key of the work and the number in its list: panaite2024:12."
        found.append(Problem(value.mark, says, way_out))
    return positions
