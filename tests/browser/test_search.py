"""The search page as its readers use it."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser.axe import violations
from browser.kinds import HOME
from browser.visiting import AT_REST, SCHEMES, WIDTHS, errors_of
from peermap.place.atlas import Atlas

pytestmark = pytest.mark.browser

QUERIES = ("promotora", "trust", "qwertyuiop")
SAID = re.compile(r"^(?!Loading).", re.DOTALL)
PATIENCE = 20_000  # milliseconds, for the first answer of an index that is not loaded yet


def look_for(page: Page, address: str, words: str, more: str = "") -> Locator:
    """Open the search page with some words in its address; its results, once they are there."""
    page.goto(f"{address}search/?q={quote_plus(words)}{more}")
    expect(page.get_by_role("status")).to_have_text(SAID, timeout=PATIENCE)
    return page.locator(".pm-found")


def titles(results: Locator) -> list[str]:
    """The titles of the results shown."""
    return results.locator(".pm-row-title").all_inner_texts()


def test_a_name_finds_its_record_first(desk: Page, address: str) -> None:
    """Who types the name of a programme, an option or a label gets it before all others."""
    assert titles(look_for(desk, address, "caring community"))[0] == "Caring Community"
    results = look_for(desk, address, "navigation", "&kind=Option")
    assert titles(results)[0] == "Navigation"
    assert titles(look_for(desk, address, "promotoras"))[0] == "Promotora"


def test_the_header_leads_to_results(desk: Page, address: str) -> None:
    """Words typed at the top of any page are looked for on the search page."""
    desk.goto(address + "questions/functions/")
    desk.locator("header input").fill("Caring Community")
    desk.keyboard.press("Enter")
    desk.wait_for_url(address + "search/?q=Caring+Community")
    link = desk.get_by_role("link", name="Caring Community", exact=True).first
    link.click(timeout=PATIENCE)
    desk.wait_for_url(f"{address}programmes/caring-community/**")


@pytest.mark.parametrize("words", ["Montreal", "Montréal", "MONTREAL"])
def test_accents_make_no_difference(desk: Page, address: str, words: str) -> None:
    """A place is found with and without its accent, in small and in capital letters."""
    assert "Caring Community" in titles(look_for(desk, address, words, "&kind=Programme"))


def test_what_is_called_otherwise_is_found_and_said(desk: Page, address: str, atlas: Atlas) -> None:
    """Who looks for *promotora* also gets programmes of community health workers, reads which
    names were looked for, and beside each such programme how it is called there.
    """
    look_for(desk, address, "promotora", "&kind=Programme")
    names = desk.locator("[data-part=names]")
    expect(names).to_contain_text("Also looked for:")
    link = names.get_by_role("link", name="Community health worker", exact=True)
    expect(link).to_have_attribute("href", f"{address}labels/community-health-worker/")
    others = desk.locator("[data-part=other] .pm-found")
    expect(others.first).to_contain_text("Called here:")
    found = titles(others)
    labels = {p.name: p.labels for p in atlas.programmes.values()}
    assert any("community-health-worker" in labels[name] for name in found), found
    assert [name for name in found if "promotora" in labels[name]] == []


def test_a_name_that_no_page_says_is_not_looked_for(desk: Page, address: str) -> None:
    """The line of other names has none that finds nothing."""
    look_for(desk, address, "promotora")
    names = desk.locator("[data-part=names]")
    expect(names).to_contain_text("CHW")
    expect(names).not_to_contain_text("santé communautaire")


def test_what_is_called_otherwise_has_the_rest_of_the_words(desk: Page, address: str) -> None:
    """Of a name with another word beside it, both are in what is found under other names; the
    excerpt marks the name that is said there.
    """
    look_for(desk, address, "promotora diabetes")
    other = desk.locator("[data-part=other] .pm-found").first
    expect(other).to_contain_text("Called here: Community health worker")
    expect(other.locator("mark").first).to_contain_text("ommunity")
    other.locator(".pm-row-title").click()
    text = desk.locator("main").inner_text().lower()
    assert "community health worker" in text
    assert "diabetes" in text


def test_an_old_browser_finds_other_names_too(desk: Page, address: str) -> None:
    """Where a browser cannot unpack a file itself, what is called otherwise is the same."""
    found = titles(look_for(desk, address, "promotora", "&kind=Programme"))
    desk.add_init_script("delete globalThis.DecompressionStream")
    assert titles(look_for(desk, address, "promotora", "&kind=Programme")) == found
    assert found


def test_only_the_words_themselves(desk: Page, address: str) -> None:
    """Other names can be left out with one link, which then leads back to them."""
    look_for(desk, address, "promotora")
    desk.get_by_role("link", name="Search only for ‘promotora’").click()
    expect(desk.locator("[data-part=other]")).to_be_hidden()
    assert desk.url.endswith("?q=promotora&only=1")
    back = desk.get_by_role("link", name="Search for other names of the role too")
    expect(back).to_be_focused()
    back.click()
    expect(desk.locator("[data-part=other]")).to_be_visible()


@pytest.mark.parametrize("words", ["pair aidant", "pairs aidants", "Pair-aidant"])
def test_french_names_find_their_sisters(
    desk: Page, address: str, atlas: Atlas, words: str
) -> None:
    """*Pair aidant*, however it is written, finds its own label first, and programmes of peer
    support workers too.
    """
    assert titles(look_for(desk, address, words))[0] == "Pair-aidant"
    expect(desk.locator("[data-part=names]")).to_contain_text("Peer support worker")
    look_for(desk, address, words, "&kind=Programme")
    labels = {p.name: p.labels for p in atlas.programmes.values()}
    found = titles(desk.locator("[data-part=other] .pm-found"))
    assert any("peer-support-worker" in labels[name] for name in found), found


def test_a_liaison_is_found_as_a_navigator(desk: Page, address: str, atlas: Atlas) -> None:
    """Who looks for *navigator* reads that *Aboriginal patient liaison* was looked for too, and
    gets the programme of liaisons as one that is called so, although *navigation* stands there.
    """
    look_for(desk, address, "navigator", "&kind=Programme")
    expect(desk.locator("[data-part=names]")).to_contain_text("Aboriginal patient liaison")
    other = desk.locator("[data-part=other] .pm-found")
    expect(other.first).to_contain_text("Called here: Aboriginal patient liaison")
    labels = {p.name: p.labels for p in atlas.programmes.values()}
    assert all("navigator" not in name.lower() for name in titles(other))
    assert any("aboriginal-patient-liaison" in labels[name] for name in titles(other))


@pytest.mark.parametrize("words", ["promotora", "pair aidant", "navigator"])
def test_otherwise_is_counted_aloud(desk: Page, address: str, words: str) -> None:
    """The line that is read aloud says how many pages there are under other names, and each that
    is shown says which name it has.
    """
    look_for(desk, address, words)
    other = desk.locator("[data-part=other]")
    number = int(other.locator("h2 .pm-count").inner_text())
    assert number > 0
    expect(desk.get_by_role("status")).to_contain_text(f"{number} found under other names")
    rows = other.locator(".pm-found")
    assert rows.count() == rows.locator(".pm-found-as").count() > 0


@pytest.mark.parametrize("page", [HOME, "gaps/", "labels/promotora/", "references/sokol2016/"])
def test_every_page_can_be_searched_from_without_scripts(
    without_scripts: BrowserContext, address: str, page: str
) -> None:
    """With JavaScript off the field at the top leads to the search page, and so to the lists."""
    with without_scripts.new_page() as tab:
        tab.goto(address + page)
        tab.locator("header input[type=search]").fill("peer")
        tab.keyboard.press("Enter")
        tab.wait_for_url(address + "search/?q=peer")
        link = tab.locator("main").get_by_role("link", name="Labels", exact=True)
        expect(link).to_be_visible()


def test_a_kind_narrows_the_results(desk: Page, address: str) -> None:
    """A kind shows as many results as it says, only of that kind; the address keeps it, and Back
    undoes it.
    """
    results = look_for(desk, address, "doula")
    kinds = desk.get_by_role("navigation", name="Kinds of results")
    link = kinds.get_by_role("link", name="Labels")
    number = int(link.locator(".pm-count").inner_text())
    link.click()
    expect(link).to_have_attribute("aria-current", "true")
    expect(link).to_be_focused()
    assert desk.url.endswith("?q=doula&kind=Label")
    expect(results).to_have_count(number)
    assert set(results.locator(".pm-found-kind").all_inner_texts()) == {"Label"}
    desk.go_back()
    expect(kinds.get_by_role("link", name="Everything")).to_have_attribute("aria-current", "true")
    assert desk.url.endswith("?q=doula")


def test_a_kind_without_results_is_not_told_as_nothing_at_all(desk: Page, address: str) -> None:
    """Where other kinds have the words, it is of this kind that nothing has them; a kind that there
    is not narrows nothing.
    """
    results = look_for(desk, address, "promotora")
    whole = titles(results)
    look_for(desk, address, "promotora", "&kind=Question")
    expect(desk.get_by_role("status")).to_contain_text("Nothing of this kind has ‘promotora’.")
    results = look_for(desk, address, "promotora", "&kind=nonsense")
    expect(desk.get_by_role("status")).to_contain_text("found with ‘promotora’")
    assert titles(results) == whole


def test_counts_of_kinds_add_up(desk: Page, address: str) -> None:
    """The numbers beside the kinds make up the number beside *everything*, and the list can be
    read to its end.
    """
    results = look_for(desk, address, "housing")
    counts = desk.locator("[data-part=kinds] .pm-count").all_inner_texts()
    everything, *each = map(int, counts)
    assert everything == sum(each) > 10
    more = desk.get_by_role("button", name="Show more")
    while more.is_visible():
        before = results.count()
        more.click()
        expect(results.nth(before)).to_be_visible()
        expect(results.nth(before).locator("a").first).to_be_focused()
    expect(results).to_have_count(everything)


def test_results_can_be_read_to_their_end_later(desk: Page, address: str) -> None:
    """A reader who takes a while still finds the rest behind "Show more"."""
    results = look_for(desk, address, "promotora", "&only=1")
    before = results.count()
    collect_garbage(desk)
    desk.get_by_role("button", name="Show more").click()
    expect(results.nth(before)).to_be_visible()


def test_results_that_do_not_arrive_are_told(desk: Page, address: str) -> None:
    """Where the connection breaks behind "Show more", a line says so, and "Try again" brings what
    would have come.
    """
    more = desk.get_by_role("button", name="Show more")
    again = desk.get_by_role("button", name="Try again")
    results = look_for(desk, address, "promotora", "&only=1")
    before = results.count()
    more.click()
    expect(results.nth(before)).to_be_visible()
    whole = titles(results)
    results = look_for(desk, address, "promotora", "&only=1")
    desk.context.route("**/*.pf_fragment", lambda route: route.abort())
    more.click()
    expect(desk.get_by_role("alert")).to_contain_text("did not arrive")
    with desk.expect_event("requestfailed"):  # the line stands until then
        again.click()
    expect(desk.get_by_role("alert")).to_contain_text("did not arrive")
    assert titles(results) == whole[:before]
    desk.context.unroute("**/*.pf_fragment")
    again.click()
    expect(results.nth(before)).to_be_visible(timeout=PATIENCE)
    expect(results.nth(before).locator("a").first).to_be_focused()
    expect(desk.get_by_text("did not arrive")).to_be_hidden()
    assert titles(results) == whole


@pytest.mark.parametrize("file", ["pagefind.js", "*.pf_meta", "*.pf_fragment", "kinds.json"])
def test_a_search_that_fails_can_be_tried_again(desk: Page, address: str, file: str) -> None:
    """Where the connection breaks, "Try again" gives what an unbroken one would have given."""
    found = titles(look_for(desk, address, "promotora"))
    desk.context.route(f"**/{file}", lambda route: route.abort())
    look_for(desk, address, "promotora")
    expect(desk.get_by_role("status")).to_contain_text("Search cannot start here")
    desk.context.unroute(f"**/{file}")
    desk.get_by_role("button", name="Try again").click()
    expect(desk.get_by_role("status")).to_contain_text("found with ‘promotora’", timeout=PATIENCE)
    assert titles(desk.locator(".pm-found")) == found
    expect(desk.locator("[data-search-needs]")).to_be_hidden()


def test_other_names_that_fail_are_fetched_with_the_next_words(desk: Page, address: str) -> None:
    """Whoever goes on typing after the connection came back finds other names too."""
    desk.route("**/names/*.json", lambda route: route.abort())
    look_for(desk, address, "promotora")
    expect(desk.get_by_role("status")).to_contain_text("Search cannot start here")
    desk.unroute("**/names/*.json")
    desk.get_by_role("searchbox", name="Words to look for").fill("promotoras")
    expect(desk.get_by_role("status")).to_contain_text("under other names", timeout=PATIENCE)


def test_a_broken_connection_is_not_told_as_nothing(desk: Page, address: str) -> None:
    """No word is said to stand nowhere when only its part of the index did not arrive."""
    look_for(desk, address, "promotora")
    desk.context.route("**/pagefind/**", lambda route: route.abort())
    desk.get_by_role("searchbox", name="Words to look for").fill("housing")
    expect(desk.get_by_role("status")).to_contain_text("Search cannot start here")
    desk.context.unroute("**/pagefind/**")
    desk.get_by_role("button", name="Try again").click()
    expect(desk.get_by_role("status")).to_contain_text("found with ‘housing’", timeout=PATIENCE)


@pytest.mark.parametrize("worker", ["there", "missing"])
def test_a_missing_part_of_the_index_is_not_told_as_nothing(
    desk: Page, address: str, worker: str
) -> None:
    """Where all arrives but one part of the index, what stands in that part is not said to stand
    nowhere: something is missing, and "Try again" brings it. Pagefind's worker may be missing too.
    """
    if worker == "missing":
        desk.context.route("**/pagefind-worker.js", lambda route: route.abort())
    look_for(desk, address, "housing")
    expect(desk.get_by_role("status")).to_contain_text("found with ‘housing’")
    desk.context.route("**/*.pf_index", lambda route: route.fulfill(status=404))
    look_for(desk, address, "housing")
    expect(desk.get_by_role("status")).to_contain_text("Search cannot start here")
    desk.context.unroute("**/*.pf_index")
    desk.get_by_role("button", name="Try again").click()
    expect(desk.get_by_role("status")).to_contain_text("found with ‘housing’", timeout=PATIENCE)


def collect_garbage(page: Page) -> None:
    """Let the browser forget what nobody holds."""
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    page.wait_for_timeout(300)


def test_a_section_leads_to_its_statement(desk: Page, address: str) -> None:
    """A result on the page of a question leads to the very statement that has the word."""
    results = look_for(desk, address, "trust", "&kind=Question")
    link = results.locator(".pm-found-parts a[href*='#s-']").first
    link.click()
    statement = desk.locator(".pm-statement:target")
    expect(statement).to_be_visible()
    assert "trust" in statement.inner_text().lower()


def test_nothing_found_is_said(desk: Page, address: str) -> None:
    """A word that no page has is named, and no page that merely begins alike is shown for it."""
    results = look_for(desk, address, "qwertyuiop")
    expect(desk.get_by_role("status")).to_have_text("No page has ‘qwertyuiop’.")
    assert results.count() == 0


@pytest.mark.parametrize("words", QUERIES)
def test_no_note_is_empty(desk: Page, address: str, words: str) -> None:
    """A note stands on the page only where it says something."""
    look_for(desk, address, words)
    notes = desk.locator("main .pm-note").filter(visible=True)
    assert [note for note in notes.all_inner_texts() if not note.strip()] == []


def test_words_are_never_markup(desk: Page, address: str) -> None:
    """Whatever is typed is shown as it was typed."""
    words = "peer <img src=x onerror=document.title='out'>"
    look_for(desk, address, words)
    assert desk.locator("main img").count() == 0
    assert desk.title().startswith("peer <img")


def test_typing_is_enough(desk: Page, address: str) -> None:
    """Results come while one types, the number is said, and the address can be sent on."""
    desk.goto(address + "search/")
    desk.get_by_role("searchbox", name="Words to look for").press_sequentially("listener")
    expect(desk.get_by_role("status")).to_contain_text("found with ‘listener’", timeout=PATIENCE)
    assert desk.url.endswith("search/?q=listener")


@pytest.mark.parametrize("page", [HOME, "programmes/caring-community/"])
def test_a_key_leads_to_the_field(desk: Page, address: str, page: str) -> None:
    """The key / leads to the search field at the top, and is a letter once one is writing."""
    desk.goto(address + page)
    desk.keyboard.press("/")
    field = desk.locator("header input[type=search]")
    expect(field).to_be_focused()
    desk.keyboard.type("and/or")
    expect(field).to_have_value("and/or")


def test_the_key_can_be_switched_off(desk: Page, address: str) -> None:
    """Who does not want the key switches it off on the search page, for every page."""
    desk.goto(address + "search/")
    desk.keyboard.press("/")
    expect(desk.get_by_role("searchbox", name="Words to look for")).to_be_focused()
    desk.get_by_role("checkbox").uncheck()
    desk.goto(address + HOME)
    desk.keyboard.press("/")
    expect(desk.locator("header input[type=search]")).not_to_be_focused()


def test_without_an_index_the_lists_remain(desk: Page, address: str) -> None:
    """Where there is no index, as in a preview, a line says so and the lists are there."""
    desk.route("**/pagefind/**", lambda route: route.abort())
    look_for(desk, address, "peer")
    expect(desk.get_by_role("status")).to_contain_text("Search cannot start here")
    expect(desk.locator("[data-search-needs]")).to_be_visible()
    desk.locator("main").get_by_role("link", name="Programmes").click()
    desk.wait_for_url(address + "programmes/")


def test_without_scripts_the_page_says_what_it_needs(
    without_scripts: BrowserContext, address: str
) -> None:
    """With JavaScript off the page says so, and leads to every list."""
    with without_scripts.new_page() as page:
        page.goto(address + "search/?q=peer")
        expect(page.locator("[data-search-needs]")).to_contain_text("it needs JavaScript")
        for name in ("Programmes", "References", "Labels", "Questions", "Trends"):
            expect(page.locator("main").get_by_role("link", name=name, exact=True)).to_be_visible()


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("words", QUERIES)
def test_results_bar_no_reader(chromium: Browser, address: str, words: str, width: str) -> None:
    """With results, with results under other names and with none: nothing bars a reader, the
    console is quiet, nothing is wider than the window, and no other host is asked.
    """
    said: list[str] = []
    asked: list[str] = []
    with chromium.new_context(viewport={"width": WIDTHS[width], "height": 800}) as context:
        page = context.new_page()
        page.on("console", lambda message: said.extend(errors_of(message)))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        look_for(page, address, words)
        page.evaluate(AT_REST)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert violations(page) == ()
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert said == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
