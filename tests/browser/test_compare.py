"""The comparison as its readers use it."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.states import barriers
from peermap.place.atlas import Atlas
from peermap.place.likeness import profile

pytestmark = pytest.mark.browser

THREE = "compare/?p=caring-community,asha-india,alcoholics-anonymous"
FIVE = THREE + ",fountain-house-clubhouse,narcotics-anonymous"
WORDS = {"same": "Same", "partly": "Partly the same", "differs": "Differs", "not-known": "Not known for some"}  # fmt: skip  # noqa: E501

CELL_NAMES = """cells => cells.map(cell => {
  const shown = getComputedStyle(cell, "::before").content;
  return shown === "none" ? "" : JSON.parse(shown);
})"""


def sheets(page: Page) -> int:
    """How many sheets of paper the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf()))


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


def test_the_sentence_counts_what_is_marked(desk: Page, address: str) -> None:
    """The sentence above the table gives each verdict its own number: as many points as bear it."""
    open_at(desk, address + THREE)
    marked = {kind: desk.locator(f"tbody[data-verdict={kind}]").count() for kind in WORDS}
    assert marked["partly"] > 0
    expect(desk.locator(".pm-compare > [role=status]")).to_have_text(
        f"3 programmes: the same on {marked['same']} points, partly the same on"
        f" {marked['partly']}, different on {marked['differs']}, not known for some on"
        f" {marked['not-known']}."
    )


@pytest.mark.parametrize("width", [360, 640])
def test_a_small_window_names_the_programme_of_every_cell(
    chromium: Browser, address: str, width: int
) -> None:
    """Where columns would be narrow, each cell bears the name of its programme, and none is wider
    than the window or stands outside it.
    """
    with chromium.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        open_at(page, address + FIVE)
        names = page.locator(".pm-compare-table thead a").all_inner_texts()
        cells = page.locator(".pm-compare-table td")
        assert cells.evaluate_all(CELL_NAMES) == names * (cells.count() // len(names))
        edges = cells.evaluate_all("cells => cells.map(c => c.getBoundingClientRect().right)")
        assert max(edges) <= width


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


def test_what_an_address_names_and_five_columns_do_not_hold_is_said(
    desk: Page, address: str, atlas: Atlas
) -> None:
    """Of fifty programmes in an address five are shown, and nothing is left out in silence."""
    desk.goto(address + "compare/?p=" + ",".join([*list(atlas.programmes)[:50], "nobody"]))
    status = desk.locator(".pm-compare > [role=status]")
    expect(status).to_contain_text("5 programmes: the same on")
    expect(status).to_contain_text("Named in the address and not shown: 45.")
    expect(status).to_contain_text("There is no programme “nobody”.")
    desk.get_by_role("button", name="Remove: ").first.click()
    expect(status).to_contain_text("4 programmes")
    expect(status).not_to_contain_text("not shown")


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


def test_paper_names_the_sources(desk: Page, address: str) -> None:
    """Printed, every answer names its sources; what they say is printed where the reader opened it;
    the buttons are gone, and three programmes take few sheets.
    """
    open_at(desk, address + THREE)
    assert sheets(desk) <= 6
    desk.locator(".pm-compare-table summary").first.click()
    desk.emulate_media(media="print")
    desk.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(desk.locator(".pm-compare-table summary").last).to_be_visible()
    expect(desk.locator(".pm-compare-table .pm-evidence").first).to_be_visible()
    expect(desk.locator(".pm-compare-table .pm-evidence").last).to_be_hidden()
    expect(desk.locator(".pm-compare-table .pm-button").first).to_be_hidden()


def test_what_was_opened_begins_below_its_heading(desk: Page, address: str) -> None:
    """Printed with all that the sources say, a long answer leaves no sheet nearly empty."""
    open_at(desk, address + THREE)
    desk.evaluate("document.querySelectorAll('td details').forEach(d => { d.open = true; })")
    desk.emulate_media(media="print")
    opened = desk.locator(".pm-compare-table tr:has(details)").first
    assert opened.evaluate("row => getComputedStyle(row).breakInside") == "auto"
    assert opened.locator("..").evaluate("body => getComputedStyle(body).breakInside") == "auto"


def test_places_in_english_sources_are_said_in_english(desk: Page, address: str) -> None:
    """On a French page what a source says and where, which is not translated, say their language;
    the name of the source and the page around them do not.
    """
    open_at(desk, f"{address}fr/compare/?p=caring-community,project-dulce")
    evidence = desk.locator(".pm-evidence li")
    assert evidence.count() > 2
    wheres = evidence.locator(".pm-where")
    assert wheres.count() == evidence.count()
    assert {where.get_attribute("lang") for where in wheres.all()} == {"en"}
    assert evidence.locator("a[lang]").count() == 0


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
