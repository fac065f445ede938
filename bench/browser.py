"""What readers fetch and how long they wait, in a real browser, as the corpus grows:
``python -m bench.browser``.

Builds a corpus of each size and opens home, finder, library, a work, a programme and searches, each
in a new browser that has nothing kept. Weights are gzip, as hosts of static pages send files. Times
are by the clock, from the request of the page to its *load* event; of a search, to its first
results: on this machine and without a network, so they tell of work and not of waiting.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import quote_plus

from playwright.sync_api import Browser, sync_playwright

from bench.corpus import PATHS, Size, write_corpus
from bench.finder import FLAGS, chromium_path, packed, served

SIZES = (100, 1000, 10_000)
FEWEST = 50  # programmes
ROUNDS = 3
SEARCHES = ("trust", "peer navigator", "mental health community", "promotora", "pair aidant")
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
FOUND = ".pm-found"


@dataclass(frozen=True, slots=True)
class Visit:
    """One opening of a page: bytes and number of the files it fetches, and milliseconds."""

    bytes: int
    files: int
    wait: float


def site_of(folder: Path, references: int) -> Path:
    """The site of a corpus of some size; one that is there is not built again."""
    corpus = folder / f"{references}"
    if not (corpus / "site/index.html").is_file():
        write_corpus(corpus, Size(references, max(references // 10, FEWEST)))
        command = [sys.executable, "-m", "peermap", "build"]
        subprocess.run(command, cwd=corpus, env=os.environ | PATHS, capture_output=True)
    return corpus / "site"


def pages_of(site: Path) -> dict[str, str]:
    """What is opened, by its name: an address from the root."""
    work, programme = (
        sorted(path.parent.name for path in (site / kind).glob("*/index.html"))
        for kind in ("references", "programmes")
    )
    return {
        "home": "",
        "finder": "programmes/",
        "library": "references/",
        "a work": f"references/{work[len(work) // 2]}/",
        "a programme": f"programmes/{programme[len(programme) // 2]}/",
        **{f"search for *{words}*": f"search/?q={quote_plus(words)}" for words in SEARCHES},
    }


def visit(browser: Browser, site: Path, at: str) -> Visit:
    """Open a page in a new browser, and wait until it is at rest."""
    with served(site) as address, browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + at)
        if "?q=" in at:
            page.locator(FOUND).first.wait_for()
            wait = page.evaluate("performance.now()")
        else:
            wait = page.evaluate(LOADED)
        page.wait_for_load_state("networkidle")
    paths = {url.removeprefix(address).partition("?")[0] for url in asked}
    return Visit(sum(packed(site, path) for path in paths), len(paths), wait)


def cell(visits: Sequence[Visit]) -> str:
    """Weight, number of files and the median of the times."""
    first = visits[0]
    wait = median(one.wait for one in visits)
    return f"{first.bytes / 1000:.0f} KB, {first.files} files, {wait:.0f} ms"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure pages in a real browser.")
    parser.add_argument("--references", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--keep", type=Path, help="folder for the corpora, used again if there")
    given = parser.parse_args()
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        folder = given.keep or Path(temporary)
        sites = [site_of(folder, references) for references in given.references]
        print(f"| | {' | '.join(f'{n:,} references' for n in given.references)} |")
        print(f"|---{'|---' * len(sites)}|")
        each = [pages_of(site) for site in sites]
        for name in each[0]:
            cells = [
                cell([visit(browser, site, pages[name]) for _ in range(ROUNDS)])
                for site, pages in zip(sites, each, strict=True)
            ]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
        print(f"\nprocesses waiting for {os.cpu_count()} cores: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
