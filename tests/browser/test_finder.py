"""The finder as its readers use it."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Page, expect

from browser.narrowing import found, listed, open_at, saved
from browser.states import barriers
from browser.visiting import WIDTHS
from peermap.place.atlas import Atlas
from peermap.place.likeness import profile

pytestmark = pytest.mark.browser

ROSE = """row => [row.querySelector("title").textContent, ...[...row.querySelectorAll("svg g")]
  .map(facet => [...facet.children].map(path => path.outerHTML).sort())]"""
CHOSEN = "programmes/?functions=advocacy&status=not-coded,not-stated"


def test_a_number_is_what_choosing_it_shows(desk: Page, address: str, atlas: Atlas) -> None:
    """With an option and two states chosen, the list is what the records say; the number beside a
    value is then what the list has once it is chosen, a state as well as an option.
    """
    open_at(desk, address + CHOSEN)
    expected = {
        p.id
        for p in atlas.programmes.values()
        if "advocacy" in profile(p)["functions"]
        and p.answers["status"].state in ("not coded", "not stated")
    }  # fmt: skip
    assert set(listed(desk)) == expected
    assert len(expected) == found(desk)
    for box in ("f-formality-not-stated", "f-formality-not-coded", "f-trend-peer-support"):
        row = desk.locator(f"li:has(> #{box})")
        fold = desk.locator(f"details.pm-finder-facet:has(#{box})")
        fold.evaluate("fold => { fold.open = true; }")
        number = int(row.locator(".pm-finder-count").inner_text())
        row.locator("input").check()
        assert found(desk) == number
        row.locator("input").uncheck()


def test_all_silos_are_there(desk: Page, address: str, atlas: Atlas) -> None:
    """Community, issue, label, trend, place and period stand below the six questions, which are
    asked before anything is opened.
    """
    open_at(desk, address + "programmes/")
    names = desk.locator(".pm-finder-facet > summary").all_inner_texts()
    questions = [f"{q.name}\n{q.wording}" for q in atlas.map.questions]
    others = ["Community", "Issue", "Label", "Trend", "Place", "Began"]
    assert [name.strip() for name in names] == questions + others


def test_back_undoes_a_choice(desk: Page, address: str) -> None:
    """Back takes the last choice away, Forward brings it again, and typing is no step."""
    open_at(desk, address + "programmes/")
    desk.locator("details.pm-finder-facet > summary").first.click()
    everything = found(desk)
    desk.get_by_label(re.compile("^Navigation")).check()
    expect(desk.locator("[data-whole-list]")).to_be_hidden()
    one = found(desk)
    desk.get_by_label(re.compile("^Advocacy")).check()
    desk.locator("#finder-words").press_sequentially("women")
    expect(desk).to_have_url(re.compile(r"functions=advocacy,navigation&q=women$"))
    desk.go_back()
    expect(desk.get_by_label(re.compile("^Advocacy"))).not_to_be_checked()
    assert (found(desk), one < everything) == (one, True)
    desk.go_back()
    expect(desk.locator("[data-whole-list]")).to_be_visible()
    desk.go_forward()
    expect(desk.get_by_label(re.compile("^Navigation"))).to_be_checked()


def test_a_value_that_there_is_not_is_said_to_be_passed_over(desk: Page, address: str) -> None:
    """An old or mistyped address does not seem to narrow the list where it does not."""
    open_at(desk, address + "programmes/?functions=advocacy,nonsense")
    with_it = found(desk)
    chip = desk.get_by_role("button", name="“nonsense” (unknown, passed over)")
    expect(chip).to_be_visible()
    chip.click()
    expect(chip).to_have_count(0)
    assert found(desk) == with_it
    assert desk.url.endswith("?functions=advocacy")


def test_files_hold_the_result_set(desk: Page, address: str, atlas: Atlas) -> None:
    """CSV and JSON have the programmes found and no others; BibTeX, RIS and CSL-JSON have exactly
    the sources that were read for them.
    """
    open_at(desk, address + CHOSEN)
    ids = set(listed(desk))
    rows = list(csv.DictReader(io.StringIO(saved(desk, "CSV"))))
    assert {row["id"] for row in rows} == ids
    assert all("advocacy" in row["functions"] for row in rows)
    records = json.loads(saved(desk, "JSON"))
    assert {record["id"] for record in records} == ids
    sources = {r.source for id_ in ids for r in atlas.programmes[id_].read if r.what != "title"}
    assert {source for record in records for source in record["sources"]} == sources
    assert set(re.findall(r"^@\w+\{([^,]+),", saved(desk, "BibTeX"), re.M)) == sources
    assert set(re.findall(r"^ID  - (\S+)$", saved(desk, "RIS"), re.M)) == sources
    assert {item["id"] for item in json.loads(saved(desk, "CSL-JSON"))} == sources


def test_a_card_says_what_its_rose_shows(desk: Page, address: str) -> None:
    """A result and the same programme in the list of the page have a rose of the same words and
    the same shapes.
    """
    desk.goto(address + "programmes/")
    row = "[data-whole-list] li:has(a[href$='caring-community/'])"
    expected = desk.locator(row).evaluate(ROSE)
    open_at(desk, address + "programmes/?q=caring+community")
    shown = desk.locator(".pm-finder-list li:has(a[href='caring-community/'])").evaluate(ROSE)
    assert (shown, "navigation" in shown[0]) == (expected, True)


def test_sorted_by_age(desk: Page, address: str, atlas: Atlas) -> None:
    """Oldest first begins with a programme of the earliest period, newest first with one of the
    latest; the address keeps the order.
    """
    open_at(desk, address + "programmes/?sort=oldest")
    years = {p.id: p.years.first for p in atlas.programmes.values() if p.years}
    assert years[listed(desk)[0]] < 1900
    desk.locator("#finder-sort").select_option("newest")
    expect(desk).to_have_url(re.compile(r"sort=newest$"))
    expect(desk.locator(".pm-finder-list > li")).to_have_count(10)
    first = desk.locator(".pm-finder-list .pm-row-title").first.get_attribute("href")
    assert years[str(first).rstrip("/")] >= 2010


def test_by_keyboard_alone(desk: Page, address: str) -> None:
    """With Tab, Enter and Space alone one opens a question, chooses, hears the number, reaches a
    result, and clears the choice; the focus is never lost.
    """
    open_at(desk, address + "programmes/")
    desk.locator("#finder-sort").focus()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    if desk.evaluate("document.activeElement.type") != "checkbox":
        desk.keyboard.press("Tab")
    everything = found(desk)
    desk.keyboard.press("Space")
    expect(desk.locator(":focus")).to_be_checked()
    expect(desk.locator("[data-whole-list]")).to_be_hidden()
    assert 0 < found(desk) < everything
    assert (
        desk.get_by_role("status").first.inner_text() == f"{found(desk)} of {everything} programmes"
    )
    drop = desk.get_by_role("button", name=re.compile("^Remove: "))
    drop.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#finder-words")).to_be_focused()
    assert found(desk) == everything


@pytest.mark.parametrize("kind", ["programmes/", "references/"])
def test_the_focus_is_seen_on_every_facet(desk: Page, address: str, kind: str) -> None:
    """Whoever moves by keyboard sees within the heading of each facet that it has the focus."""
    open_at(desk, address + kind)
    desk.locator("#finder-sort").focus()
    for heading in desk.locator(".pm-finder-facet > summary").all():
        heading.scroll_into_view_if_needed()
        before = heading.screenshot()
        desk.keyboard.press("Tab")
        expect(heading).to_be_focused()
        assert heading.screenshot() != before, heading.inner_text()


@pytest.mark.parametrize("chosen", ["functions=navigation", "status=people-supported"])
def test_the_way_to_more_says_how_many_and_of_how_many(
    desk: Page, address: str, chosen: str
) -> None:
    """Where it shows all the rest, it says only how many these are."""
    open_at(desk, f"{address}programmes/?{chosen}")
    rows = desk.locator(".pm-finder-list > li")
    more = desk.locator(".pm-finder-list + button")
    left = found(desk) - rows.count()
    expect(more).to_have_text(f"Show 25 more of {left}" if left > 25 else f"Show {left} more")
    while more.is_visible():
        before = rows.count()
        more.click()
        expect(rows.nth(before)).to_be_visible()
    assert rows.count() == found(desk)


def test_more_below_is_shown(desk: Page, address: str) -> None:
    """With a facet open the form is longer than its box: its lower edge is shaded as long as there
    is more below, and is not at the end.
    """
    open_at(desk, address + "programmes/")
    desk.locator(".pm-finder-facet > summary").first.click()
    desk.evaluate("scrollTo(0, 600)")
    form = desk.locator(".pm-finder")
    assert form.evaluate("form => form.scrollHeight > form.clientHeight")
    with_more = lower_edge(desk)
    form.evaluate("form => form.scrollTo(0, form.scrollHeight)")
    assert lower_edge(desk) != with_more


def lower_edge(page: Page) -> bytes:
    """A picture of the lowest pixels of the form, beside what is written in it."""
    box = page.locator(".pm-finder").bounding_box()
    assert box is not None
    edge = {"x": box["x"], "y": box["y"] + box["height"] - 12, "width": 3, "height": 12}
    return page.screenshot(clip=FloatRect(**edge))


def test_nothing_found_is_said(desk: Page, address: str) -> None:
    """Words that no programme has give an empty list that says so, and a way out."""
    open_at(desk, address + "programmes/?q=qwertyuiop")
    assert found(desk) == 0
    expect(desk.locator(".pm-finder-nothing")).to_be_visible()
    desk.get_by_role("button", name="Clear all").click()
    expect(desk.locator("[data-whole-list]")).to_be_visible()


def test_on_a_phone_results_are_one_press_away(chromium: Browser, address: str) -> None:
    """On a phone the facets fold; while one chooses, a button says how many there are by now and
    leads to them.
    """
    size = {"width": WIDTHS["phone"], "height": 800}
    with chromium.new_context(viewport=size, reduced_motion="reduce") as context:
        page = context.new_page()
        open_at(page, address + "programmes/")
        everything = page.locator(".pm-finder-found").inner_text()
        page.get_by_text("Narrow the list").click()
        page.locator("details.pm-finder-facet > summary").first.click()
        page.get_by_label(re.compile("^Navigation")).check()
        expect(page.locator(".pm-finder-found")).not_to_have_text(everything)
        jump = page.locator(".pm-finder-jump")
        expect(jump).to_have_text(f"Show {found(page)} programmes")
        expect(jump).to_be_in_viewport()
        jump.click()
        expect(page.locator("#found")).to_be_in_viewport()
        expect(page.locator("details.pm-finder-facet").first).not_to_be_visible()


def test_all_results_are_printed(desk: Page, address: str) -> None:
    """Paper has every programme found, not only the first ten, and no form."""
    open_at(desk, address + "programmes/?sort=name")
    expect(desk.locator(".pm-finder-list > li")).to_have_count(10)
    desk.emulate_media(media="print")
    desk.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(desk.locator(".pm-finder-list > li")).to_have_count(found(desk))
    expect(desk.locator(".pm-finder")).to_be_hidden()


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("query", ["functions=advocacy&trend=peer-support", "q=qwertyuiop"])
def test_nothing_bars_a_reader_of_results(desk: Page, address: str, query: str) -> None:
    """With results and without, every facet open."""
    open_at(desk, f"{address}programmes/?{query}")
    desk.evaluate(
        "document.querySelectorAll('.pm-finder details').forEach(d => { d.open = true; })"
    )
    assert barriers(desk) == []


def test_without_script_there_is_no_form(without_scripts: BrowserContext, address: str) -> None:
    """Without JavaScript nothing stands there that does nothing; the list itself is whole."""
    with without_scripts.new_page() as page:
        page.goto(address + "programmes/")
        expect(page.locator("main form, main button")).to_have_count(0)
        assert page.locator(".pm-row").count() > 50
        words = page.locator(".pm-row svg title").first.text_content()
        assert words is not None
        assert "Functions: " in words
