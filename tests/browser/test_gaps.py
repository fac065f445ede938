"""The matrix of gaps as its readers use it."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from browser.states import barriers
from peermap.place.atlas import Atlas

pytestmark = pytest.mark.browser

LISTED = "gaps/?of=references&rows=functions&columns=issues"
OPEN = LISTED + "&cell=functions.navigation,issues.cancer"
TWO_HEADS = "gaps/?rows=status&columns=questions"
WITHIN = "gaps/?rows=functions&columns=functions"
PNG = b"\x89PNG\r\n\x1a\n"


def open_at(page: Page, url: str) -> None:
    """Open the page at an address and wait for its form."""
    page.goto(url)
    expect(page.locator(".pm-gaps-form")).to_be_visible()


def saved(page: Page, name: str) -> bytes:
    """The bytes of the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("query", ["", "?rows=communities&columns=questions"])
def test_every_number_has_its_heads(desk: Page, address: str, query: str) -> None:
    """Whoever hears the table learns of each number its row and its column: the table has a
    caption, every head says what it is the head of, and no row has more cells than there are
    columns.
    """
    open_at(desk, address + "gaps/" + query)
    table = desk.get_by_role("table")
    expect(table.locator("caption")).to_contain_text("Programmes: ")
    assert table.locator("th:not([scope])").count() == 0
    columns = table.locator("thead th[scope=col]").count()
    rows = table.locator("tbody tr:has(td)")
    shapes = rows.evaluate_all(
        "rows => rows.map(r => [r.cells[0].scope, r.querySelectorAll('th').length, r.cells.length])"
    )
    assert {tuple(shape) for shape in shapes} == {("row", 1, columns)}
    expect(desk.get_by_role("region", name=table.locator("caption").inner_text())).to_be_visible()


def test_any_two_dimensions(desk: Page, address: str) -> None:
    """Rows and columns may be any dimension there is; the choice is said aloud and stands in the
    address, and Back undoes it.
    """
    open_at(desk, address + "gaps/")
    sides = [desk.get_by_label(name, exact=True) for name in ("Rows", "Columns")]
    choices = sides[0].locator("option").evaluate_all("all => all.map(option => option.value)")
    assert {"questions", "communities", "issues", "labels", "trend", "place", "period"} <= set(
        choices
    )
    for rows, columns in list(product(choices, choices))[:: len(choices) + 2]:
        sides[0].select_option(rows)
        sides[1].select_option(columns)
        said = desk.locator(".pm-gaps > [role=status]").inner_text()
        assert said.startswith("Programmes: ")
        count = desk.get_by_role("table").locator("tbody tr:has(td)").count()
        assert f"{count} rows and" in said
    desk.get_by_label("Columns", exact=True).select_option("period")
    before = desk.url
    desk.get_by_label("Count", exact=True).select_option("references")
    expect(desk.locator("caption")).to_contain_text("References: ")
    desk.go_back()
    expect(desk.locator("caption")).to_contain_text("Programmes: ")
    assert desk.url == before


@pytest.mark.parametrize("query", [LISTED, WITHIN])
def test_a_cell_opens_its_list(desk: Page, address: str, query: str) -> None:
    """A number of references, or of programmes that take two options of one question, opens a list
    as long as it says; the focus goes there, the address keeps it, and Back closes it.
    """
    open_at(desk, address + query)
    cell = desk.locator("td.pm-cell a").nth(1)
    number = int(cell.inner_text())
    cell.press("Enter")
    heading = desk.locator("#gaps-list-name")
    expect(heading).to_be_focused()
    expect(heading).to_contain_text(f"({number})")
    expect(desk.locator(".pm-gaps-list li")).to_have_count(number)
    assert "cell=" in desk.url
    desk.go_back()
    expect(desk.locator(".pm-gaps-list")).to_be_hidden()


def test_a_cell_of_programmes_leads_to_the_finder(desk: Page, address: str, atlas: Atlas) -> None:
    """The finder behind a number lists as many programmes; arrows move between the numbers."""
    open_at(desk, address + "gaps/")
    first = desk.locator("td.pm-cell a").first
    first.focus()
    desk.keyboard.press("ArrowRight")
    cell = desk.locator("td a:focus")
    number = cell.inner_text()
    assert cell.evaluate("cell => cell.closest('td').cellIndex") == 2
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/programmes/?functions=**")
    expect(desk.locator(".pm-finder-found")).to_have_text(
        f"{number} of {len(atlas.programmes)} programmes"
    )


def test_states_are_told_apart_without_colours(chromium: Browser, address: str) -> None:
    """Where the system forces its colours, *looked for, none found* and *not all coded* look
    different, in the key and in the cells.
    """
    with chromium.new_context(forced_colors="active") as context:
        page = context.new_page()
        open_at(page, address + "gaps/")
        key = page.locator(".pm-matrix-key .pm-cell")
        kinds = key.all()
        assert len({cell.screenshot() for cell in kinds}) == len(kinds) > 2
        cell = page.locator("td.pm-cell[data-state=not-stated]").first
        looked_for = cell.screenshot()
        cell.evaluate("cell => { cell.dataset.state = 'not-coded'; }")
        assert cell.screenshot() != looked_for


@pytest.mark.parametrize(("width", "height"), [(360, 800), (640, 400)])
def test_a_small_window_has_no_box_to_scroll_down(
    chromium: Browser, address: str, width: int, height: int
) -> None:
    """On a phone, and at a zoom of 200 %, all six questions follow each other on the page."""
    size: ViewportSize = {"width": width, "height": height}
    with chromium.new_context(viewport=size) as context:
        page = context.new_page()
        open_at(page, address + "gaps/")
        hidden = "box => box.scrollHeight - box.clientHeight"
        assert page.locator(".pm-matrix-scroll").evaluate(hidden) == 0


def test_paper_has_the_sum_once(desk: Page, address: str) -> None:
    """The row of all is no foot that every sheet repeats, to be read as a sum of the sheet."""
    open_at(desk, address + "gaps/")
    desk.emulate_media(media="print")
    shown = "foot => getComputedStyle(foot).display"
    assert desk.locator(".pm-matrix tfoot").evaluate(shown) == "table-row-group"


def test_files_hold_the_matrix(desk: Page, address: str) -> None:
    """CSV has a row for each cell and tells the three states apart; the pictures are pictures, with
    the same numbers in the SVG.
    """
    open_at(desk, address + "gaps/")
    rows = list(csv.DictReader(saved(desk, "CSV").decode().splitlines()))
    cells = desk.locator("td.pm-cell")
    assert len(rows) == cells.count()
    assert {row["state"] for row in rows} >= {"found", "none"}
    shown = [text.split()[0] for text in cells.all_inner_texts()]
    assert [row["count"] for row in rows] == shown
    drawn = saved(desk, "Picture (SVG)").decode()
    assert all(f">{number}</text>" in drawn for number in set(shown))
    assert saved(desk, "Picture (PNG)").startswith(PNG)


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("query", [OPEN, TWO_HEADS])
def test_nothing_bars_a_reader_of_a_matrix(desk: Page, address: str, query: str) -> None:
    """A matrix with an open list, and one with two rows of heads."""
    open_at(desk, address + query)
    assert barriers(desk) == []


def test_without_script_the_matrix_is_there(without_scripts: BrowserContext, address: str) -> None:
    """Without JavaScript the first matrix stands there with its caption and its lists; nothing
    that does nothing does.
    """
    with without_scripts.new_page() as page:
        page.goto(address + "gaps/")
        expect(page.locator("caption")).to_contain_text("the questions of the map by trend")
        expect(page.locator(".pm-gaps-form, .pm-gaps-take")).to_have_count(2)
        expect(page.locator(".pm-gaps-form")).to_be_hidden()
        expect(page.locator(".pm-gaps-take")).to_be_hidden()
        number = page.locator("td.pm-cell a").first
        number.click()
        assert "/programmes/?functions=" in page.url
