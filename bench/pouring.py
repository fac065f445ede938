"""peermap's way of making many pages, alone: python -m bench.pouring PAGES DOCUMENT SITE.

The same work that the other generators do with the same pages: bodies that are ready, put into a
document and written. Nothing is read, placed or indexed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.page import BODY, TITLE, kept_pages
from peermap.publish.frames import Frame
from peermap.publish.writing import write_file
from peermap.render.pages.record import RecordPage


def poured(pages: Path, document: str, site: Path) -> None:
    """Write every page."""
    head, _, rest = document.partition(TITLE)
    middle, _, end = rest.partition(BODY)
    frame = Frame((head, middle, end), ("title", "body"))
    for page in kept_pages(pages):
        record = RecordPage(page.address, page.title, "", page.body, "")
        write_file(site / page.address / "index.html", frame.poured(record))


if __name__ == "__main__":
    poured(Path(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8"), Path(sys.argv[3]))
