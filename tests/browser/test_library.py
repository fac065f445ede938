"""The library as its readers use it."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.narrowing import found, listed, open_at, saved
from browser.states import barriers
from peermap.place.atlas import Atlas

pytestmark = pytest.mark.browser

CHOSEN = "references/?functions=advocacy,navigation&type=report"
OPEN_ALL = "document.querySelectorAll('.pm-finder details').forEach(d => { d.open = true; })"


def wanted(atlas: Atlas) -> set[str]:
    """The keys that ``CHOSEN`` asks for, read from the records."""
    return {
        r.key
        for r in atlas.references.values()
        if r.type in {"report", "techreport"}
        and {"functions:advocacy", "functions:navigation"} & {str(tag) for tag in r.tags}
    }


def test_the_result_set_is_shown_and_taken_along(desk: Page, address: str, atlas: Atlas) -> None:
    """With two options and a type chosen, the list, every file and the basket hold exactly the
    references whose records say so.
    """
    open_at(desk, address + CHOSEN)
    keys = wanted(atlas)
    assert len(keys) > 2
    assert (set(listed(desk)), found(desk)) == (keys, len(keys))
    assert set(re.findall(r"^@\w+\{([^,]+),", saved(desk, "BibTeX"), re.M)) == keys
    assert set(re.findall(r"^ID  - (\S+)$", saved(desk, "RIS"), re.M)) == keys
    assert {item["id"] for item in json.loads(saved(desk, "CSL-JSON"))} == keys
    assert {row["key"] for row in csv.DictReader(io.StringIO(saved(desk, "CSV")))} == keys
    desk.get_by_role("button", name="Add all to basket").click()
    expect(desk.locator("[data-basket-count]").first).to_have_text(str(len(keys)))
    expect(desk.locator(".pm-finder-list [aria-pressed=true]")).to_have_count(len(keys))


def test_a_number_is_what_choosing_it_shows(desk: Page, address: str) -> None:
    """The number beside a value, before anything was fetched for it, is what the list then has;
    Back takes the choice away, and Forward brings it again.
    """
    open_at(desk, address + "references/")
    everything = found(desk)
    expect(desk.locator("[data-whole-list]")).to_be_visible()
    desk.locator("summary", has_text="Type of work").click()
    row = desk.locator("li:has(> #f-type-report)")
    number = int(row.locator(".pm-finder-count").inner_text())
    row.locator("input").check()
    expect(desk.locator("[data-whole-list]")).to_be_hidden()
    assert found(desk) == number == len(listed(desk))
    desk.locator("#finder-words").press_sequentially("peer")
    expect(desk).to_have_url(re.compile(r"\?type=report&q=peer$"))
    desk.go_back()
    expect(desk.locator("[data-whole-list]")).to_be_visible()
    assert found(desk) == everything
    desk.go_forward()
    expect(row.locator("input")).to_be_checked()
    assert found(desk) < number


def test_sorted_by_year_title_and_use(desk: Page, address: str, atlas: Atlas) -> None:
    """Each order begins with the reference it ought to begin with, and the address keeps it."""
    used = {key: len(uses) for key, uses in atlas.uses.items()}
    years = {r.key: r.issued.year for r in atlas.references.values() if r.issued}
    open_at(desk, address + "references/?sort=used")
    keys = listed(desk)
    assert [used[key] for key in keys] == sorted(used.values(), reverse=True)
    for sort, best in (("oldest", min(years.values())), ("newest", max(years.values()))):
        desk.locator("#finder-sort").select_option(sort)
        expect(desk).to_have_url(re.compile(f"sort={sort}$"))
        first = desk.locator(".pm-finder-list .pm-year").first
        expect(first).to_have_text(str(best))


def test_a_result_reads_as_the_list_does(desk: Page, address: str) -> None:
    """A reference among the results has the words it has in the list of the page."""
    desk.goto(address + "references/")
    line = desk.locator("[data-whole-list] .pm-sources > li").first
    expect(line.locator("button")).to_be_visible()
    words, key = line.inner_text(), line.locator("a").first.get_attribute("href")
    open_at(desk, f"{address}references/?q={str(key).rstrip('/')}")
    expect(desk.locator(f".pm-finder-list li:has(a[href='{key}'])")).to_have_text(
        " ".join(words.split())
    )


def test_by_keyboard_alone(desk: Page, address: str) -> None:
    """With Tab, Enter and Space alone one opens a facet, chooses, hears the number and clears the
    choice; the focus is never lost.
    """
    open_at(desk, address + "references/")
    everything = found(desk)
    desk.locator("#finder-sort").focus()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Space")
    expect(desk.locator(":focus")).to_be_checked()
    expect(desk.locator("[data-whole-list]")).to_be_hidden()
    assert 0 < found(desk) < everything
    expect(desk.get_by_role("status").first).to_have_text(
        f"{found(desk)} of {everything} references"
    )
    desk.get_by_role("button", name=re.compile("^Remove: ")).focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#finder-words")).to_be_focused()
    assert found(desk) == everything


def test_all_results_are_printed(desk: Page, address: str) -> None:
    """Paper has every reference found, and no form."""
    open_at(desk, address + "references/?sort=title")
    expect(desk.locator(".pm-finder-list > li")).to_have_count(10)
    desk.emulate_media(media="print")
    desk.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(desk.locator(".pm-finder-list > li")).to_have_count(found(desk))
    expect(desk.locator(".pm-finder")).to_be_hidden()


def test_data_that_does_not_arrive_is_said(desk: Page, address: str) -> None:
    """Where the rows cannot be fetched, the page says so and keeps its list."""
    desk.route("**/library-rows.json", lambda route: route.abort())
    desk.goto(address + CHOSEN)
    expect(desk.locator(".pm-finder-found")).to_contain_text("did not arrive")
    expect(desk.locator("[data-whole-list]")).to_be_visible()


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("query", ["", "?functions=advocacy&sort=newest", "?q=qwertyuiop"])
def test_nothing_bars_a_reader(desk: Page, address: str, query: str) -> None:
    """Idle, narrowed and empty, every facet open, light and dark, at a desk and on a phone."""
    open_at(desk, f"{address}references/{query}")
    desk.evaluate(OPEN_ALL)
    assert barriers(desk) == []


def test_without_script_the_list_is_in_pages(
    without_scripts: BrowserContext, address: str, atlas: Atlas
) -> None:
    """Without JavaScript there is no form; letters and pages lead to every reference, and no page
    of the list is larger than 50 KB.
    """
    keys: list[str] = []
    with without_scripts.new_page() as page:
        answer = page.goto(address + "references/")
        expect(page.locator("main form, main button")).to_have_count(0)
        while True:
            assert answer is not None
            assert len(answer.body()) <= 50 * 1024
            links = page.locator(".pm-sources .pm-reference").evaluate_all(
                "links => links.map(link => link.href.split('/').at(-2))"
            )
            keys += links
            following = page.locator(".pm-pager li:has([aria-current]) + li a")
            if not following.count():
                break
            answer = page.goto(str(following.evaluate("link => link.href")))
        page.get_by_role("link", name="S", exact=True).click()
        assert re.search(r"references/page-\d+/#letter-s$", page.url)
    assert sorted(keys) == sorted(atlas.references)
