"""A page as every tool is to make it, and pages kept in a file. Imports nothing of peermap, so that
pouring pays for no reading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TITLE, BODY = "BENCHTITLE", "BENCHBODY"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address below the site, ending with a slash, its title, and the HTML of it."""

    address: str
    title: str
    body: str

    @property
    def folder(self) -> str:
        return self.address.partition("/")[0]

    @property
    def name(self) -> str:
        return self.address.strip("/").replace("/", "_")


def write_pages(pages: Iterator[Page], to: Path) -> list[Page]:
    """Keep the pages, one a line, for tools that run in a process of their own."""
    found = list(pages)
    with to.open("w", encoding="utf-8") as file:
        for page in found:
            file.write(json.dumps([page.address, page.title, page.body]) + "\n")
    return found


def kept_pages(path: Path) -> Iterator[Page]:
    """The pages that were kept."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Page(*json.loads(line))
