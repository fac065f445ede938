"""Tags, ordinary keywords and list positions of a reference, each with its mark."""

from __future__ import annotations

from dataclasses import dataclass, field

from peermap.load.bibtex_fields import Value
from peermap.load.keywords import Keyword, read_keyword, read_lists, split_keywords
from peermap.load.latex import plain
from peermap.load.lines import Lines
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.reference import ListPosition, Tag


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tags and ordinary keywords of one reference; ``marks`` by a tag's words."""

    tags: list[Tag] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)


def read_tagging(
    value: Value | None, namespaces: tuple[str, ...], lines: Lines, found: list[Problem]
) -> Tagging:
    """The ``keywords`` of an entry, told apart; a tag without a value is no tag."""
    tagging = Tagging()
    if value is None:
        return tagging
    for words, offset in split_keywords(value.text):
        keyword = read_keyword(words, namespaces)
        if keyword.tag is None and not keyword.near:
            tagging.keywords.append(plain(words))
            continue
        mark = lines.mark(value.at + offset) if value.at >= 0 else value.mark
        add(keyword, mark, tagging, namespaces, found)
    return tagging


def add(
    keyword: Keyword,
    mark: Mark,
    tagging: Tagging,
    namespaces: tuple[str, ...],
    found: list[Problem],
) -> None:
    """Put a tag, or what looks like one, where it belongs."""
    tag = keyword.tag
    if tag is None:
        tagging.keywords.append(plain(keyword.words))
        says = f"{shown(keyword.words)} is an ordinary keyword: '{keyword.near}' is no namespace"
        guess = did_you_mean(keyword.near, namespaces, kind="namespaces")
        found.append(Problem(mark, says, guess, "warning"))
    elif not tag.value:
        says = f"the tag {shown(keyword.words)} has no value"
        found.append(Problem(mark, says, f"Write {tag.namespace}:value."))
    else:
        tagging.tags.append(tag)
        tagging.marks.setdefault(str(tag), mark)


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
