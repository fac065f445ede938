"""After the engine: records poured into their frames, data written, the sitemap made."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from functools import partial
from pathlib import Path

from peermap.linked.heads import Heads, SiteFacts, with_head
from peermap.place.atlas import Atlas
from peermap.publish.aside import put_back
from peermap.publish.citations import citation_files
from peermap.publish.datasets import datasets, files_with_words
from peermap.publish.docs_files import PARTS
from peermap.publish.documents import Coming
from peermap.publish.feeds import feeds
from peermap.publish.frames import FOLDERS, frame_address
from peermap.publish.languages import script_words
from peermap.publish.parquet import parquet_tables
from peermap.publish.pouring import Pouring, bare_pages, pouring_of
from peermap.publish.preloads import preloads
from peermap.publish.queries import PLACE, worked_queries
from peermap.publish.search import write_search
from peermap.publish.sitemap import FILE as SITEMAP
from peermap.publish.sitemap import sitemaps
from peermap.publish.sources import page_source_files
from peermap.publish.withheld import published
from peermap.publish.workers import shared, workers
from peermap.publish.writing import write_bytes, write_file
from peermap.render.addresses import address
from peermap.words import ENGLISH, spoken

# Scripts, styles and the search index of Material and Zensical, some megabytes.
OF_THEMES = ("assets/javascripts", "assets/stylesheets", "assets/images", "search.json")
ONCE = ("404.html", SITEMAP, f"{SITEMAP}.gz")  # engines write them, and the root has its own


def finish(
    atlas: Atlas, docs: Path, site: Path, facts: SiteFacts, *, indexed: bool = True
) -> Pouring:
    """Complete the site the engine built from ``docs``; what it took to pour the records. Raises
    FileNotFoundError when a frame is missing, as when the engine failed. A preview can do without
    the index.
    """
    atlas = published(atlas)
    pouring = pouring_of(site, facts)
    heads = Heads(atlas, facts)
    complete_pages(site, docs / PARTS, heads)

    def pour(share: int, shares: int) -> int:
        return pouring.write(site, bare_pages(atlas, facts.url, share, shares), heads)

    root = site if spoken() == ENGLISH else site.parent
    if root == site:
        write_tables(atlas, site / "data")
    write_answers(site / "data", tables=root / "data")
    number = workers(len(atlas.references) + len(atlas.programmes)) if indexed else 1
    with searched(atlas, site, indexed=indexed) as start_search:
        shared(pour, number, meanwhile=start_search)
        remove_frames(site)
        if root == site:
            write_data(atlas, site, facts.url)
        write_words(atlas, site, facts.url)
    write_sitemap(root, facts.url)
    return pouring


@contextmanager
def searched(atlas: Atlas, site: Path, *, indexed: bool) -> Iterator[Callable[[], None]]:
    """What starts the search index, which takes pages in as they are poured: the indexer is a
    process of its own. In the end it is waited for.
    """
    records = (*atlas.labels.values(), *atlas.programmes.values(), *atlas.references.values())
    coming = Coming(tuple(map(address, records)))
    write = partial(write_search, atlas, site, indexed=indexed, coming=coming)
    with ThreadPoolExecutor(1) as beside:
        begun: list[Future[None]] = []
        try:
            yield lambda: begun.append(beside.submit(copy_context().run, write))
        finally:
            coming.is_over.set()
        begun[0].result()


def remove_frames(site: Path) -> None:
    """Take away the frames, and what an engine adds for a theme's own pages if they use none."""
    frame = (site / frame_address(FOLDERS[0]) / "index.html").read_text(encoding="utf-8")
    for folder in FOLDERS:
        shutil.rmtree(site / frame_address(folder))
    remove_unused(site, frame)


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
        for name in ONCE:
            (site / name).unlink(missing_ok=True)


def write_sitemap(root: Path, site_url: str) -> None:
    """Write the list of all pages there are so far, in every language."""
    for name, text in sitemaps(root, site_url).items():
        write_file(root / name, text)
    (root / f"{SITEMAP}.gz").unlink(missing_ok=True)


def write_tables(atlas: Atlas, data: Path) -> None:
    """Write the tables as Parquet."""
    for name, table in parquet_tables(atlas).items():
        write_bytes(data / name, table)


def write_answers(data: Path, tables: Path) -> None:
    """Write the answers of worked queries onto their page."""
    page = data / "queries" / "index.html"
    if page.is_file() and PLACE in (text := page.read_text(encoding="utf-8")):
        write_file(page, text.replace(PLACE, worked_queries(tables)))


def complete_pages(site: Path, parts: Path, heads: Heads) -> None:
    """Give the pages of the engine what was set aside of them, and all, hand-written ones too, what
    machines read in their head and what scripts import. They get it after the engine, for only then
    are they all there.
    """
    for path in sorted(site.rglob("index.html")):
        made, at = path.read_text(encoding="utf-8"), path.relative_to(site).as_posix()
        page = put_back(parts, at, made)
        page = with_head(page, heads.head(at.removesuffix("index.html")))
        page = with_head(page, preloads(page, path.parent))
        if page is not made:
            write_file(path, page)


def remove_unused(site: Path, page: str) -> None:
    """Take away what an engine adds for a theme's own pages, where a page does not use it."""
    for name in OF_THEMES:
        path = site / name
        if name in page or not path.exists():
            continue
        shutil.rmtree(path) if path.is_dir() else path.unlink()
