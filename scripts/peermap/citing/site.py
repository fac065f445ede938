"""The site itself, and any page of it, as things to cite: from CITATION.cff, the one place for
version and date.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from peermap.citing.items import AS_IT_IS
from peermap.records.citation import Formatted

SITE, PAGE = ":site", ":page"  # no key of a reference begins with a colon
TITLE, ADDRESS = "\ue010", "\ue011"  # what stands for a page's own, until they are known
NOWHERE = "https://page.invalid/here"
LINK = f'<a href="{NOWHERE}">{NOWHERE}</a>'


def site_items(root: Path, site_url: str = "") -> list[dict[str, Any]]:
    """CSL items of the site and of a page of it; none without a CITATION.cff that can be read."""
    try:
        about = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
        title, version = str(about["title"]), str(about["version"])
        makers = [name_of(author) for author in about["authors"]]
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError):
        return []
    issued = dated(str(about.get("date-released", "")))
    name = f"{AS_IT_IS[0]}{title}, version {version}{AS_IT_IS[1]}"
    shared = {"author": makers, "language": "en", **({"issued": issued} if issued else {})}
    address = {"URL": site_url} if site_url else {}
    return [
        {
            "id": SITE,
            "type": "software",
            "title": name,
            **shared,
            **address,
        },
        {
            "id": PAGE,
            "type": "webpage",
            "title": TITLE,
            "container-title": name,
            "URL": NOWHERE,
            **shared,
        },
    ]


def name_of(author: Mapping[str, str]) -> dict[str, str]:
    """An author of CITATION.cff as a CSL name."""
    if "name" in author:
        return {"literal": author["name"]}
    return {"family": author["family-names"], "given": author["given-names"]}


def dated(released: str) -> dict[str, Any]:
    """The day of the release, or that of SOURCE_DATE_EPOCH where a build sets it."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH", ""):
        released = datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    parts = [int(part) for part in released.split("-") if part.isdigit()]
    return {"date-parts": [parts]} if parts else {}


def page_citation(formatted: Formatted) -> str:
    """The entry of a page with ``TITLE`` and ``ADDRESS`` where its own are to stand."""
    return formatted.entry.replace(LINK, ADDRESS).replace(NOWHERE, ADDRESS)
