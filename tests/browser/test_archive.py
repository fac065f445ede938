"""The archive, opened from a disk in a real browser that can reach no other machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from building import ROOT
from peermap.archive.package import archive_files
from peermap.place.atlas import Atlas

LYCHEE = Path(sys.executable).with_name("lychee")


@pytest.fixture(scope="module")
def archive(
    built_site: Path, project: Path, atlas: Atlas, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The unpacked archive of the real site; its PDF is a stand-in."""
    folder = tmp_path_factory.mktemp("archive with spaces, é")
    for name, data in archive_files(project, built_site, atlas, b"%PDF-1.7\n").items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture
def said() -> list[str]:
    """What the console has to complain of during a test."""
    return []


@pytest.fixture
def asked() -> list[str]:
    """Every address that the browser asks for during a test."""
    return []


@pytest.fixture
def disk(chromium: Browser, said: list[str], asked: list[str]) -> Iterator[Page]:
    """A browser without network; nothing it shows may come from anywhere but the disk."""
    with chromium.new_context(offline=True, reduced_motion="reduce") as context:
        page = context.new_page()
        page.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        yield page
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []


def at(archive: Path, page: str) -> str:
    """The address of a page of the archive, with what comes behind it."""
    path, mark, rest = page.partition("?")
    return (archive / "site" / path / "index.html").as_uri() + mark + rest


def test_a_reader_walks_through_the_archive(disk: Page, archive: Path, said: list[str]) -> None:
    """From the first page to the map, a question, an option, a programme and its source: every
    link opens a page in its own style, and none a list of files.
    """
    disk.goto(at(archive, ""))
    ways = (
        ("nav.pm-tabs a[href*='map/']", "map/"),
        ("main a[href$='questions/functions/index.html']:not(svg a)", "questions/functions/"),
        ("main a[href$='navigation/index.html']:not(svg a)", "questions/functions/navigation/"),
        ("main a[href*='programmes/']:not([href*='?'])", "programmes/"),
        ("main a.pm-cite[href*='references/']", "references/"),
    )
    for selector, place in ways:
        disk.locator(selector).locator("visible=true").first.click()
        disk.wait_for_load_state()
        assert f"/site/{place}" in disk.url
        expect(disk.locator("h1").first).to_be_visible()
        assert disk.evaluate("document.styleSheets.length") >= 3
    assert said == []


def test_the_finder_narrows_and_leads_on(disk: Page, archive: Path, said: list[str]) -> None:
    """Words narrow the list, stand in the address, and a result opens the programme's page."""
    disk.goto(at(archive, "programmes/?functions=advocacy"))
    results = disk.locator("ul.pm-list li a")
    expect(disk.locator(".pm-finder-found")).to_have_text(re.compile(r"^\d+ of \d+ programmes$"))
    results.first.click()
    disk.wait_for_load_state()
    assert disk.url.split("?")[0].split("#")[0].endswith("/index.html")
    assert "/programmes/" in disk.url
    expect(disk.locator("h1").first).to_be_visible()
    assert said == []


def test_programmes_can_be_compared(disk: Page, archive: Path, said: list[str]) -> None:
    """Two programmes named in the address stand side by side, with the sources under answers."""
    disk.goto(at(archive, "compare/?p=caring-community,asha-india"))
    table = disk.locator(".pm-compare table").first
    expect(table).to_contain_text("Caring Community")
    expect(table).to_contain_text("ASHA")
    assert said == []


def test_gaps_shows_another_matrix(disk: Page, archive: Path, said: list[str]) -> None:
    """Another pair of dimensions than the page's own is counted and shown."""
    disk.goto(at(archive, "gaps/"))
    choice = disk.locator(".pm-gaps select").first
    expect(choice).to_be_visible()
    values = choice.locator("option").evaluate_all("all => all.map(o => o.value)")
    other = next(value for value in values if value != choice.input_value())
    choice.select_option(other)
    disk.wait_for_function("location.search.length > 1")
    assert disk.locator(".pm-gaps").is_visible()
    assert said == []


def test_a_described_practice_finds_its_like(disk: Page, archive: Path, said: list[str]) -> None:
    """Answers given on the page lead to programmes, with reasons."""
    disk.goto(at(archive, "describe/"))
    boxes = disk.locator(".pm-describing input[type=checkbox], .pm-describing input[type=radio]")
    expect(boxes.first).to_be_visible()
    for name in ("navigation", "lived-experience"):
        disk.locator(f".pm-describing input[value='{name}']").first.check(force=True)
    expect(disk.locator(".pm-describing a[href*='programmes/']").first).to_be_visible()
    assert said == []


def test_the_form_offers_works(disk: Page, archive: Path, said: list[str]) -> None:
    """Whoever writes a record offline is offered the works of the archive."""
    disk.goto(at(archive, "contribute/"))
    disk.get_by_label("Which work?").fill("panaite")
    expect(disk.locator("#c-works option[value$='[panaite2024]']")).to_have_count(1)
    assert said == []


@pytest.mark.parametrize(
    ("page", "button", "works"),
    [
        ("programmes/", "RIS", r"^TY  - "),
        ("references/", "RIS", r"^TY  - "),
        ("basket/?keys=barker2020,sokol2016", "BibTeX", r"^@\w+\{(barker2020|sokol2016),"),
        ("basket/?keys=barker2020,sokol2016", "RIS", r"^ID  - (barker2020|sokol2016)$"),
    ],
)
def test_works_are_saved_from_the_disk(
    disk: Page, archive: Path, said: list[str], page: str, button: str, works: str
) -> None:
    """The finder, the library and the basket give their works as files."""
    disk.goto(at(archive, page))
    with disk.expect_download(timeout=5000) as download:
        disk.get_by_role("button", name=button, exact=True).click()
    text = download.value.path().read_text(encoding="utf-8")
    assert len(re.findall(works, text, re.MULTILINE)) >= 2
    assert said == []


def test_search_says_that_it_needs_a_server(disk: Page, archive: Path) -> None:
    """Who searches from the disk is told why nothing comes, and has the lists instead."""
    disk.goto(at(archive, "search/?q=navigation"))
    expect(disk.locator("[data-search] [role=status]")).to_contain_text("web server")
    expect(disk.locator("[data-search-needs]")).to_be_visible()


def test_every_link_of_the_archive_names_a_file(archive: Path) -> None:
    """No link leads to a folder, which a browser would show as a list of files, or nowhere."""
    options = ("--offline", "--include-fragments", "--no-progress", "--format", "json")
    check = subprocess.run(
        [LYCHEE, *options, archive / "site"], capture_output=True, text=True, check=False
    )
    found = json.loads(check.stdout)
    assert found["error_map"] == {}


def test_the_sources_of_the_archive_are_those_of_the_project(archive: Path) -> None:
    """What people wrote is there to the byte, and nothing that is generated."""
    for name in ("bibliography/references.bib", "synthesis/map.yml", "docs/index.md"):
        assert (archive / "sources" / name).read_bytes() == (ROOT / name).read_bytes()
    assert not (archive / "sources/docs/map").exists()
    assert not (archive / "sources/docs/_parts").exists()
    assert not (archive / "sources/docs/fr/_parts").exists()


@pytest.mark.parametrize("page", ["data/", "fr/data/"])
def test_the_page_of_the_data_leads_to_the_printable_edition(archive: Path, page: str) -> None:
    """In every language there is a link to the PDF, and the PDF is there."""
    folder = archive / "site" / page
    text = (folder / "index.html").read_text(encoding="utf-8")
    (link,) = re.findall(r'href="([^"]+/peermap\.pdf)"', text)
    assert (folder / link).resolve() == (archive / "peermap.pdf").resolve()
