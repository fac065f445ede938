"""A whole project for Hugo: settings, layouts, data of the map, and a content file a page."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.hugo.documents import base_template, fits, frame_from
from bench.hugo.heads import head_of
from bench.hugo.pieces import Data, given, pieces_of
from bench.hugo.programme import programme_records
from bench.hugo.reference import reference_records
from peermap.linked.heads import Heads, SiteFacts
from peermap.place.atlas import Atlas
from peermap.place.neighbours import Neighbours
from peermap.publish.frames import frame_address
from peermap.publish.pouring import headed
from peermap.publish.withheld import published
from peermap.render.pages.label import label_pages
from peermap.render.pages.lists import list_pages
from peermap.render.pages.programme import programme_pages
from peermap.render.pages.record import RecordPage, compact
from peermap.render.pages.reference import reference_pages
from peermap.render.words import (
    DEPTH_WORDS,
    NOTICE_SENTENCES,
    NOTICE_WORDS,
    STATE_WORDS,
    STRENGTH_WORDS,
)

LAYOUTS = Path(__file__).parent / "layouts"
KINDS = '["taxonomy", "term", "RSS", "sitemap", "section", "home"]'
SOME = 20  # pages of a folder that are held against its frame
SETTINGS = f'baseURL = "https://example.org/"\ndisableKinds = {KINDS}\n'
WORDS = {
    "depth": DEPTH_WORDS,
    "notice": NOTICE_WORDS,
    "sentence": NOTICE_SENTENCES,
    "state": STATE_WORDS,
    "strength": STRENGTH_WORDS,
}


@dataclass(frozen=True, slots=True)
class Content:
    """A page as peermap makes it, and its values; none where Hugo gets it as finished HTML."""

    page: RecordPage
    record: Data
    layout: str


def contents(atlas: Atlas) -> Iterator[Content]:
    """Every page that is poured. Labels and lists are few, and stay HTML."""
    neighbours = Neighbours(atlas)
    for programme in atlas.programmes.values():
        pages = programme_pages(atlas, neighbours, programme)
        records = programme_records(atlas, neighbours, programme)
        for page, record in zip(pages, records, strict=True):
            yield Content(page, record, "evidence" if "grounds" in record else "single")
    for reference in atlas.references.values():
        records = reference_records(atlas, reference)
        for page, record in zip(reference_pages(atlas, reference), records, strict=True):
            yield Content(page, record, "single")
    for label in atlas.labels.values():
        yield from (Content(page, {}, "ready") for page in label_pages(atlas, label))
    lists = list_pages(atlas)
    yield from (Content(page, {}, "ready") for page in lists if isinstance(page, RecordPage))


def write_project(root: Path, atlas: Atlas, site: Path, name: str = "peermap") -> int:
    """Write the project of an Atlas into ``root``, its documents as ``site`` was built; the number
    of pages. ``name`` is that of the site.
    """
    atlas = published(atlas)
    shutil.copytree(LAYOUTS, root / "layouts", dirs_exist_ok=True)
    for settings in ("hugo.toml", "config.toml"):  # the second is what older ones read
        write(root / settings, SETTINGS)
    write(root / "data/words.json", packed({name: dict(words) for name, words in WORDS.items()}))
    write(root / "data/map.json", packed(map_data(atlas)))
    some: dict[str, list[RecordPage]] = defaultdict(list)
    number = write_contents(root, atlas, Heads(atlas, SiteFacts(name=name)), some)
    for folder, pages in some.items():
        frame = frame_from(site, pages)
        assert all(fits(frame, site, page) for page in pages), f"{folder} is not as it was built"
        write(root / f"layouts/{folder}/baseof.html", base_template(frame))
    return number


def write_contents(
    root: Path, atlas: Atlas, heads: Heads, some: dict[str, list[RecordPage]]
) -> int:
    """Write a content file a page; how many. Keeps ``some`` pages of each folder."""
    number = 0
    for content in contents(atlas):
        page = content.page
        write(root / f"content/{page.address.rstrip('/')}.html", content_file(content, heads))
        kept = some[page.address.partition("/")[0]]
        kept += [headed(page, heads)] if len(kept) < SOME else []
        number += 1
    return number


def map_data(atlas: Atlas) -> Data:
    """Facets with their questions, with links as seen from a programme."""
    url = pieces_of(atlas, frame_address("programmes")).url
    facets = [
        {
            "id": facet.id,
            "name": facet.name,
            "questions": [
                {"id": question.id, "wording": question.wording, "href": url(question)}
                for question in facet.questions
            ],
        }
        for facet in atlas.map.facets
    ]
    return {"facets": facets}


def content_file(content: Content, heads: Heads) -> str:
    """Front matter as JSON, which Hugo reads faster than YAML; HTML below it where it is ready."""
    page = content.page
    is_ready = content.layout == "ready"
    ready = compact(headed(page, heads).head) if is_ready else ""
    front = {
        "title": page.title,
        "description": page.description,
        "layout": content.layout,
        "source": page.source,
        "address": page.address,
        "ready": ready,
        "head": {} if is_ready else head_of(page, heads),
        "record": content.record,
    }
    return packed(given(front)) + "\n" + (compact(page.body) if is_ready else "")


def packed(data: Data) -> str:
    """JSON without blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def write(path: Path, text: str) -> None:
    """A file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
