"""Text that may stand in several languages."""

from __future__ import annotations

from collections.abc import Mapping


class Text(str):
    """A display string: an English ``str`` that may carry translations.

    Written in YAML as plain text, or as a mapping ``{en: …, fr: …}``.
    """

    __slots__ = ("translations",)
    translations: Mapping[str, str]

    def __new__(cls, english: str, translations: Mapping[str, str] | None = None) -> Text:
        text = super().__new__(cls, english)
        text.translations = dict(translations or {})
        return text

    def in_language(self, language: str) -> tuple[str, str]:
        """The words in ``language`` where there are any, else in English; and the language they are
        in.
        """
        if language in self.translations:
            return self.translations[language], language
        return str(self), "en"
