"""Tags, ordinary keywords and list positions of a reference, each with its mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peermap.load.bibtex_fields import Value
from peermap.load.keywords import Keyword, read_keyword, read_lists, split_keywords
from peermap.load.latex import plain
from peermap.load.lines import Lines
from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.records.reference import ListPosition, Tag

KEYWORDS = ("keywords", "keyword")  # an entry may have both; one alone is the first


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tags and ordinary keywords of one reference; ``offsets`` by a tag's words."""

    tags: list[Tag] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    offsets: dict[str, int] = field(default_factory=dict)


def read_tagging(
    values: Mapping[str, Value], namespaces: tuple[str, ...], lines: Lines, found: list[Problem]
) -> Tagging:
    """The keywords of an entry, told apart; a tag without a value is no tag."""
    tagging = Tagging()
    for value in (values[name] for name in KEYWORDS if name in values):
        for words, offset in split_keywords(value.text):
            keyword = read_keyword(words, namespaces)
            at = value.at + offset if value.at >= 0 else value.name_at
            if keyword.is_doubtful:
                found.append(tag_problem(keyword, lines.mark(at), namespaces))
            if keyword.tag is None:
                tagging.keywords.append(plain(words))
            elif keyword.tag.value:
                tagging.tags.append(keyword.tag)
                tagging.offsets.setdefault(str(keyword.tag), at)
    return tagging


def tag_problem(keyword: Keyword, mark: Mark, namespaces: tuple[str, ...]) -> Problem:
    """A tag without a value, or a keyword whose namespace is nearly that of a tag."""
    if keyword.tag is not None:
        says = f"the tag {shown(keyword.words)} has no value"
        return Problem(mark, says, f"Write {keyword.tag.namespace}:value.")
    says = f"{shown(keyword.words)} is an ordinary keyword: '{keyword.near}' is no namespace"
    guess = did_you_mean(keyword.near, namespaces, kind="namespaces")
    return Problem(mark, says, guess, "warning")


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
