"""Pages that the real site has none of yet: a retracted work, and what went off the map."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.serving import served
from browser.states import barriers
from building import ROOT, built, copied_project, in_english

pytestmark = pytest.mark.browser

KEY = "sullivan2012"
RETIRED = """
retired:
  - {was: "functions:guiding", name: Guiding, on: 2026-11-22, why: It was told apart by nobody.,
     replaced_by: ["functions:navigation"]}
  - {was: "label:street-friend", name: Street friend, on: 2026-11-22}
"""
PAGES = {
    f"references/{KEY}/": "This work was retracted after it appeared.",
    "programmes/kidney-transplant-recipient-navigators/": "Retracted",
    "questions/functions/guiding/": "This is no longer used",
    "labels/street-friend/": "This is no longer used",
    "whats-new/": "No longer used.",
}


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real site is served with a work retracted and two things retired."""
    project = in_english(copied_project(tmp_path_factory.mktemp("marked") / "project", of=ROOT))
    bibliography = project / "bibliography/references.bib"
    text = bibliography.read_text(encoding="utf-8")
    start, entry = text.split(f"{{{KEY},\n", 1)
    mark = f"{{{KEY},\n  retracted = {{2023-05-12, 10.1000/notice}},\n"
    bibliography.write_text(start + mark + entry, encoding="utf-8")
    map_ = project / "synthesis/map.yml"
    map_.write_text(map_.read_text(encoding="utf-8") + RETIRED, encoding="utf-8")
    site: Path = built(project, tmp_path_factory.mktemp("marked-site"))
    with served(site) as address:
        yield address


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("at", PAGES)
def test_a_mark_bars_nobody(desk: Page, marked: str, at: str) -> None:
    """The mark is read on the page, light and dark, wide and narrow, and no rule is broken."""
    desk.goto(marked + at)
    expect(desk.get_by_text(PAGES[at]).first).to_be_visible()
    assert barriers(desk) == []
