"""``sitemap.xml``: every page of the built site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from peermap.render.addresses import rooted

FILE = "sitemap.xml"
MOST = 50_000  # addresses in one file: the protocol allows no more


def sitemaps(site: Path, site_url: str, most: int = MOST) -> dict[str, str]:
    """The sitemap protocol's list of pages, by the name of its file. Where there are more pages
    than a file may have, ``sitemap.xml`` lists the files that have them. Addresses are relative
    where the site has none yet.
    """
    pages = sorted(page_folders(site))
    root = rooted(site_url)
    addresses = [root + ("" if page == "." else page + "/") for page in pages]
    parts = [addresses[start : start + most] for start in range(0, len(addresses), most)]
    if len(parts) <= 1:
        return {FILE: listing("urlset", "url", addresses)}
    files = {f"sitemap-{n}.xml": listing("urlset", "url", part) for n, part in enumerate(parts, 1)}
    return {FILE: listing("sitemapindex", "sitemap", (root + name for name in files)), **files}


def listing(whole: str, one: str, addresses: Iterable[str]) -> str:
    """A file of the protocol: ``whole`` and ``one`` name its elements."""
    lines = [f"<{one}><loc>{escape(address)}</loc></{one}>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = f'<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + space + "\n".join(lines) + f"\n</{whole}>\n"


def page_folders(site: Path) -> Iterator[str]:
    """Every folder of the site that is a page, as from its root; the root itself is ``.``."""
    for folder, _, files in os.walk(site):
        if "index.html" in files:
            yield os.path.relpath(folder, site).replace(os.sep, "/")
