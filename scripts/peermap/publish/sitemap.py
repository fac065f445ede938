"""``sitemap.xml``: every page of the built site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape


def sitemap(site: Path, site_url: str) -> str:
    """The sitemap protocol's list of pages; addresses are relative where the site has none yet."""
    pages = sorted(page_folders(site))
    root = site_url if not site_url or site_url.endswith("/") else site_url + "/"
    addresses = (root + ("" if page == "." else page + "/") for page in pages)
    lines = [f"<url><loc>{escape(address)}</loc></url>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + space + "\n".join(lines) + "\n</urlset>\n"


def page_folders(site: Path) -> Iterator[str]:
    """Every folder of the site that is a page, as from its root; the root itself is ``.``."""
    for folder, _, files in os.walk(site):
        if "index.html" in files:
            yield os.path.relpath(folder, site).replace(os.sep, "/")
