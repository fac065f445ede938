"""The pages of a corpus: the body of each record, and the document around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.page import BODY, TITLE, Page
from peermap.project import read_project, with_citations
from peermap.publish.pouring import record_pages
from peermap.render.pages.record import compact


def pages_of(root: Path) -> Iterator[Page]:
    """The pages of all records of a project, as peermap renders them, citations with them."""
    atlas = with_citations(read_project(root), root).atlas
    assert atlas is not None
    for page in record_pages(atlas):
        body = compact(page.body).replace("{{", "{ {").replace("{%", "{ %")
        yield Page(page.address, plain(page.title), body)


def plain(title: str) -> str:
    """A title that no tool takes for markup of its own."""
    return "".join(sign if sign.isalnum() or sign in " -,." else " " for sign in title).strip()


def document_of(site: Path, page: Page) -> str:
    """The document around a record, with signs where title and body are to stand: what peermap
    built for one page, so that all tools write pages of about the same size.
    """
    built = (site / page.address / "index.html").read_text(encoding="utf-8")
    head, found, rest = built.partition('<div class="pm-record">')
    assert found, f"{page.address} has no record"
    end = rest.index("</main>")
    around = f"{head}<title>{TITLE}</title>{BODY}{rest[end:]}"
    return around.replace("{{", "{ {").replace("{%", "{ %")
