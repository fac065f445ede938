"""Text that may stand in several languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

BREAKING = re.compile(r"[^\S\u00a0\u202f]+")


class Text(str):
    """A display string that knows its ``language``, with the words of other languages beside it as
    ``translations``.

    Written in YAML as plain text, which is English, or as a mapping ``{en: …, fr: …}``.
    """

    __slots__ = ("language", "translations")
    language: str
    translations: Mapping[str, str]

    def __new__(
        cls, words: str, translations: Mapping[str, str] | None = None, language: str = "en"
    ) -> Text:
        text = super().__new__(cls, words)
        text.translations = dict(translations or {})
        text.language = language
        return text

    def in_language(self, language: str) -> Text:
        """The words in ``language`` where there are any, else in English."""
        known = {**self.translations, self.language: str(self)}
        chosen = language if language in known else "en"
        return self if chosen == self.language else Text(known.pop(chosen), known, chosen)

    @property
    def english(self) -> str:
        """The English words."""
        return str(self) if self.language == "en" else self.translations["en"]


def single_spaced(words: str) -> str:
    """Words on one line with single spaces; spaces at which no line may break stay what they are,
    as French has them before a colon.
    """
    return BREAKING.sub(" ", words).strip()
