"""Names used for the same or a related role, so that who looks for one finds the others too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peermap.load.characters import without_accents
from peermap.records.silo import Label
from peermap.records.text import Text

PLURAL = re.compile(r"(?<=[^\W_]{3})s(?![^\W_])")
ALIKE = 3  # letters with which both halves of a doublet begin
MOST_NARROWER = 12  # a label with more below it is the word for all of them, and no synonym


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The names of one label as people write them, the first of them its own, and the ids of the
    labels of the same or a related role, nearest first.
    """

    label: str
    names: tuple[str, ...]
    related: tuple[str, ...]


def synonyms(labels: Mapping[str, Label]) -> tuple[Synonyms, ...]:
    """For every label what else it is called, and which labels stand beside it."""
    return tuple(
        Synonyms(label.id, names_of(label), related_to(label, labels)) for label in labels.values()
    )


def names_of(label: Label) -> tuple[str, ...]:
    """Its name, other spellings and translations; a name that is another in the plural, or with
    other accents or capitals, is left out. The halves of a doublet come before it, but for the
    label's own name, which is always the first.
    """
    own = str(label.name)
    kept = {plain(own): own}
    others = (label.name, *(name for name in label.also if isinstance(name, Text)))
    translations = (words for name in others for words in name.translations.values())
    for name in (own, *label.also, *translations):
        for form in (*doublet(name), name):
            kept.setdefault(plain(form), str(form))
    return tuple(kept.values())


def doublet(name: str) -> tuple[str, ...]:
    """Both halves of a French doublet, joined by *ou* or *et*: *navigateur de patients* and
    *navigatrice de patients* of *navigateur ou navigatrice de patients*; none for another name.
    """
    parts = re.split(r" (?:ou|et) ", name, maxsplit=1)
    if len(parts) < 2 or not parts[1].casefold().startswith(parts[0].casefold()[:ALIKE]):
        return ()
    rest = parts[1].split()[len(parts[0].split()) :]
    return " ".join([parts[0], *rest]), parts[1]


def plain(name: str) -> str:
    """A name in small letters, without accents and without the *s* of a plural."""
    return PLURAL.sub("", without_accents(name).lower())


def related_to(label: Label, labels: Mapping[str, Label]) -> tuple[str, ...]:
    """The same role under other names, then what is narrower, then what is wider by one step.

    A label that is wider than most joins nothing: that two names are both used for peers does not
    make them names for one role.
    """
    same = (other.id for other in labels.values() if is_same_role(label, other))
    narrower = tuple(narrower_than(label, labels))
    wider = (id_ for id_ in label.broader if not is_word_for_all(labels[id_], labels))
    below = () if len(narrower) > MOST_NARROWER else narrower
    return tuple(dict.fromkeys((*same, *below, *wider)))


def is_same_role(label: Label, other: Label) -> bool:
    """Whether either of the two names the other as the same role."""
    return label.id in other.same_role or other.id in label.same_role


def is_word_for_all(label: Label, labels: Mapping[str, Label]) -> bool:
    """Whether so many labels stand below it that it says little of each."""
    return len(tuple(narrower_than(label, labels))) > MOST_NARROWER


def narrower_than(label: Label, labels: Mapping[str, Label]) -> Iterator[str]:
    """Every label below it, level by level; a circle of labels does no harm."""
    seen, level = {label.id}, [label.id]
    while level:
        level = [
            other.id
            for other in labels.values()
            if other.id not in seen and not set(level).isdisjoint(other.broader)
        ]
        seen.update(level)
        yield from level
