"""The records as a language has them: every text in its words, prose in its own where there is one.

What is not said in the language stays English and knows that it is; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from peermap.load.everything import Loaded
from peermap.load.named import Named
from peermap.load.only_in_english import completed
from peermap.problems import Mark
from peermap.records.prose import Prose
from peermap.records.reference import Reference
from peermap.records.text import Text
from peermap.records.trend import Trend

WORDLESS = frozenset({str, Named, int, bool, type(None), Mark, Reference})  # alike in all languages


def in_language(loaded: Loaded, language: str) -> Loaded:
    """All records in a language."""
    return replace(
        loaded,
        **{f.name: said(getattr(loaded, f.name), language) for f in fields(loaded)},
    )


def said(value: Any, language: str) -> Any:
    """A value with all its texts in a language; a reference is as it was published."""
    if type(value) in WORDLESS:
        return value
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, str | Reference) or value is None:
        return value
    if isinstance(value, Prose):
        return said_prose(value, language)
    if isinstance(value, tuple):
        items = tuple(said(item, language) for item in value)
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if isinstance(value, Mapping):
        return {key: said(item, language) for key, item in value.items()}
    if isinstance(value, BaseModel):
        values = {name: said(getattr(value, name), language) for name in type(value).model_fields}
        return value.model_copy(update=values)
    if is_dataclass(value) and not isinstance(value, type):
        return said_record(value, language)
    return value


def said_record(record: Any, language: str) -> Any:
    """A record with what it holds in a language."""
    changed = {}
    kind: Any = type(record)
    for name in names_of(kind):
        old = getattr(record, name)
        if (new := said(old, language)) is not old:
            changed[name] = new
    if isinstance(record, Trend):
        changed["mark"] = changed["prose"].mark
    return replace(record, **changed) if changed else record


@cache
def names_of(kind: Any) -> tuple[str, ...]:
    """The fields of a record."""
    return tuple(field.name for field in fields(kind))


def said_prose(prose: Prose, language: str) -> Prose:
    """The page in the language, with what it lacks in English; each passage that is English knows
    it.
    """
    summary, sections = prose.summary.in_language(language), as_english(prose.sections)
    if own := prose.translations.get(language):
        whole = tuple(completed(sections, own.sections))
        return replace(own, summary=summary, sections=whole, translations=prose.translations)
    return replace(prose, summary=summary, sections=sections)


def as_english(value: Any) -> Any:
    """Sections whose headings and passages know their language."""
    if isinstance(value, tuple):
        return tuple(as_english(item) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        f.name: Text(words) if f.name in ("heading", "text") else as_english(words)
        for f in fields(value)
        if (words := getattr(value, f.name)) is not None
    }
    return replace(value, **changed)
