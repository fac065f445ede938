"""Links within the site."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

LYCHEE = Path(sys.executable).with_name("lychee")
OPTIONS = ("--offline", "--include-fragments", "--no-progress", "--format", "json")


def test_every_link_within_the_site_leads_somewhere(built_site: Path) -> None:
    """No link leads to a page or a place in a page that is not there."""
    root = ("--index-files", "index.html", "--root-dir", built_site)
    check = subprocess.run(
        [LYCHEE, *OPTIONS, *root, built_site], capture_output=True, text=True, check=False
    )
    report = json.loads(check.stdout)
    assert report["total"] > 1000
    dead = dead_links(report, built_site)
    assert not dead, "\n" + "\n".join(dead)
    assert check.returncode == 0, check.stderr


def dead_links(report: dict[str, dict[str, list[dict[str, str]]]], site: Path) -> list[str]:
    """Each dead link once: where it leads to, on how many pages it stands, and on which first."""
    pages: dict[str, str] = {}
    count: Counter[str] = Counter()
    for page, faults in sorted(report["error_map"].items()):
        for fault in faults:
            target = fault["url"].replace(f"file://{site}/", "")
            count[target] += 1
            pages.setdefault(target, page.replace(f"{site}/", ""))
    return [f"{target}: {n} × (first in {pages[target]})" for target, n in sorted(count.items())]
