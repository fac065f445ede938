"""How heavy the finder is and how fast it answers, in a real browser: ``python -m bench.finder``.

Weight: what `/programmes/` fetches before anything is clicked, page, code, styles, fonts and data
together, each file compressed as hosts of static pages do (gzip). Time: from a mouse click on a
box to the frame in which all counts and the list are there, for clicks drawn at random.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import Browser, CDPSession, sync_playwright

from bench.corpus import ROOT, Size, write_corpus
from peermap.project import read_project
from peermap.publish.facets import facets, summaries

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu")
CLICKS = 400
BOXES = ".pm-finder-facet input"
# Resolves when the frame after the next input has been made: all counts and the list are there.
CLOCK = """() => {
  document.addEventListener("input", ({timeStamp}) => requestAnimationFrame(() => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => window.clicked(performance.now() - timeStamp);
    port2.postMessage(0);
  }), true);
}"""
NEXT = "() => { window.next = new Promise(resolve => { window.clicked = resolve; }); }"
PLACE = """box => {
  box.closest("details.pm-finder-facet").open = true;
  box.scrollIntoView({block: "center"});
  const {x, y, width, height} = box.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Files as they are, and no word about it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (named there)
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on the loopback, ending in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def build(project: Path) -> Path:
    """The site of a project, built as its maintainer would."""
    command = [sys.executable, "-m", "peermap", "build"]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return project / "site"


def weights(browser: Browser, site: Path, at: str = "programmes/") -> dict[str, int]:
    """Bytes, compressed, of everything that the first load of a page fetches, by path."""
    with served(site) as address, browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + at, wait_until="networkidle")
    paths = {url.removeprefix(address).partition("?")[0] for url in asked}
    return {path: packed(site, path) for path in sorted(paths)}


def packed(site: Path, path: str) -> int:
    """The size of a file on the wire; a page is the ``index.html`` of its folder."""
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    return len(gzip.compress(file.read_bytes(), 9)) if file.is_file() else 0


def enlarge(site: Path, project: Path) -> None:
    """Give a site the data of a larger project: all that the finder reads of it."""
    atlas = read_project(project).atlas
    assert atlas is not None
    (site / "data/facets.json").write_text(facets(atlas), encoding="utf-8")
    (site / "data/summaries.json").write_text(summaries(atlas), encoding="utf-8")


def click_times(
    browser: Browser, site: Path, clicks: int, seed: int, at: str = "programmes/"
) -> tuple[list[float], list[float]]:
    """Milliseconds of each click on a box, drawn at random, every eighth after clearing all: by
    the clock until the frame is there, and of processor on the page's own thread.
    """
    chance = Random(seed)
    with served(site) as address, browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address + at, wait_until="networkidle")
        page.locator("#finder-words").focus()
        page.wait_for_load_state("networkidle")
        page.evaluate(CLOCK)
        session = context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        boxes = page.locator(BOXES).element_handles()
        waits, work = [], []
        for click in range(clicks):
            if click % 8 == 0 and page.locator(".pm-finder-clear").is_visible():
                page.locator(".pm-finder-clear").click()
            spot = chance.choice(boxes).evaluate(PLACE)
            page.evaluate(NEXT)
            page.wait_for_timeout(30)
            before = busy(session)
            page.mouse.click(*spot)
            waits.append(page.evaluate("window.next"))
            work.append(busy(session) - before)
        return waits, work


def busy(session: CDPSession) -> float:
    """Milliseconds of processor that the page's thread has used so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000.0 * float(next(m["value"] for m in metrics if m["name"] == "TaskDuration"))


def spread(times: list[float]) -> str:
    """Median, 95th percentile and longest of some times."""
    high = quantiles(times, n=20)[-1]
    return (
        f"median {median(times):.1f} ms, 95th percentile {high:.1f} ms, longest {max(times):.1f} ms"
    )


def chromium_path() -> str:
    """Where Chromium is."""
    found = os.environ.get("PEERMAP_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    return found or sys.exit("Chromium is not here; PEERMAP_CHROMIUM may say where it is.")


def told(name: str, found: dict[str, int], at: str = "programmes/") -> None:
    """Print one weight: its sum, code and data apart, and the number of files."""
    data = sum(size for path, size in found.items() if path.startswith("data/"))
    page = found[at]
    rest = sum(found.values()) - data - page
    print(
        f"first load, {name}: {sum(found.values()) / 1000:.1f} KB compressed in {len(found)} files"
        f" (page {page / 1000:.1f}, code and styles {rest / 1000:.1f}, data {data / 1000:.1f})"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure the finder in a real browser.")
    parser.add_argument("--weighed", type=int, default=1000, help="programmes of the built corpus")
    parser.add_argument("--clicked", type=int, default=5000, help="programmes that are filtered")
    parser.add_argument("--clicks", type=int, default=CLICKS)
    parser.add_argument("--keep", type=Path, help="folder for the corpora, used again if there")
    given = parser.parse_args()
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        folder = given.keep or Path(temporary)
        real = ROOT / "site" if (ROOT / "site/data/facets.json").is_file() else build(ROOT)
        told("the real records", weights(browser, real))
        site = corpus(folder / "weighed", given.weighed) / "site"
        if not (site / "data/facets.json").is_file():
            build(folder / "weighed")
        told(f"{given.weighed} programmes", weights(browser, site))
        shutil.copytree(site, folder / "clicked-site", dirs_exist_ok=True)
        enlarge(folder / "clicked-site", corpus(folder / "clicked", given.clicked))
        waits, work = click_times(browser, folder / "clicked-site", given.clicks, seed=1)
        print(f"{len(waits)} clicks at {given.clicked} programmes, by the clock: {spread(waits)}")
        print(f"the same, processor of the page: {spread(work)}")
        print(f"processes waiting for a processor meanwhile: {os.getloadavg()[0]:.1f}")


def corpus(folder: Path, programmes: int) -> Path:
    """A corpus with a reference for each programme, written once."""
    if not (folder / "synthesis").is_dir():
        write_corpus(folder, Size(programmes, programmes))
    return folder


if __name__ == "__main__":
    main()
