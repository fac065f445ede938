"""Lighthouse on one page: the scores it gives and the files that the page asks for."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules/lighthouse/cli/index.js"
NO_LIGHTHOUSE = "Lighthouse is not here: run npm ci in tests/lighthouse"
NO_NODE = "Node is not here: apt-get install nodejs (20 or newer)"
NO_CHROMIUM = "Chromium is not here: apt-get install chromium, or set PEERMAP_CHROMIUM to its path"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
HELD = ("accessibility", "best-practices", "seo")
MOST_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Verdict:
    """Scores from 0 to 100 by category, what keeps one of them below 100, and the paths of the
    files that the page asked for.
    """

    scores: Mapping[str, int]
    faults: tuple[str, ...]
    asked: tuple[str, ...]


def verdict(url: str, *options: str, categories: tuple[str, ...] = HELD) -> Verdict:
    """What Lighthouse says of the page at an address of this machine."""
    if not PROGRAM.is_file():
        pytest.skip(NO_LIGHTHOUSE)
    node = shutil.which("node")
    if node is None:
        pytest.skip(NO_NODE)
    run = subprocess.run(
        [node, PROGRAM, url, "--quiet", "--output=json", "--chrome-flags=" + FLAGS,
         "--only-categories=" + ",".join(categories), "--only-audits=network-requests",
         *options],
        env=os.environ | {"CHROME_PATH": chromium_path()},
        capture_output=True, text=True, check=False, timeout=MOST_SECONDS,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return verdict_of(json.loads(run.stdout))


def chromium_path() -> str:
    """Where Chromium is."""
    given = os.environ.get("PEERMAP_CHROMIUM")
    found = shutil.which(given) if given else next(filter(None, map(shutil.which, NAMES)), None)
    return found or pytest.skip(NO_CHROMIUM)


def verdict_of(report: Mapping[str, Any]) -> Verdict:
    """A report of Lighthouse, read."""
    categories = report["categories"]
    requests = report["audits"].get("network-requests", {}).get("details", {}).get("items", [])
    return Verdict(
        scores={name: round(100 * (c["score"] or 0)) for name, c in categories.items()},
        faults=tuple(
            fault for name in HELD if name in categories for fault in faults(report, name)
        ),
        asked=tuple(
            sorted({urlsplit(item["url"]).path for item in requests if "http" in item["url"]})
        ),
    )


def faults(report: Mapping[str, Any], category: str) -> list[str]:
    """The audits of a category that count and are not passed."""
    counted = [ref["id"] for ref in report["categories"][category]["auditRefs"] if ref["weight"]]
    audits = [report["audits"][id_] for id_ in counted]
    return [f"{a['id']}: {a['title']}" for a in audits if a["score"] is not None and a["score"] < 1]


def weight(site: Path, asked: tuple[str, ...]) -> int:
    """Bytes of some files of a site together, each compressed as hosts do it (gzip)."""
    files = (site / path.lstrip("/") for path in asked)
    pages = (file / "index.html" if file.is_dir() else file for file in files)
    return sum(len(gzip.compress(page.read_bytes(), 9)) for page in pages if page.is_file())
