"""Catalogues of translated words: ``locale/<language>/peermap.po``, read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "peermap"
FOLDERS = [LOCALE]  # where catalogues are looked for, first come first


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """What a language says for the English ``words``, for words ``said_of`` a subject, and for
    numbers in each of its ``forms``, of which ``form_of`` gives the one for a number. No other
    equals it, so that what is made of its words can be kept with it.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    said_of: Mapping[tuple[str, str], str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form_of: Callable[[int], int] = field(default=lambda number: int(number != 1))


def use_project(root: Path) -> None:
    """Look for catalogues in a project first: in ``locale/``, or in the package it has."""
    folders = [root / "locale", root / "scripts" / "peermap" / "locale", LOCALE]
    if folders != FOLDERS:
        FOLDERS[:] = folders
        catalogue_of.cache_clear()


def po_file(language: str) -> Path:
    """Where the catalogue of a language stands, or would stand."""
    paths = [folder / language / f"{DOMAIN}.po" for folder in FOLDERS]
    there = [path for path in paths if path.is_file()]
    beside = [path for path, folder in zip(paths, FOLDERS, strict=True) if folder.is_dir()]
    return (there or beside or paths)[0]


@cache
def catalogue_of(language: str) -> Catalogue:
    """The catalogue of a language; an empty one where it has none, as English."""
    path = po_file(language)
    return catalogue_from(read(path, language)) if path.is_file() else Catalogue()


def read(path: Path, language: str) -> Catalog:
    """A catalogue with its entries in the order of the file."""
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def catalogue_from(po: Catalog) -> Catalogue:
    """What is translated, by the English words; what is marked as doubtful too."""
    words: dict[str, str] = {}
    said_of: dict[tuple[str, str], str] = {}
    forms: dict[str, tuple[str, ...]] = {}
    for message in po:
        if isinstance(message.id, (tuple, list)):
            strings = tuple(message.string or ())
            forms |= {message.id[0]: strings} if all(strings) else {}
        elif message.context and message.string:
            said_of[message.context, message.id] = str(message.string)
        elif message.id and message.string:
            words[message.id] = str(message.string)
    return Catalogue(words, said_of, forms, c2py(po.plural_expr))
