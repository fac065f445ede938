"""Text that may stand in several languages."""

from __future__ import annotations

from collections.abc import Mapping


class Text(str):
    """A display string that knows its ``language``: English, with any translations beside it.

    Written in YAML as plain text, or as a mapping ``{en: …, fr: …}``.
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

    def in_language(self, language: str) -> tuple[str, str]:
        """The words in ``language`` where there are any, else in English; and the language they are
        in.
        """
        if language in self.translations:
            return self.translations[language], language
        return str(self), "en"
