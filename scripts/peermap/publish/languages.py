"""The languages of a site: English at its root, and each ``mkdocs.<language>.yml`` in a folder."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from babel import Locale

from peermap.catalogues import po_file, read
from peermap.words import ENGLISH, N_, catalogue, say, speaking

CONFIGURATION = re.compile(r"mkdocs\.([a-z]{2,3})\.yml")
OFFER = N_("This page can also be read in English.")
CLOSE = N_("Close")
SCRIPTS = "docs/assets/"
FRAME = "overrides/"


def language_of(configuration: Path) -> str:
    """The language of the site that a configuration file makes."""
    match = CONFIGURATION.fullmatch(configuration.name)
    return match[1] if match else ENGLISH


def configurations(root: Path) -> dict[str, Path]:
    """By language the configuration files of a project beside the English one."""
    found = sorted(root.glob("mkdocs.*.yml"))
    return {language_of(path): path for path in found if language_of(path) != ENGLISH}


def offered(root: Path) -> list[dict[str, Any]]:
    """The languages among which a reader can switch, English first; none where it is alone. Each
    with its name, its folder, the sentence that offers it, in itself, and the words of its frame.
    """
    others = list(configurations(root))
    return [choice(language) for language in (ENGLISH, *others)] if others else []


def choice(language: str) -> dict[str, Any]:
    """A language as a reader can choose it."""
    name = Locale.parse(language).get_display_name(language) or language
    with speaking(language):
        return {
            "code": language,
            "name": name[:1].upper() + name[1:],
            "folder": "" if language == ENGLISH else f"{language}/",
            "offer": say(OFFER),
            "close": say(CLOSE),
            "words": frame_words(language),
        }


def frame_words(language: str) -> dict[str, str]:
    """What the frame around every page says, by its English; empty for English."""
    table = words_in(language, FRAME)
    return {english: words for english, words in table.items() if isinstance(words, str)}


def script_words(language: str) -> str:
    """The script that gives the scripts of pages their words in a language."""
    table = json.dumps(words_in(language, SCRIPTS), ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.peermapWords = {table};\n"


def words_in(language: str, folder: str) -> dict[str, str | list[str]]:
    """The translations of what stands in files of a folder, forms for numbers as lists."""
    path = po_file(language)
    if not path.is_file():
        return {}
    with speaking(language):
        known = catalogue()
    found: dict[str, str | list[str]] = {}
    for message in read(path, language):
        if any(file.startswith(folder) for file, _ in message.locations):
            if isinstance(message.id, str):
                if message.id in known.words:
                    found[message.id] = known.words[message.id]
            elif message.id[0] in known.forms:
                found[message.id[0]] = list(known.forms[message.id[0]])
    return found
