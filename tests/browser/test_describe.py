"""*Describe yours* as its readers use it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.states import barriers
from peermap.place.atlas import Atlas
from peermap.place.vocabulary import with_wider

pytestmark = pytest.mark.browser

ANSWERED = "describe/?functions=navigation,advocacy&relations=lived-experience&spaces=unknown"
OWN = "&communities=women&issues=hiv&labels=promotora"
TAKES = re.compile(r"^(\d+) of (\d+) programmes do so too; (\d+) do otherwise; of (\d+) it is not")


def open_at(page: Page, url: str) -> None:
    """Open the page at an address and wait for its list."""
    page.goto(url)
    expect(page.locator(".pm-describe-found > ol > li").first).to_be_visible()


def test_every_answer_is_counted(desk: Page, address: str, atlas: Atlas) -> None:
    """After an answer the question says how many do so, do otherwise or are not known, and the
    three hold every programme once; *I don't know* takes the answer back.
    """
    desk.goto(address + "describe/")
    field = desk.locator("[data-question=functions]")
    field.get_by_label("Navigation", exact=True).check()
    said = field.get_by_role("status")
    expect(said).to_have_text(TAKES)
    match = TAKES.match(said.inner_text())
    assert match is not None
    same, everything, other, unknown = map(int, match.groups())
    assert same + other + unknown == everything == len(atlas.programmes)
    expect(desk.locator("#found ol > li")).to_have_count(10)
    field.get_by_label("I don't know").check()
    expect(field.get_by_label("Navigation", exact=True)).not_to_be_checked()
    expect(desk.locator("#found ol > li")).to_have_count(0)
    desk.go_back()
    expect(field.get_by_label("Navigation", exact=True)).to_be_checked()


def test_other_silos_first(desk: Page, address: str, atlas: Atlas) -> None:
    """With a community and an issue of one's own, those that share neither can come first, each
    with its reasons; the link brings the same list to whoever opens it.
    """
    open_at(desk, address + ANSWERED + OWN)
    desk.get_by_label("Other silos first").check()
    first = desk.locator("#found ol > li").first
    expect(first.locator("summary")).to_contain_text("other community, other issue")
    programme = atlas.programmes[str(first.locator("a").get_attribute("href")).split("/")[-2]]
    assert "women" not in with_wider(programme.communities, atlas.communities)
    assert "hiv" not in with_wider(programme.issues, atlas.issues)
    first.locator("summary").click()
    assert set(first.locator(".pm-reasons b").all_inner_texts()) <= {
        "Same", "Differs", "Not known of both",
    }  # fmt: skip
    titles = desk.locator("#found .pm-row-title").all_inner_texts()
    link = desk.locator("#describe-link").input_value()
    open_at(desk, link)
    assert desk.locator("#found .pm-row-title").all_inner_texts() == titles


def test_own_words_are_told_beside_the_options(desk: Page, address: str) -> None:
    """Who says what peers are called reads beside each option how many of those called so take
    it; by keyboard alone.
    """
    desk.goto(address + "describe/")
    field = desk.get_by_label("What peers are called where you are", exact=True).first
    expect(field).to_be_visible()
    field.focus()
    desk.keyboard.type("promotora")
    desk.keyboard.press("Enter")
    own = desk.locator(".pm-describe-own").first
    expect(own).to_have_text(re.compile(r"^\d+ of \d+ called so$"))
    box = desk.get_by_label("Advocacy", exact=True)
    box.focus()
    desk.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(desk.locator("#found [role=status]")).to_contain_text("programmes are alike")
    desk.get_by_role("button", name="Remove: Promotora").focus()
    desk.keyboard.press("Enter")
    expect(own).to_be_empty()
    expect(field).to_be_focused()


@pytest.mark.usefixtures("axe")
def test_nothing_bars_a_reader_of_the_list(desk: Page, address: str) -> None:
    """With answers, own words, and all reasons open."""
    open_at(desk, address + ANSWERED + OWN + "&first=elsewhere")
    desk.evaluate("document.querySelectorAll('#found details').forEach(d => { d.open = true; })")
    assert barriers(desk) == []


def test_without_script_the_questions_lead_on(
    without_scripts: BrowserContext, address: str, atlas: Atlas
) -> None:
    """Without JavaScript the form is not there, and every question and option is linked."""
    with without_scripts.new_page() as page:
        page.goto(address + "describe/")
        expect(page.locator(".pm-describe-form")).to_be_hidden()
        links = page.locator("[data-plain] a").evaluate_all("links => links.map(l => l.href)")
    assert len([link for link in links if "/questions/" in link]) == len(atlas.map.questions) + len(
        list(atlas.map.options)
    )
