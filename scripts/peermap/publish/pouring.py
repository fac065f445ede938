"""Records poured into their frames: every page of a record, and the files beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from peermap.linked.heads import Heads, SiteFacts
from peermap.place.atlas import Atlas
from peermap.place.neighbours import Neighbours
from peermap.place.reach import Reach
from peermap.publish.frames import FOLDERS, Frame, frame_address, frame_of
from peermap.publish.withheld import published
from peermap.publish.writing import write_folder
from peermap.render.pages.label import label_pages
from peermap.render.pages.lists import list_pages
from peermap.render.pages.programme import programme_pages
from peermap.render.pages.record import RecordPage
from peermap.render.pages.reference import reference_pages

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Pouring:
    """What pouring takes: the frames of a site by folder, and what it says of itself."""

    frames: Mapping[str, Frame]
    facts: SiteFacts

    def write(self, site: Path, pages: Iterable[RecordPage], heads: Heads) -> int:
        """Pour pages and write the files beside them; how many pages."""
        return sum(self.write_page(site, headed(page, heads)) for page in pages)

    def write_page(self, site: Path, page: RecordPage) -> int:
        """Pour one page and write the files beside it; 1, for the page."""
        frame = self.frames[page.address.partition("/")[0]]
        write_folder(site / page.address, {"index.html": frame.poured(page), **page.files})
        return 1


def record_pages(
    atlas: Atlas, site_url: str = "", heads: Heads | None = None
) -> Iterator[RecordPage]:
    """Every page that is poured."""
    heads = heads or Heads(atlas, SiteFacts(site_url))
    return (headed(page, heads) for page in bare_pages(atlas, site_url))


def bare_pages(
    atlas: Atlas, site_url: str = "", share: int = 0, shares: int = 1
) -> Iterator[RecordPage]:
    """Every page that is poured, or those of one of several shares, in the order in which the
    search index takes them; of a programme the first page comes last. ``site_url`` is the site's
    address, empty while it has none.
    """
    neighbours = Neighbours(atlas)

    def ours(records: Mapping[str, Record]) -> Iterator[Record]:
        return islice(records.values(), share, None, shares)

    for label in ours(atlas.labels):
        yield from label_pages(atlas, label)
    for programme in ours(atlas.programmes):
        yield from reversed([*programme_pages(atlas, neighbours, programme)])
    for reference in ours(atlas.references):
        yield from reference_pages(atlas, reference, site_url)
    lists = list_pages(atlas, share, shares)
    yield from (page for page in lists if isinstance(page, RecordPage))


def reached_pages(atlas: Atlas, reach: Reach, site_url: str = "") -> Iterator[RecordPage]:
    """The pages of the records that an edit reaches."""
    neighbours = Neighbours(atlas)
    for id_ in reach.programmes:
        yield from programme_pages(atlas, neighbours, atlas.programmes[id_])
    for key in reach.references:
        yield from reference_pages(atlas, atlas.references[key], site_url)
    for label in reach.labels:
        yield from label_pages(atlas, atlas.labels[label])


def pour_reached(atlas: Atlas, reach: Reach, site: Path, pouring: Pouring) -> int:
    """Pour the records that an edit reaches into a site that is there; how many pages."""
    atlas = published(atlas)
    pages = reached_pages(atlas, reach, pouring.facts.url)
    return pouring.write(site, pages, Heads(atlas, pouring.facts))


def headed(page: RecordPage, heads: Heads) -> RecordPage:
    """A record's page with what machines read in its head."""
    return replace(page, head="\n".join(filter(None, (page.head, heads.head(page.address)))))


def pouring_of(site: Path, facts: SiteFacts) -> Pouring:
    """The frames that the engine rendered into a site. Raises FileNotFoundError when one is
    missing.
    """
    return Pouring({folder: read_frame(site, folder) for folder in FOLDERS}, facts)


def read_frame(site: Path, folder: str) -> Frame:
    """The frame page the engine rendered for a folder of records."""
    path = site / frame_address(folder) / "index.html"
    return frame_of(path.read_text(encoding="utf-8"), folder)
