"""After the engine: records poured into their frames, data written, the sitemap made."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from peermap.linked.heads import Heads, SiteFacts, with_head
from peermap.place.atlas import Atlas
from peermap.place.neighbours import Neighbours
from peermap.publish.citations import citation_files
from peermap.publish.datasets import datasets, files_with_words
from peermap.publish.feeds import feeds
from peermap.publish.frames import FOLDERS, Frame, frame_address, frame_of
from peermap.publish.languages import script_words
from peermap.publish.parquet import parquet_tables
from peermap.publish.queries import PLACE, worked_queries
from peermap.publish.search import write_search
from peermap.publish.sitemap import sitemap
from peermap.publish.sources import page_source_files
from peermap.publish.withheld import published
from peermap.publish.workers import shared, workers
from peermap.publish.writing import write_bytes, write_file, write_folder
from peermap.render.pages.label import label_pages
from peermap.render.pages.lists import list_pages
from peermap.render.pages.programme import programme_pages
from peermap.render.pages.record import RecordPage
from peermap.render.pages.reference import reference_pages
from peermap.words import ENGLISH, spoken

Record = TypeVar("Record")

# Scripts, styles and the search index of Material and Zensical, some megabytes.
OF_THEMES = ("assets/javascripts", "assets/stylesheets", "assets/images", "search.json")


def record_pages(
    atlas: Atlas, site_url: str = "", heads: Heads | None = None
) -> Iterator[RecordPage]:
    """Every page that is poured."""
    heads = heads or Heads(atlas, SiteFacts(site_url))
    return (headed(page, heads) for page in bare_pages(atlas, site_url))


def bare_pages(
    atlas: Atlas, site_url: str = "", share: int = 0, shares: int = 1
) -> Iterator[RecordPage]:
    """Every page that is poured, or those of one of several shares. ``site_url`` is the site's
    address, empty while it has none.
    """
    neighbours = Neighbours(atlas)

    def ours(records: Mapping[str, Record]) -> Iterator[Record]:
        return islice(records.values(), share, None, shares)

    for programme in ours(atlas.programmes):
        yield from programme_pages(atlas, neighbours, programme)
    for reference in ours(atlas.references):
        yield from reference_pages(atlas, reference, site_url)
    for label in ours(atlas.labels):
        yield from label_pages(atlas, label)
    lists = list_pages(atlas, share, shares)
    yield from (page for page in lists if isinstance(page, RecordPage))


def finish(
    atlas: Atlas,
    site: Path,
    site_url: str = "",
    *,
    name: str = "peermap",
    description: str = "",
    indexed: bool = True,
) -> int:
    """Complete the site the engine built; the number of pages poured. Raises FileNotFoundError
    when a frame is missing, as when the engine failed. ``name`` and ``description`` are those of
    the site. A preview can do without the index.
    """
    atlas = published(atlas)
    frames = {folder: read_frame(site, folder) for folder in FOLDERS}
    heads = Heads(atlas, SiteFacts(site_url, name, description))
    write_heads(site, heads)

    def pour(share: int, shares: int) -> int:
        pages = bare_pages(atlas, site_url, share, shares)
        return sum(write_page(site, frames, headed(page, heads)) for page in pages)

    number = workers(len(atlas.references) + len(atlas.programmes)) if indexed else 1
    poured = shared(pour, number)
    frame = (site / frame_address(FOLDERS[0]) / "index.html").read_text(encoding="utf-8")
    for folder in FOLDERS:
        shutil.rmtree(site / frame_address(folder))
    remove_unused(site, frame)
    root = site if spoken() == ENGLISH else site.parent
    if root == site:
        write_tables(atlas, site / "data")
    else:  # a server shows the one at the root for any lost address
        (site / "404.html").unlink(missing_ok=True)
    write_answers(site / "data", tables=root / "data")
    with ThreadPoolExecutor(1) as beside:  # the indexer is a process of its own, and we wait for it
        speaking_too = copy_context().run
        searching = beside.submit(speaking_too, partial(write_search, atlas, site, indexed=indexed))
        if root == site:
            write_data(atlas, site, site_url)
        write_words(atlas, site, site_url)
        searching.result()
    write_sitemap(root, site_url)
    return poured


def write_page(site: Path, frames: Mapping[str, Frame], page: RecordPage) -> int:
    """Pour one page and write the files beside it; 1, for the page."""
    folder = page.address.partition("/")[0]
    write_folder(site / page.address, {"index.html": frames[folder].poured(page), **page.files})
    return 1


def write_data(atlas: Atlas, site: Path, site_url: str) -> None:
    """Write what is made of the records and is no page."""
    for name, text in datasets(atlas, site_url):
        write_file(site / "data" / name, text)
    for name, text in citation_files(atlas).items():
        write_file(site / "data" / "citations" / name, text)
    for path, text in page_source_files(atlas):
        write_file(site / path, text)


def write_words(atlas: Atlas, site: Path, site_url: str) -> None:
    """Write what pages and feed readers read in the language of the site."""
    for files in files_with_words(atlas):
        for name, text in files.items():
            write_file(site / "data" / name, text)
    for path, text in feeds(atlas, site_url).items():
        write_file(site / path, text)
    if spoken() != ENGLISH:
        write_file(site / "assets" / "words.js", script_words(spoken()))
        (site / "sitemap.xml").unlink(missing_ok=True)
        (site / "sitemap.xml.gz").unlink(missing_ok=True)


def write_sitemap(root: Path, site_url: str) -> None:
    """Write the list of all pages there are so far, in every language."""
    write_file(root / "sitemap.xml", sitemap(root, site_url))
    (root / "sitemap.xml.gz").unlink(missing_ok=True)


def write_tables(atlas: Atlas, data: Path) -> None:
    """Write the tables as Parquet."""
    for name, table in parquet_tables(atlas).items():
        write_bytes(data / name, table)


def write_answers(data: Path, tables: Path) -> None:
    """Write the answers of worked queries onto their page."""
    page = data / "queries" / "index.html"
    if page.is_file() and PLACE in (text := page.read_text(encoding="utf-8")):
        write_file(page, text.replace(PLACE, worked_queries(tables)))


def headed(page: RecordPage, heads: Heads) -> RecordPage:
    """A record's page with what machines read in its head."""
    return replace(page, head="\n".join(filter(None, (page.head, heads.head(page.address)))))


def write_heads(site: Path, heads: Heads) -> None:
    """The same for the pages of the engine, hand-written ones too. They get it after the engine,
    for only then are they all there.
    """
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        head = heads.head("" if address == "." else f"{address}/")
        if head:
            write_file(path, with_head(path.read_text(encoding="utf-8"), head))


def remove_unused(site: Path, page: str) -> None:
    """Take away what an engine adds for a theme's own pages, where a page does not use it."""
    for name in OF_THEMES:
        path = site / name
        if name in page or not path.exists():
            continue
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def read_frame(site: Path, folder: str) -> Frame:
    """The frame page the engine rendered for a folder of records."""
    path = site / frame_address(folder) / "index.html"
    return frame_of(path.read_text(encoding="utf-8"), folder)
