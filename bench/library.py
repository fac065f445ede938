"""How heavy the library is and how fast it answers, in a real browser: ``python -m bench.library``.

The pages are those of the real site; the data of the library is that of a corpus of each size, for
nothing else of the page depends on it but the number of pages of its list. Weights are gzip. Times
are those of ``bench.finder``: from a click on a box to the frame with all counts and the list.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.corpus import ROOT, Size, write_corpus
from bench.finder import FLAGS, build, chromium_path, click_times, packed, spread, told, weights
from peermap.project import read_project
from peermap.publish.library import library_files

AT = "references/"
LATER = ("data/library-values.json", "data/library-rows.json")
PAGES = ("", "questions/functions/", "references/sokol2016/", "programmes/caring-community/")


def enlarged(real: Path, folder: Path, references: int) -> Path:
    """A copy of the real site whose library has that many references."""
    corpus = folder / f"corpus-{references}"
    if not (corpus / "synthesis").is_dir():
        write_corpus(corpus, Size(references, max(references // 10, 1)))
    atlas = read_project(corpus).atlas
    assert atlas is not None
    site = shutil.copytree(real, folder / f"site-{references}", dirs_exist_ok=True)
    for name, text in library_files(atlas).items():
        (site / "data" / name).write_text(text, encoding="utf-8")
    return site


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure the library in a real browser.")
    parser.add_argument("--references", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--clicks", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="folder for the corpora, used again if there")
    given = parser.parse_args()
    real = ROOT / "site" if (ROOT / "site/data/library.json").is_file() else build(ROOT)
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        for page in (*PAGES, "programmes/", AT):
            told(f"/{page} of the real site", weights(browser, real, page), page)
        for references in given.references:
            site = enlarged(real, given.keep or Path(temporary), references)
            told(f"{references} references", weights(browser, site, AT), AT)
            later = {path: packed(site, path) for path in LATER}
            print("  fetched when somebody begins to choose:", later)
            waits, work = click_times(browser, site, given.clicks, seed=1, at=AT)
            print(f"  {len(waits)} clicks, by the clock: {spread(waits)}")
            print(f"  the same, processor of the page: {spread(work)}")
            print(f"  processes waiting for a processor: {os.getloadavg()[0]:.1f}", flush=True)


if __name__ == "__main__":
    main()
