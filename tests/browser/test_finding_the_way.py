"""Where a reader is: tabs and pages of a list."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import KINDS

pytestmark = pytest.mark.browser

TABS = {
    "basket/": "References",
    "fr/basket/": "Références",
    "data/": "About",
    "data/queries/": "About",
    "bridges/": "Programmes",
    KINDS["a reference"]: "References",
    KINDS["an option"]: "Questions",
}


@pytest.mark.parametrize("place", TABS)
def test_one_tab_is_that_of_the_page(desk: Page, address: str, place: str) -> None:
    """A page stands below one tab: the one it names, or that of its section."""
    desk.goto(address + place)
    assert desk.locator(".pm-tabs [aria-current]").all_inner_texts() == [TABS[place]]


@pytest.mark.parametrize(
    ("place", "tab", "name"),
    [
        ("data/queries/", "About", "Queries"),
        ("fr/data/queries/", "À propos", "Requêtes"),
        ("basket/", "References", "Basket"),
        ("fr/basket/", "Références", "Panier"),
    ],
)
def test_the_menu_has_a_page_below_its_tab(
    phone: Page, address: str, place: str, tab: str, name: str
) -> None:
    """A page stands in the menu of a small screen below the tab that a wide one shows for it."""
    phone.goto(address + place)
    phone.locator(".pm-menu > summary").click()
    assert phone.locator(".pm-menu [aria-current=page]").all_inner_texts() == [name]
    here = phone.locator("[aria-current=page]")
    above = phone.locator(".pm-menu nav > ul > li").filter(has=here).locator("> a")
    assert above.all_inner_texts() == [tab]


def test_a_page_of_queries_has_its_section_beside_it(desk: Page, address: str) -> None:
    """From the queries one gets back to the data, as from the pages around them."""
    desk.goto(address + "data/queries/")
    links = desk.locator(".pm-section-nav")
    assert links.locator("[aria-current]").all_inner_texts() == ["Queries"]
    assert links.get_by_role("link", name="Data").is_visible()


@pytest.mark.parametrize("place", ["no/such/page/", "fr/no/such/page/"])
def test_an_address_that_leads_nowhere_is_told_in_both_languages(
    desk: Page, address: str, place: str
) -> None:
    """A host has one page for all of them; it leads to the first page of each language."""
    desk.goto(address + place)
    main = desk.locator("main")
    assert main.locator("h1, h2").all_inner_texts() == [
        "There is no page here", "Il n’y a pas de page ici",
    ]  # fmt: skip
    assert main.locator("section").get_attribute("lang") == "fr"
    for name, to in {"Go to the first page": "", "Aller à la page d’accueil": "fr/"}.items():
        desk.goto(address + place)
        main.get_by_role("link", name=name).click()
        desk.wait_for_url(address + to)


@pytest.mark.parametrize("folder", ["", "fr/"])
def test_the_first_page_leads_to_every_view(desk: Page, address: str, folder: str) -> None:
    """Who comes to find their like, to compare or to see what is missing is one step away."""
    desk.goto(address + folder)
    links = desk.locator("main p a").evaluate_all("all => all.map(one => one.href)")
    views = {f"{address}{folder}{view}/" for view in ("programmes", "describe", "compare", "gaps")}
    assert views <= set(links)


@pytest.mark.parametrize(
    ("place", "choice"),
    [
        ("trends/?issue=issue:nonsense&show=event", "input[name=show]"),
        ("gaps/?rows=nonsense&columns=labels", "select[name=of]"),
        ("describe/?functions=nonsense,advocacy", "input[name=functions]"),
    ],
)
def test_what_an_address_names_and_there_is_not_is_said(
    desk: Page, address: str, place: str, choice: str
) -> None:
    """No view seems to be what a mistyped address asks for; with the next choice that is over."""
    desk.goto(address + place)
    said = desk.locator("main [role=status]").filter(has_text="Unknown in the address")
    expect(said).to_contain_text("passed over: ")
    expect(said).to_contain_text("nonsense.")
    assert said.bounding_box()["height"] > 10, "only heard"  # type: ignore[index]
    other = desk.locator(f"main {choice}").last
    if choice.startswith("select"):
        other.select_option("references")
    else:
        other.check()
    expect(said).to_have_count(0)


@pytest.mark.parametrize("kind", ["a question", "an option", "a trend"])
def test_a_long_page_says_what_is_on_it(phone: Page, address: str, kind: str) -> None:
    """Its last part is one press away, however much stands before it."""
    phone.goto(address + KINDS[kind])
    phone.locator(".pm-toc-small > summary").click()
    links = phone.locator(".pm-toc-small a")
    headings = phone.locator("main h2[id]")
    assert links.all_inner_texts() == headings.all_inner_texts()
    links.last.click()
    assert headings.last.bounding_box()["y"] < 740  # type: ignore[index]


def test_pages_of_a_list_stand_in_one_line(desk: Page, address: str) -> None:
    """The page one is on is as high as the links to the others."""
    desk.goto(address + "references/", wait_until="networkidle")
    pages = desk.locator(".pm-pager :is(a, [aria-current])")
    tops = pages.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert len(tops) > 2
    assert len(set(tops)) == 1
