"""Pages whose data do not arrive say so, and work as soon as they do."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browser.states import barriers

pytestmark = pytest.mark.browser

NEEDED = {
    "describe/?functions=navigation": ("facets.json", "#found ol > li"),
    "compare/": ("facets.json", ".pm-compare-form"),
    "gaps/": ("facets.json", ".pm-gaps-form"),
    "gaps/?of=references": ("reference-facets.json", ".pm-gaps-form"),
    "programmes/": ("facets.json", ".pm-finder form"),
    "programmes/?functions=navigation": ("summaries.json", ".pm-finder-list > li"),
    "references/": ("library.json", ".pm-finder form"),
    "references/?type=book": ("library-rows.json", ".pm-finder-list > li"),
}
KEYS = ["acs2009", "barker2020", "sokol2016"]
BASKET = f"basket/?keys={','.join(KEYS)}"


def fail(page: Page, file: str) -> None:
    """Let no request for a file through."""
    page.route(f"**/{file}", lambda route: route.abort())


def saved(page: Page, button: str) -> str:
    """The text of the file that a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("at", NEEDED)
def test_a_page_says_that_its_data_did_not_arrive(desk: Page, address: str, at: str) -> None:
    """Whoever has JavaScript is told what is missing, not that it is needed; *Try again* brings the
    page once the data are there, and what was said goes.
    """
    file, works = NEEDED[at]
    faults: list[str] = []
    desk.on("pageerror", lambda fault: faults.append(str(fault)))
    fail(desk, file)
    desk.goto(address + at)
    expect(desk.get_by_text("did not arrive")).to_be_visible()
    expect(desk.get_by_text("needs JavaScript")).to_have_count(0)
    again = desk.get_by_role("button", name="Try again")
    with desk.expect_event("requestfailed"):
        again.click()
    expect(desk.get_by_text("did not arrive")).to_be_visible()
    desk.unroute(f"**/{file}")
    again.click()
    expect(desk.locator(works).first).to_be_visible()
    expect(desk.get_by_text("did not arrive")).to_be_hidden()
    expect(again).to_be_hidden()
    assert faults == []


SLOW = {**NEEDED, BASKET: ("citations/index.json", ".pm-entries > li")}


@pytest.mark.parametrize("at", SLOW)
def test_a_page_says_that_its_data_are_on_their_way(desk: Page, address: str, at: str) -> None:
    """Whoever waits is not told that the page needs JavaScript, and what is said goes."""
    file, works = SLOW[at]
    held: list[Route] = []
    desk.route(f"**/{file}", lambda route: held.append(route))
    desk.goto(address + at)
    expect(desk.get_by_text("Loading …")).to_be_visible()
    expect(desk.get_by_text("needs JavaScript")).to_have_count(0)
    for one in held:
        one.continue_()
    expect(desk.locator(works).first).to_be_visible()
    expect(desk.get_by_text("Loading …").filter(visible=True)).to_have_count(0)


def test_a_search_says_that_it_is_under_way(desk: Page, address: str) -> None:
    """The same for what search needs."""
    held: list[Route] = []
    desk.route("**/kinds.json", lambda route: held.append(route))
    desk.goto(address + "search/?q=housing")
    status = desk.locator(".pm-searching [role=status]")
    expect(status).to_have_text("Loading …")
    held.pop().continue_()
    expect(status).to_contain_text("found with ‘housing’", timeout=10_000)


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("at", ["describe/", "compare/", "gaps/", "programmes/", BASKET])
def test_a_page_without_its_data_bars_nobody(desk: Page, address: str, at: str) -> None:
    """Light and dark, at a desk and on a phone."""
    fail(desk, "facets.json")
    fail(desk, "citations/*.json")
    desk.goto(address + at)
    expect(desk.get_by_text("did not arrive")).to_be_visible()
    assert barriers(desk) == []


def test_a_list_is_saved_with_its_sources_or_not_at_all(desk: Page, address: str) -> None:
    """Where the sources of programmes do not arrive, no file without them is saved."""
    fail(desk, "summaries.json")
    desk.goto(address + "programmes/")
    downloads: list[object] = []
    desk.on("download", lambda download: downloads.append(download))
    desk.get_by_role("button", name="BibTeX").click()
    expect(desk.locator(".pm-finder-found")).to_contain_text("did not arrive")
    assert downloads == []
    desk.unroute("**/summaries.json")
    assert saved(desk, "BibTeX").count("\n@") > 1
    expect(desk.locator(".pm-finder-found")).not_to_contain_text("did not arrive")


@pytest.mark.parametrize("file", ["citations/index.json", "citations/*-*.json"])
def test_a_basket_without_styles_still_gives_its_files(desk: Page, address: str, file: str) -> None:
    """Where no formatted citations are to be had, works stand by their keys and can be saved; only
    the text in a style cannot.
    """
    fail(desk, file)
    desk.goto(address + BASKET)
    expect(desk.get_by_text("The formatted citations did not arrive")).to_be_visible()
    expect(desk.get_by_text("needs JavaScript")).to_have_count(0)
    assert sorted(desk.locator(".pm-entries > li > span:first-child").all_inner_texts()) == KEYS
    assert all(key in saved(desk, "BibTeX") for key in KEYS)
    desk.get_by_role("button", name="Text in this style").click()
    expect(desk.get_by_text("basket.txt is not saved")).to_be_visible()
    desk.unroute(f"**/{file}")
    desk.get_by_role("button", name="Try again").first.click()
    expect(desk.locator(".pm-entries > li").first).to_contain_text("American Cancer Society")
    expect(desk.get_by_text("did not arrive").filter(visible=True)).to_have_count(0)
    assert "American Cancer Society" in saved(desk, "Text in this style")


@pytest.mark.parametrize(
    ("button", "file", "ending"),
    [("BibTeX", "basket.bib", "bib"), ("RIS", "basket.ris", "ris")],
)
def test_a_basket_says_which_work_is_not_in_a_file(
    desk: Page, address: str, button: str, file: str, ending: str
) -> None:
    """A file that lacks a work is not simply *saved*; with none of them there is no file."""
    fail(desk, f"barker2020.{ending}")
    desk.goto(address + BASKET)
    text = saved(desk, button)
    assert "sokol2016" in text
    assert "barker2020" not in text
    expect(desk.get_by_text(f"{file} is saved without barker2020")).to_be_visible()
    desk.unroute(f"**/barker2020.{ending}")
    assert "barker2020" in saved(desk, "Try again")
    expect(desk.get_by_text("is saved without")).to_be_hidden()
    expect(desk.locator(".pm-said")).to_have_text(f"{file} is saved.")
    fail(desk, f"*.{ending}")
    desk.get_by_role("button", name=button, exact=True).click()
    expect(desk.get_by_text(f"{file} is not saved")).to_be_visible()


def test_the_table_of_a_basket_is_whole_or_says_what_it_lacks(desk: Page, address: str) -> None:
    """A table that does not arrive is not saved; a key that it does not have is named."""
    fail(desk, "references.csv")
    desk.goto(address + BASKET + ",nobody1999")
    desk.get_by_role("button", name="CSV", exact=True).click()
    expect(desk.get_by_text("basket.csv is not saved")).to_be_visible()
    desk.unroute("**/references.csv")
    assert saved(desk, "CSV").count("\n") == len(KEYS) + 1
    expect(desk.get_by_text("basket.csv is saved without nobody1999")).to_be_visible()


def test_citations_that_do_not_arrive_come_later(desk: Page, address: str) -> None:
    """The bibliography of a page and its own citation say what is missing, and can be
    asked again.
    """
    fail(desk, "citations/*.json")
    desk.goto(address + "questions/functions/navigation/")
    for box in (".pm-bibliography", ".pm-cite-page"):
        desk.locator(f"{box} summary").press("Enter")
        expect(desk.locator(box).get_by_text("did not arrive")).to_be_visible()
    desk.unroute("**/citations/*.json")
    for box in (".pm-bibliography", ".pm-cite-page"):
        desk.locator(box).get_by_role("button", name="Try again").click()
        expect(desk.locator(box).locator("select")).to_be_visible()
        expect(desk.locator(box).get_by_text("did not arrive")).to_be_hidden()


def test_a_comparison_that_does_not_arrive_can_be_asked_again(desk: Page, address: str) -> None:
    """The record of a programme is missing, and comes."""
    desk.goto(address + "compare/")
    expect(desk.locator(".pm-compare-form")).to_be_visible()
    names = desk.locator(".pm-pairs .pm-side-by-side").first.get_attribute("href") or ""
    fail(desk, "record.json")
    desk.goto(address + "compare/" + names[names.index("?") :])
    expect(desk.get_by_text("The records did not arrive")).to_be_visible()
    desk.unroute("**/record.json")
    desk.get_by_role("button", name="Try again").click()
    expect(desk.locator(".pm-compare-table")).to_have_attribute("data-count", "2")
    expect(desk.get_by_text("did not arrive").filter(visible=True)).to_have_count(0)
