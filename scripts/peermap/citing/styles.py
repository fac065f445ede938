"""The citation styles of the site: official files of the CSL project, each in one language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """A style by our short ``id``, with its ``name`` for readers, its ``file`` in the CSL
    repository and the ``locale`` it writes in. ``numbered``: it cites by number. ``dash`` stands
    between the ends of a range; ``initials``: it shortens given names, rather than writing them as
    they stand. ``pages``: only pages in these languages print it; lists that a reader puts together
    offer it everywhere.
    """

    id: str
    name: str
    file: str
    locale: str = "en-US"
    numbered: bool = False
    dash: str = "–"
    initials: bool = True
    pages: tuple[str, ...] = ()

    @property
    def language(self) -> str:
        """The language of the style's own words, such as *Available from*."""
        return self.locale.partition("-")[0]


STYLES = (
    Style("apa", "APA 7", "apa"),
    Style("vancouver", "Vancouver (NLM)", "nlm-citation-sequence", numbered=True),
    Style("ama", "AMA 11", "american-medical-association", numbered=True, dash="-"),
    Style("chicago", "Chicago author-date", "chicago-author-date", initials=False),
    Style("harvard", "Harvard (Cite Them Right)", "harvard-cite-them-right", "en-GB"),
    Style("mla", "MLA 9", "modern-language-association", initials=False),
    Style("apa-fr", "APA en français", "universite-de-montreal-apa", "fr-CA", dash="\u2011"),
    Style("apa-fr-fr", "APA en français (France)", "apa", "fr-FR", pages=("fr",)),
)


def styles_of_pages(language: str) -> list[Style]:
    """The styles that pages of a language print, the default one first."""
    first = default_style(language)
    styles = (style for style in STYLES if not style.pages or language in style.pages)
    return sorted(styles, key=lambda style: style != first)


def default_style(language: str) -> Style:
    """The style in which the pages of a language cite: the first that writes in it."""
    return next((style for style in STYLES if style.language == language), STYLES[0])
