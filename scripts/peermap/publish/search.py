"""Search over the finished site: the index of its pages, their kinds, and the names of labels."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from peermap.place.atlas import Atlas
from peermap.place.synonyms import Synonyms, synonyms
from peermap.publish.documents import Coming, documents, kind_of
from peermap.publish.indexer import index_of
from peermap.publish.mentions import Mentions, SearchPage, mentions
from peermap.publish.writing import fill, write_file
from peermap.render.addresses import address
from peermap.render.formats.rows import compact_json
from peermap.words import N_, Words

INDEX = "pagefind"
NAMES = "names"  # a file a label: which pages say which of its names
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
SEARCHERS = ("pagefind.js", "pagefind-worker.js")
PASSED_OVER = b"`Failed to load the index chunk ${url}:\n${e?.toString()}`);"
"""Where Pagefind goes on without a part of its index, as if nothing stood in it."""
SIGNATURE = len(b"pagefind_dcd")  # what a fragment begins with, once unpacked


def write_search(atlas: Atlas, site: Path, *, indexed: bool, coming: Coming | None = None) -> None:
    """Write what the search page needs; without an index, as in a preview, it says so. Pages may be
    ``coming`` meanwhile.
    """
    rows = synonyms(atlas.labels)
    if not indexed:
        write_file(site / SYNONYMS, compact_json(synonym_rows(rows, {})))
        return
    files = index_of(documents(site, coming), root="main", excluded=EXCLUDED)
    for name in SEARCHERS:
        files[name] = files[name].replace(PASSED_OVER, PASSED_OVER + b"throw e;")
    folders: dict[str, dict[str, bytes]] = {}
    for path, data in sorted(files.items()):
        if not path.startswith(OTHER_PARTS):
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder, {})[name] = data
    for folder, within in folders.items():
        fill(site / INDEX / folder, within)
    pages = search_pages(files)
    write_file(site / INDEX / "kinds.json", compact_json(kind_rows(pages)))
    own = {label: address(record) for label, record in atlas.labels.items()}
    said = mentions(rows, own, pages)
    names = {f"{label}.json": compact_json(name_rows(of)).encode() for label, of in said.items()}
    fill(site / INDEX / NAMES, names)
    write_file(site / SYNONYMS, compact_json(synonym_rows(rows, said)))


def search_pages(files: Mapping[str, bytes]) -> list[SearchPage]:
    """What the index holds of each page, in the order of their ids."""
    pages = []
    for path, data in sorted(files.items()):
        folder, _, fragment = path.partition("/")
        if folder == "fragment":
            held = json.loads(gzip.decompress(data)[SIGNATURE:])
            id_, at = fragment.partition(".")[0], held["url"].lstrip("/")
            pages.append(SearchPage(id_, at, held["meta"].get("title", ""), held["content"]))
    return pages


def kind_rows(pages: Iterable[SearchPage]) -> list[dict[str, object]]:
    """For each kind its name, its name in the plural, and what Pagefind calls its pages.

    The kind with the most pages has none listed, for every other page is of it: so the list stays
    short where there are thousands of references.
    """
    of: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for page in pages:
        of[str(kind_of(page.address))].append(page.id)
    rest = max(KINDS, key=lambda kind: len(of[kind]))
    return [
        {
            "kind": kind,
            "name": KIND_NAMES[kind],
            "names": KINDS[kind],
            "pages": None if kind == rest else pages_of_kind,
        }
        for kind, pages_of_kind in of.items()
    ]


def name_rows(said: Mapping[str, Mentions]) -> dict[str, dict[str, object]]:
    """Each name of a label that some page says, with those pages."""
    return {name: {"pages": of.pages, "titled": of.titled} for name, of in said.items()}


def synonym_rows(
    rows: Sequence[Synonyms], said: Mapping[str, Mapping[str, Mentions]]
) -> list[dict[str, object]]:
    """The names of each label, the words of those that pages say, and the labels beside it."""
    return [
        {
            "label": row.label,
            "names": row.names,
            "said": list(said.get(row.label, ())),
            "related": row.related,
        }
        for row in rows
    ]
