"""Which pages say which name of a label, so that whoever looks for one name of a role gets the
pages with its other names without asking the index for every word of each.

Names are compared by their words, as ``words`` in ``docs/assets/search/words.js`` takes them: in
small letters, without accents and without the *s* of a plural.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from peermap.place.synonyms import Synonyms, plain

WORD = re.compile(r"[^\W_]+")
Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page as the search index holds it: its ``id`` there, its address and title, and all its
    words.
    """

    id: str
    address: str
    title: str
    content: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """The pages that say one name: how many times by id, and those that say it in their title."""

    pages: dict[str, int] = field(default_factory=dict)
    titled: list[str] = field(default_factory=list)


def mentions(
    labels: Sequence[Synonyms], addresses: Mapping[str, str], pages: Iterable[SearchPage]
) -> dict[str, dict[str, Mentions]]:
    """For each label its names that some page says, as words with a space between, with those
    pages. ``addresses`` are those of the labels' own pages: such a page has every name of its label
    and says but the first.
    """
    names = {row.label: [name_words(name) for name in row.names] for row in labels}
    beginning: dict[str, set[Name]] = {}
    for name in (name for all_ in names.values() for name in all_ if name):
        beginning.setdefault(name[0], set()).add(name)
    said: dict[Name, Mentions] = {name: Mentions() for of in beginning.values() for name in of}
    unsaid = {addresses[label]: set(all_[1:]) - {all_[0]} for label, all_ in names.items()}
    for page in pages:
        for name, times in times_said(page.content, beginning).items():
            if name not in unsaid.get(page.address, ()):
                said[name].pages[page.id] = times
        for name in times_said(page.title, beginning):
            if page.id in said[name].pages:
                said[name].titled.append(page.id)
    return {
        label: {" ".join(name): said[name] for name in all_ if name and said[name].pages}
        for label, all_ in names.items()
    }


def times_said(text: str, beginning: Mapping[str, Iterable[Name]]) -> Counter[Name]:
    """How many times each name stands in a text; ``beginning`` has the names by first word."""
    words = words_of(text)
    return Counter(
        name
        for at, word in enumerate(words)
        if word in beginning
        for name in beginning[word]
        if name == tuple(words[at : at + len(name)])
    )


def name_words(name: str) -> Name:
    """The words of a name."""
    return tuple(words_of(name))


def words_of(text: str) -> list[str]:
    """The words of a text, folded and without the *s* of a plural."""
    return WORD.findall(plain(text))
