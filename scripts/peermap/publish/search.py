"""Search over the finished site: the index of its pages, their kinds, and the synonyms."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

from peermap.place.atlas import Atlas
from peermap.place.synonyms import synonyms
from peermap.publish.documents import Coming, documents, kind_of
from peermap.publish.indexer import index_of
from peermap.publish.writing import fill, write_file
from peermap.words import N_, Words

INDEX = "pagefind"
SYNONYMS = "assets/search/synonyms.json"
KINDS = Words(
    {
        "Programme": N_("Programmes"),
        "Reference": N_("References"),
        "Label": N_("Labels"),
        "Question": N_("Questions"),
        "Option": N_("Options"),
        "Trend": N_("Trends"),
        "Page": N_("Pages"),
    }
)
KIND_NAMES = Words(
    {
        "Programme": N_("Programme"),
        "Reference": N_("Reference"),
        "Label": N_("Label"),
        "Question": N_("Question"),
        "Option": N_("Option"),
        "Trend": N_("Trend"),
        "Page": N_("Page"),
    }
)
# What a page repeats of other pages, says on every page of its kind, or shows of numbers.
EXCLUDED = (
    ".pm-where", ".pm-strength", ".pm-state", ".pm-meta", ".pm-counts", ".pm-scroll", ".pm-files",
    ".pm-onward", ".pm-edit", "figcaption", ".pm-facts dt", ".pm-question > h4",
    ".pm-question > p", ".pm-facet > h3",
    ".pm-list", ".pm-sources", ".pm-bridges", ".pm-map-list", ".pm-backrefs", ".pm-alike",
    "#map", "#alike", "#elsewhere", "#notes", "#read", "#used", "#sources", "#programmes",
    "#stated", "#general", "#inferred",
)  # fmt: skip
OTHER_PARTS = ("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight")
SIGNATURE = len(b"pagefind_dcd")  # what a fragment begins with, once unpacked


def write_search(atlas: Atlas, site: Path, *, indexed: bool, coming: Coming | None = None) -> None:
    """Write what the search page needs; without an index, as in a preview, it says so. Pages may be
    ``coming`` meanwhile.
    """
    write_file(site / SYNONYMS, as_json(synonym_rows(atlas)))
    if not indexed:
        return
    files = index_of(documents(site, coming), root="main", excluded=EXCLUDED)
    folders: dict[str, dict[str, bytes]] = {}
    for path, data in sorted(files.items()):
        if not path.startswith(OTHER_PARTS):
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder, {})[name] = data
    for folder, within in folders.items():
        fill(site / INDEX / folder, within)
    write_file(site / INDEX / "kinds.json", as_json(kind_rows(files)))


def kind_rows(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    """For each kind its name, its name in the plural, and what Pagefind calls its pages.

    The kind with the most pages has none listed, for every other page is of it: so the list stays
    short where there are thousands of references.
    """
    of: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for name, data in sorted(files.items()):
        folder, _, fragment = name.partition("/")
        if folder == "fragment":
            address = json.loads(gzip.decompress(data)[SIGNATURE:])["url"].lstrip("/")
            of[str(kind_of(address))].append(fragment.partition(".")[0])
    rest = max(KINDS, key=lambda kind: len(of[kind]))
    return [
        {
            "kind": kind,
            "name": KIND_NAMES[kind],
            "names": KINDS[kind],
            "pages": None if kind == rest else pages,
        }
        for kind, pages in of.items()
    ]


def synonym_rows(atlas: Atlas) -> list[dict[str, object]]:
    """The names of each label and the labels beside it."""
    return [
        {"label": row.label, "names": row.names, "related": row.related}
        for row in synonyms(atlas.labels)
    ]


def as_json(value: object) -> str:
    """JSON without spaces, for it is fetched before the first result is shown."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
