"""Pages in another language: whatever scripts put there comes from the table of that language.

The table is made up: each text stands in it between brackets, so that one that does not come from
it shows. It is loaded as a page in another language loads it, under the policy of the site.
"""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, Route, expect

from browser.narrowing import saved
from words.messages import SCRIPTS, messages

pytestmark = pytest.mark.browser

FIELDS = "⟦CSV with English field names⟧"
# Every text and name within an element, but for what is itself cited and for names of formats.
TEXTS = """place => [...place.querySelectorAll("*")]
  .filter(e => !e.closest(".pm-entries li > span:first-child, select"))
  .flatMap(e => [e.getAttribute("aria-label"), e.title,
    ...[...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.textContent)])
  .filter(text => /\\p{L}/u.test(text ?? ""))"""
FORMATS = {"BibTeX", "RIS", "CSL-JSON", "CSV", "JSON"}


@pytest.fixture
def elsewhere(desk: Page) -> Page:
    """A page in French, as far as its scripts know."""
    said = [forms for name in SCRIPTS for forms in messages(name)]
    table = {one: [f"⟦{one}⟧", f"⟦{more[0]}⟧"] if more else f"⟦{one}⟧" for one, *more in said} | {
        "{name}: {words}": "{name} : {words}"
    }

    def in_french(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace('lang="en"', 'lang="fr"', 1)
        script = '</title><script src="/french.js"></script>'
        route.fulfill(response=answer, body=body.replace("</title>", script, 1))

    desk.route(re.compile(r"/(\?.*)?$"), in_french)
    desk.route(
        "**/french.js",
        lambda route: route.fulfill(
            content_type="text/javascript", body=f"globalThis.peermapWords = {json.dumps(table)};"
        ),
    )
    return desk


def heads(text: str) -> list[str]:
    """The headings of a table."""
    return text.splitlines()[0].split(",")


def test_the_basket_speaks_the_language_of_its_page(elsewhere: Page, address: str) -> None:
    """All that the basket shows, names and announces is translated, but for works and formats."""
    elsewhere.goto(address + "basket/?keys=barker2020,lessard2024")
    expect(elsewhere.locator(".pm-entries > li")).to_have_count(2)
    texts = elsewhere.locator("[data-basket]").evaluate(TEXTS)
    assert "⟦A list that was sent to you: 2 references.⟧" in texts
    assert [t for t in texts if "⟦" not in t and t.strip() not in FORMATS] == []
    elsewhere.get_by_role("button", name="⟦Add these to my basket⟧").click()
    expect(elsewhere.get_by_role("status")).to_have_text("⟦2 in the basket.⟧")


def test_the_finder_speaks_the_language_of_its_page(elsewhere: Page, address: str) -> None:
    """Numbers found, the way to more, and a table with headings for readers; the second table has
    the fields that programs know.
    """
    elsewhere.goto(address + "programmes/?functions=navigation")
    expect(elsewhere.locator(".pm-finder-found")).to_have_text(
        re.compile(r"^⟦\d+ of \d+ programmes⟧$")
    )
    expect(elsewhere.locator(".pm-finder-list + button")).to_have_text(
        re.compile(r"^⟦Show 25 more of")
    )
    drop = elsewhere.locator(".pm-finder-chosen-list button").first
    expect(drop).to_have_accessible_name(re.compile(r"\w : \w"))
    assert heads(saved(elsewhere, "CSV"))[:2] == ["⟦Name⟧", "⟦Address⟧"]
    assert heads(saved(elsewhere, FIELDS))[:3] == ["id", "name", "address"]
    expect(elsewhere.locator(".pm-finder-take")).to_contain_text("⟦The headings of the CSV file")


def test_the_library_speaks_the_language_of_its_page(elsewhere: Page, address: str) -> None:
    """Numbers, buttons beside the works, and both tables."""
    elsewhere.goto(address + "references/?functions=navigation")
    expect(elsewhere.locator(".pm-finder-found")).to_have_text(
        re.compile(r"^⟦\d+ of \d+ references⟧$")
    )
    add = elsewhere.locator(".pm-finder-list .pm-add").first
    expect(add).to_have_accessible_name(re.compile("^⟦Basket: "))
    assert heads(saved(elsewhere, "CSV"))[0] == "⟦Key of the reference⟧"
    assert heads(saved(elsewhere, FIELDS))[0] == "key"


@pytest.mark.parametrize(
    ("page", "readers", "programs"),
    [
        ("gaps/", "⟦Rows by⟧", "row_dimension"),
        ("compare/?p=caring-community,aboriginal-kidney-patient-navigators", "⟦Point⟧", "point"),
    ],
)
def test_tables_are_for_readers_and_for_programs(
    elsewhere: Page, address: str, page: str, readers: str, programs: str
) -> None:
    """Compare and gaps give both tables, and say what tells them apart."""
    elsewhere.goto(address + page)
    assert heads(saved(elsewhere, "CSV"))[0] == readers
    assert heads(saved(elsewhere, FIELDS))[0] == programs
    expect(elsewhere.get_by_text("⟦The headings of the CSV file")).to_be_visible()


def test_what_is_in_another_language_than_its_page_says_so(elsewhere: Page, address: str) -> None:
    """On a page in French, English summaries, titles, statements and citations are marked, so that
    a screen reader speaks them as English.
    """
    elsewhere.goto(address + "programmes/?functions=navigation")
    expect(elsewhere.locator(".pm-finder-list .pm-line").first).to_have_attribute("lang", "en")
    elsewhere.goto(address + "references/?q=barker")
    expect(elsewhere.locator(".pm-finder-list .pm-title").first).to_have_attribute("lang", "en")
    elsewhere.goto(address + "compare/?p=caring-community")
    elsewhere.locator(".pm-compare-table summary").first.click()
    expect(elsewhere.locator(".pm-evidence li > span").first).to_have_attribute("lang", "en")
    elsewhere.goto(address + "basket/?keys=barker2020")
    choice = elsewhere.locator("[data-basket] select")
    choice.select_option("ama")
    expect(elsewhere.locator("ol.pm-entries")).to_have_attribute("lang", "en")
    choice.select_option("apa-fr")
    expect(elsewhere.locator("ul.pm-entries > li")).to_have_count(1)
    expect(elsewhere.locator("ul.pm-entries[lang]")).to_have_count(0)
