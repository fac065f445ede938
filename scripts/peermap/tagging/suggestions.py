"""Tags that the words of a reference speak for. They are only shown: a person decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from peermap.load.characters import without_accents
from peermap.place.atlas import Atlas
from peermap.records.reference import Reference, Tag

WORD = re.compile(r"[a-z0-9]+")
SHORTEST = 5  # letters of a word of a definition that may count
FEWEST_SHARED = 2  # words of a definition that must be there together
RARE = 3  # a word that stands in more definitions than this tells none apart
MOST = 8  # suggestions for one reference


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag, and the words of the reference that led to it."""

    tag: Tag
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.tag} ({', '.join(self.words)})"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tag with the names that stand for it, and the rare words of its definition."""

    tag: Tag
    names: tuple[tuple[str, ...], ...]
    definition: frozenset[str]


def stems(text: str) -> list[str]:
    """The words of a text in small letters, without accents and the plural's s."""
    return [stem(word) for word in WORD.findall(without_accents(text).lower())]


def stem(word: str) -> str:
    """A word without the plural's s: *workers* is *worker*."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def candidates(atlas: Atlas) -> tuple[Candidate, ...]:
    """Every tag that a reference may have, in the order of the map and the lists."""
    rows = list(named_tags(atlas))
    often = Counter(word for _, _, definition in rows for word in set(stems(definition)))
    return tuple(
        Candidate(
            tag,
            tuple(sorted({tuple(stems(name)) for name in names if stems(name)})),
            frozenset(w for w in stems(text) if len(w) >= SHORTEST and often[w] <= RARE),
        )
        for tag, names, text in rows
    )


def named_tags(atlas: Atlas) -> Iterator[tuple[Tag, tuple[str, ...], str]]:
    """Tags with their names and definitions."""
    for option in atlas.map.options:
        yield Tag(option.question, option.id), (option.name,), option.definition.text
    for trend in atlas.map.trends:
        yield Tag("trend", trend.id), (trend.name,), ""
    for label in atlas.labels.values():
        yield Tag("label", label.id), (label.name, *label.also), ""
    for namespace, silos in (("community", atlas.communities), ("issue", atlas.issues)):
        for silo in silos.values():
            yield Tag(namespace, silo.id), (silo.name,), silo.definition


def suggestions(reference: Reference, known: Iterable[Candidate]) -> tuple[Suggestion, ...]:
    """The tags that title, abstract and keywords speak for: those named in full first."""
    words = words_of(reference)
    found = [(reason(candidate, words), candidate.tag) for candidate in known]
    ranked = sorted(
        ((not is_name, -len(led), str(tag), tag, led) for (is_name, led), tag in found if led),
        key=lambda row: row[:3],
    )
    return tuple(Suggestion(tag, led) for *_, tag, led in ranked[:MOST])


def words_of(reference: Reference) -> list[str]:
    """The words of the title, the abstract and the ordinary keywords."""
    texts = (reference.title, reference.fields.get("abstract", ""), *reference.keywords)
    return stems(" . ".join(texts))


def reason(candidate: Candidate, words: list[str]) -> tuple[bool, tuple[str, ...]]:
    """Whether the reference has the tag's name, and the words that led to it; none where nothing
    does.
    """
    runs = {
        name: any(tuple(words[i : i + len(name)]) == name for i in range(len(words)))
        for name in candidate.names
    }
    named = tuple(" ".join(name) for name, is_there in runs.items() if is_there)
    if named:
        return True, named
    shared = tuple(sorted(candidate.definition & set(words)))
    return False, shared if len(shared) >= FEWEST_SHARED else ()


def untagged(references: Mapping[str, Reference]) -> tuple[Reference, ...]:
    """The references that bear no tag."""
    return tuple(reference for reference in references.values() if not reference.tags)
