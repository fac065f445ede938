"""The fixed words of the site, in the language that is spoken: what stands in the code is English,
and a catalogue below ``locale/`` has it in another language.

A build speaks one language after the other: whatever is written within ``speaking("fr")`` says
its fixed words in French.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from peermap.catalogues import Catalogue, catalogue_of
from peermap.records.text import Text

ENGLISH = "en"
_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


def spoken() -> str:
    """The language that is spoken, as a code (``fr``)."""
    return _spoken.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it, fixed words, dates and lists come in that language."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def N_(words: str) -> str:  # noqa: N802 (the name by which extractors know it)
    """Words that are to be said later, by ``say``; here they are only found for the catalogue."""
    return words


def say(words: str, **values: object) -> str:
    """Fixed words, with ``{name}`` filled by the value of that name."""
    if spoken() != ENGLISH:
        words = found(words, catalogue().words.get(words))
    return filled(words, values)


def say_of(subject: str, words: str, **values: object) -> str:
    """Fixed words that mean something else elsewhere; ``subject`` tells the translator of what they
    are said: *Issue* of a journal, and of what is at stake.
    """
    return filled(found(words, catalogue().said_of.get((subject, words))), values)


def many(number: int, one: str, other: str, **values: object) -> str:
    """*1 programme*, *2 programmes*: the form that the language has for a number, ``{n}``."""
    forms = catalogue().forms.get(one)
    chosen = forms[catalogue().form_of(number)] if forms else ""
    words = one if number == 1 else other
    return filled(found(words, chosen or None), {"n": number, **values})


def catalogue() -> Catalogue:
    """The catalogue of the language that is spoken."""
    return catalogue_of(spoken())


def said_by() -> tuple[str, Catalogue]:
    """The language that is spoken and its catalogue: what is made of fixed words holds for these
    two, and may be kept by them.
    """
    return spoken(), catalogue()


def found(english: str, translated: str | None) -> str:
    """The translation, else the English words, which know that they are English."""
    if spoken() == ENGLISH:
        return english
    return Text(translated, language=spoken()) if translated else Text(english)


def filled(words: str, values: Mapping[str, object]) -> str:
    """Words with their values; the language stays with them."""
    if not values:
        return words
    text = words.format(**values)
    return Text(text, language=words.language) if isinstance(words, Text) else text


class Words(Mapping[str, str]):
    """Fixed words by a key, said in the language that is spoken when they are asked for."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.english = dict(words)

    def __getitem__(self, key: str) -> str:
        return say(self.english[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.english)

    def __len__(self) -> int:
        return len(self.english)
