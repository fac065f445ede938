"""The site in a language that is written in letters of its own: whatever stays in Latin letters is
said past the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html

from peermap import catalogues, geography, words
from peermap.catalogues import Catalogue
from peermap.load.everything import loaded
from peermap.load.in_language import in_language
from peermap.place.atlas import Atlas, placed
from peermap.publish.pouring import bare_pages
from peermap.publish.prepare import engine_pages
from peermap.records.text import Text
from peermap.render.pages.parts import parts
from peermap.sources import read_sources
from peermap.words import speaking

ROOT = Path(__file__).parents[1]
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
WIDE = str.maketrans({letter: chr(ord(letter) + 0xFEE0) for letter in LATIN})
FRONT_MATTER = re.compile(r"\A---.*?^---\n", re.DOTALL | re.MULTILINE)
ENGLISH_HEADING = re.compile(r"^#+ .* lang=en \}$", re.MULTILINE)
ATTRIBUTES = re.compile(r"\{: #.* \}$", re.MULTILINE)
READ_OUT = ("aria-label", "title", "placeholder", "alt")
# What is published elsewhere, or is a name of a file, a field or an identifier.
PUBLISHED = """
    ancestor-or-self::*[self::code or self::script or self::pre or self::i or self::q]
    | ancestor-or-self::*[contains(@class, 'pm-cite') or contains(@class, 'pm-author')]
    | ancestor-or-self::*[contains(@class, 'pm-title') or contains(@class, 'pm-reference')]
    | ancestor-or-self::*[contains(@class, 'pm-files') or contains(@class, 'pm-entry')]
    | ancestor-or-self::*[contains(@class, 'pm-in-text') or contains(@class, 'Z3988')]
    | ancestor-or-self::*[@rel = 'external' or @download or @name = 'csv']
    | ancestor-or-self::*[@data-kind = 'keyword' or @lang != 'eo']
    | ancestor-or-self::a[contains(@href, 'references/')]
    | ancestor-or-self::*[contains(@class, 'pm-where')]/a
    | ancestor-or-self::dl[contains(@class, 'pm-facts')]/*/dd
"""
OF_FILES = re.compile(
    r"[\w-]+(\.\w+)+|BibTeX|CSL-JSON|CSV|SVG|PNG|RIS|DOI|PubMed( Central)?|ISBN|ISSN|PEERMAP[A-Z]+"
    r"|PubMed|Google Scholar|string|integer|Novembro|Esperanto|franca"
)


def wide(text: str) -> str:
    """The same in letters of the language; places such as ``{n}`` stay."""
    return "".join(
        part if part.startswith("{") else part.translate(WIDE)
        for part in re.split(r"(\{\w+\})", text)
    )


def in_wide_letters(text: Text, language: str) -> Text:
    """Every text is translated."""
    return Text(wide(text), {"en": str(text)}, language)


class Everything(Mapping[object, object]):
    """A catalogue that has every word."""

    def __init__(self, forms: bool) -> None:
        self.forms = forms

    def __getitem__(self, key: object) -> object:
        english = wide(key if isinstance(key, str) else key[-1])  # type: ignore[index]
        return (english, english) if self.forms else english

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __len__(self) -> int:
        return 0


@pytest.fixture(scope="module")
def pages() -> list[tuple[str, str]]:
    """The pages of the site in the language, by address; of records every thirtieth."""
    whole = Catalogue(Everything(False), Everything(False), Everything(True), lambda n: 0)  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch, speaking("eo"):
        patch.setattr(words, "catalogue_of", lambda language: whole)
        patch.setattr(catalogues, "catalogue_of", lambda language: whole)
        patch.setattr(geography, "place_name", wide)
        patch.setattr(
            Text, "in_language", lambda text, _: Text(wide(text), {"en": str(text)}, "eo")
        )
        records, _ = loaded(read_sources(ROOT))
        assert records is not None
        return list(bodies(placed(in_language(records, "eo"))[0]))


def bodies(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Addresses and bodies, with titles and descriptions of records."""
    for page in engine_pages(atlas):
        yield (
            page.path,
            ATTRIBUTES.sub("", ENGLISH_HEADING.sub("", FRONT_MATTER.sub("", page.text))),
        )
    yield from parts(atlas).items()
    for number, record in enumerate(bare_pages(atlas)):
        if number % 30 == 0 or record.address.startswith("labels/p"):
            yield record.address, record.body


def latin(body: str) -> Iterator[str]:
    """Words in Latin letters of a page, less those that are published elsewhere."""
    page = html.document_fromstring(f"<html lang='eo'><body>{body}</body></html>")
    for element in page.iter():
        if isinstance(element.tag, str):
            texts = [(element.text, element), (element.tail, element.getparent())]
            texts += [(element.get(name), element) for name in READ_OUT]
            for text, owner in texts:
                if text and owner is not None and not owner.xpath(PUBLISHED):
                    yield from re.findall(r"[A-Za-z]{3,}[ a-z]*", OF_FILES.sub("", text))


def test_everything_that_is_said_can_be_translated(pages: list[tuple[str, str]]) -> None:
    """No word of the interface is written past the catalogue, and no word of a record shown
    otherwise than in the language of the page.
    """
    found = {(at, words) for at, body in pages for words in latin(body)}
    assert sorted(found) == []


def test_the_test_would_notice(pages: list[tuple[str, str]]) -> None:
    """A word in Latin letters is found in text and in attributes, and the rest is not."""
    body = "<p>Ｆｏｕｎｄ <b title='here'>Ｎｏ</b> forgotten</p>"
    assert sorted(latin(body)) == ["forgotten", "here"]
    assert len(pages) > 80
