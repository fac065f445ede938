"""The comparison as its readers use it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.states import barriers
from peermap.place.atlas import Atlas
from peermap.place.likeness import profile

pytestmark = pytest.mark.browser

THREE = "compare/?p=caring-community,asha-india,alcoholics-anonymous"
FIVE = THREE + ",fountain-house-clubhouse,narcotics-anonymous"
WORDS = {"same": "Same", "partly": "Partly the same", "differs": "Differs", "not-known": "Not known of all"}  # fmt: skip  # noqa: E501


def open_at(page: Page, url: str) -> None:
    """Open the page at an address and wait for its table."""
    page.goto(url)
    expect(page.locator(".pm-compare-table")).to_be_visible()


def test_verdicts_are_words_and_true(desk: Page, address: str, atlas: Atlas) -> None:
    """Each question says in words whether the three are the same, and says what their records
    say; every cell with an answer has its sources under it.
    """
    open_at(desk, address + THREE)
    ids = THREE.partition("=")[2].split(",")
    for question in atlas.map.questions:
        body = desk.locator(f"tbody[data-verdict]:has(b:text-is('{question.name}'))")
        sets = [profile(atlas.programmes[id_])[question.id] for id_ in ids]
        expected = (
            "not-known" if not all(sets)
            else "same" if len(set(sets)) == 1
            else "partly" if frozenset.intersection(*sets)
            else "differs"
        )  # fmt: skip
        assert body.get_attribute("data-verdict") == expected
        expect(body.locator(".pm-verdict")).to_contain_text(WORDS[expected])
        options = body.locator(".pm-compare-options > li")
        expect(options.locator("details:has(a.pm-cite)")).to_have_count(options.count())


def test_adding_and_removing_by_keyboard(desk: Page, address: str) -> None:
    """A programme is added by typing its name, taken away by its button, and both are said; the
    sixth is refused in words; Back brings back what was taken away.
    """
    open_at(desk, address + FIVE)
    field = desk.get_by_role("combobox", name="Add a programme")
    field.fill("ASHA")
    status = desk.locator(".pm-compare > [role=status]")
    desk.get_by_role("button", name="Remove: Caring Community").focus()
    desk.keyboard.press("Enter")
    expect(status).to_contain_text("4 programmes: the same on")
    expect(field).to_be_focused()
    assert "caring-community" not in desk.url
    desk.go_back()
    expect(status).to_contain_text("5 programmes")
    field.fill("Harlem")
    desk.keyboard.press("Enter")
    expect(status).to_contain_text("Five programmes are the most")


def test_the_file_holds_the_comparison(desk: Page, address: str, atlas: Atlas) -> None:
    """CSV has a column for each programme and a row for each point, with sources; *only what
    differs* is kept in the address.
    """
    open_at(desk, address + THREE)
    with desk.expect_download() as download:
        desk.get_by_role("button", name="CSV").click()
    rows = list(csv.reader(Path(download.value.path()).read_text("utf-8").splitlines()))
    assert rows[0] == ["point", "verdict", *THREE.partition("=")[2].split(",")]
    functions = next(row for row in rows if row[0] == "Functions")
    assert "navigation (stated: lessard2024" in functions[2]
    assert {row[0] for row in rows} >= {str(q.name) for q in atlas.map.questions}
    desk.get_by_label("Show only what differs or is not known").check()
    assert desk.url.endswith("&only=differences")
    assert desk.locator("tbody[data-verdict=same]").count() == 0


def test_paper_shows_the_sources(desk: Page, address: str) -> None:
    """Printed, every cell shows what its sources say, and the buttons are gone."""
    open_at(desk, address + THREE)
    desk.emulate_media(media="print")
    desk.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert desk.locator(".pm-compare-table details:not([open])").count() == 0
    expect(desk.locator(".pm-compare-table .pm-evidence").first).to_be_visible()
    expect(desk.locator(".pm-compare-table .pm-button").first).to_be_hidden()


@pytest.mark.usefixtures("axe")
def test_nothing_bars_a_reader_of_five(desk: Page, address: str) -> None:
    """Five side by side, all sources open."""
    open_at(desk, address + FIVE)
    desk.evaluate("document.querySelectorAll('td details').forEach(d => { d.open = true; })")
    assert barriers(desk) == []


@pytest.mark.parametrize("query", ["", THREE.removeprefix("compare/")])
def test_without_script_ways_remain(
    without_scripts: BrowserContext, address: str, query: str
) -> None:
    """Without JavaScript the page says that the table needs it, shows nothing that does nothing,
    and leads to every programme and to pairs worth a look.
    """
    with without_scripts.new_page() as page:
        page.goto(f"{address}compare/{query}")
        expect(page.locator("[data-plain]")).to_contain_text("needs JavaScript")
        assert page.locator("main :is(button, input, select)").filter(visible=True).count() == 0
        links = page.locator("main a").evaluate_all("links => links.map(link => link.href)")
        assert {f"{address}programmes/", f"{address}bridges/"} <= set(links)
        assert page.locator(".pm-pairs li").count() > 1
