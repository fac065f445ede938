"""Catalogues brought up to date: words that are new stand empty in them, and words that are no more
are kept at the end, in case they come back.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from peermap.catalogues import DOMAIN, FOLDERS, po_file, read

HEAD = """\
# Fixed words of the site; `peermap words` brings this file up to date.
#
# {{n}} and its like stand for values: keep them. A line "msgctxt" tells of what the words are said.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted({path.parent.name for each in FOLDERS for path in each.glob(f"*/{DOMAIN}.po")})


def refreshed(template: Catalog, language: str, path: Path | None = None) -> str:
    """The text of the catalogue of a language with every word of the template."""
    path = path or po_file(language)
    catalog = read(path, language) if path.is_file() else Catalog(Locale.parse(language), DOMAIN)
    catalog.update(template, no_fuzzy_matching=True)
    written = io.BytesIO()
    write_po(written, catalog, width=100, omit_header=True, include_lineno=False)
    return (
        HEAD.format(language=language, plurals=catalog.plural_forms) + written.getvalue().decode()
    )


def untranslated(catalog: Catalog) -> list[str]:
    """The English words that a catalogue has no translation for."""
    return [english(message) for message in catalog if message.id and not is_translated(message)]


def english(message: Message) -> str:
    """The English words of an entry, those for one where it has two."""
    return message.id if isinstance(message.id, str) else message.id[0]


def is_translated(message: Message) -> bool:
    """Whether every form of an entry has its words."""
    forms = message.string if message.pluralizable else (message.string,)
    return all(forms or ("",))
