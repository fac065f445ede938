"""The forms at /contribute/, as someone without a mouse, a connection or much time meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.axe import violations
from building import ROOT
from peermap.load.everything import loaded
from peermap.load.map import read_map
from peermap.load.programmes import read_programme
from peermap.load.regions import regions
from peermap.place.atlas import placed
from peermap.sources import Sources, read_sources

pytestmark = pytest.mark.browser

STRANGE = (
    "[1]",
    '"x"',
    "{",
    '{"sources": [null, 3], "answers": {"functions": 1}, "name": {}}',
    '{"labels": ["<img src=x>"], "sources": [{"id": "s9999999999999"}]}',
)
LIST_NAME = "lessard2024"


def work_words(page: Page) -> str:
    """The words under which a known work stands in the list, once that has arrived."""
    page.get_by_label("Which work?").fill(LIST_NAME)
    return str(page.locator(f"#c-works option[value$='[{LIST_NAME}]']").get_attribute("value"))


def fill_in(page: Page) -> None:
    """A whole record, field by field."""
    page.get_by_label("Which work?").fill(work_words(page))
    page.get_by_label("Name", exact=True).fill("Neighbours: a “trial” # programme")
    page.get_by_label("To which history does it belong?").select_option("peer-support")
    page.get_by_label("Places (may be left out)").fill("Montréal, Canada")
    page.get_by_label("Years (may be left out)").fill("2016/..")
    page.get_by_label("Summary").fill("People listen. They: know - the 'place'.")
    page.get_by_label("The sources say: (Functions)").check()
    page.get_by_label("Navigation", exact=True).check()
    evidence = page.get_by_role("group", name="Evidence 1 for Navigation")
    evidence.get_by_label("Where in it?").fill("Results, paragraph 2")
    evidence.get_by_label("What does it say?").fill("The peer links needs to resources.")
    evidence.get_by_label("Of what does it say so?").select_option("stated")
    page.get_by_label("I have looked, and the sources do not say (Formality)").check()


def problems_of(record: str, name: str) -> list[str]:
    """What `peermap check` says of a record beside the real map, words and bibliography."""
    texts = {p: t for p, t in read_sources(ROOT).texts.items() if "/programmes/" not in p}
    path = f"synthesis/programmes/{name}"
    records, found = loaded(Sources({**texts, path: record}))
    assert records is not None
    map_, _ = read_map("synthesis/map.yml", texts["synthesis/map.yml"])
    assert map_ is not None
    programme, _ = read_programme(path, record, map_, regions())
    assert programme is not None
    found = [*found, *placed(records)[1]]
    return [str(problem) for problem in found if problem.mark.path == path]


def test_a_record_is_made_and_saved_on_a_phone(phone: Page, address: str, tmp_path: Path) -> None:
    """Someone on a phone fills in the form and saves a file of which `peermap check` says nothing;
    nothing is wider than the window.
    """
    phone.goto(address + "contribute/")
    fill_in(phone)
    phone.get_by_role("button", name="Make the record").click()
    expect(phone.get_by_role("heading", name="The record is ready.")).to_be_visible()
    with phone.expect_download() as download:
        phone.locator("[data-act=save]:visible").click()
    name = download.value.suggested_filename
    download.value.save_as(tmp_path / name)
    assert name == "neighbours-a-trial-programme.yml"
    assert problems_of((tmp_path / name).read_text(encoding="utf-8"), name) == []
    assert not phone.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.usefixtures("axe")
def test_no_barrier_at_the_faults_nor_at_the_end(phone: Page, address: str) -> None:
    """With everything missing, and with everything there, the rules of WCAG find no barrier."""
    phone.goto(address + "contribute/")
    phone.get_by_label("The sources say: (Functions)").check()
    phone.get_by_label("Navigation", exact=True).check()
    phone.get_by_role("button", name="Make the record").click()
    expect(phone.locator(".pm-errors")).to_be_focused()
    assert violations(phone) == ()
    fill_in(phone)
    phone.get_by_role("button", name="Make the record").click()
    expect(phone.locator(".pm-made:visible")).to_be_focused()
    assert violations(phone) == ()


def test_links_say_which_question_they_lead_to(desk: Page, address: str) -> None:
    """In a list of links, out of their places, no two of one name lead to different pages."""
    desk.goto(address + "contribute/")
    links = desk.get_by_role("link", name="More about this question")
    expect(links).to_have_count(6)
    names = links.evaluate_all("all => all.map(one => one.textContent)")
    assert names[0] == "More about this question: Functions"
    assert len(set(names)) == len(names)


def test_faults_lead_to_their_fields(desk: Page, address: str) -> None:
    """What is missing stands in one list, each line leads to its field, and the field itself says
    it, also to those who hear the page; once mended it is said no more.
    """
    desk.goto(address + "contribute/")
    desk.get_by_role("button", name="Make the record").click()
    desk.get_by_role("link", name="Summary: This is empty.").click()
    summary = desk.get_by_label("Summary")
    expect(summary).to_be_focused()
    expect(summary).to_have_attribute("aria-invalid", "true")
    expect(summary).to_have_accessible_description(
        "Two or three plain sentences, in your own words. "
        "This is empty. A record cannot do without it."
    )
    summary.fill("People listen.")
    expect(summary).to_have_attribute("aria-invalid", "false")


def test_a_field_says_what_it_lacks_as_one_goes(desk: Page, address: str) -> None:
    """A field is quiet until it is left; then it says what is wrong, with a guess."""
    desk.goto(address + "contribute/")
    places = desk.get_by_label("Places (may be left out)")
    places.fill("Boston, USA")
    expect(desk.locator("[id='c-places-fault']")).to_be_hidden()
    places.press("Tab")
    expect(desk.locator("[id='c-places-fault']")).to_contain_text("Did you mean United States?")


def test_keys_alone_are_enough(desk: Page, address: str) -> None:
    """Without a mouse: the answer, the option and its evidence are reached and given by keys."""
    desk.goto(address + "contribute/")
    first = desk.locator("[id='c-answer.functions']")
    first.focus()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("ArrowDown")
    expect(desk.get_by_label("The sources say: (Functions)")).to_be_checked()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Space")
    desk.keyboard.press("Tab")
    expect(desk.get_by_label("Which work says so?")).to_be_focused()
    desk.keyboard.press("Tab")
    desk.keyboard.type("page 3")
    expect(desk.get_by_label("Where in it?")).to_have_value("page 3")


def test_a_draft_is_kept(desk: Page, address: str) -> None:
    """Closing the page loses nothing: works, answers and evidence are there again; deleted, the
    draft is gone.
    """
    desk.goto(address + "contribute/")
    fill_in(desk)
    expect(desk.locator(".pm-kept")).to_have_text("Your draft is kept in this browser.")
    desk.reload()
    expect(desk.get_by_label("Name", exact=True)).to_have_value("Neighbours: a “trial” # programme")
    expect(desk.get_by_label("Navigation", exact=True)).to_be_checked()
    expect(desk.get_by_label("Where in it?")).to_have_value("Results, paragraph 2")
    desk.get_by_role("button", name="Make the record").click()
    expect(desk.get_by_role("heading", name="The record is ready.")).to_be_visible()
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.get_by_role("button", name="Delete the draft").click()
    desk.reload()
    expect(desk.get_by_label("Name", exact=True)).to_have_value("")


def test_whatever_was_kept_is_harmless(desk: Page, address: str) -> None:
    """A draft that something else wrote into the browser's store is taken as far as it is one."""
    failed: list[str] = []
    desk.on("pageerror", lambda error: failed.append(str(error)))
    desk.goto(address + "contribute/")
    for kept in STRANGE:
        desk.evaluate("kept => localStorage.setItem('peermap.draft', kept)", kept)
        desk.reload()
        expect(desk.get_by_label("Name", exact=True)).to_have_value("")
    assert failed == []


def test_no_connection_is_needed(desk: Page, address: str) -> None:
    """Once somebody has begun the record can be made without a connection."""
    desk.goto(address + "contribute/")
    work_words(desk)
    desk.context.set_offline(True)
    fill_in(desk)
    desk.get_by_role("button", name="Make the record").click()
    expect(desk.get_by_role("heading", name="The record is ready.")).to_be_visible()
    desk.context.set_offline(False)


def test_works_are_offered_by_what_is_typed(desk: Page, address: str) -> None:
    """Whoever writes an author and a word of the title, with or without accents, is offered the
    works that have both, and never more than a list can show.
    """
    desk.goto(address + "contribute/")
    work, offered = desk.get_by_label("Which work?"), desk.locator("#c-works option")
    work.focus()
    expect(offered).to_have_count(40)
    work.fill("PANAITE concept")
    expect(offered).to_have_count(1)
    assert str(offered.get_attribute("value")).endswith("[panaite2024]")
    work.fill("héàlth")
    assert all("health" in str(o.get_attribute("value")).lower() for o in offered.all())
    work.fill("nobody wrote this")
    expect(offered).to_have_count(0)


def test_a_record_can_be_made_without_the_list_of_works(desk: Page, address: str) -> None:
    """Where the list does not arrive the page says so and what can be done, and asks again."""
    desk.route("**/library-rows.json", lambda route: route.abort())
    desk.goto(address + "contribute/")
    desk.get_by_label("Which work?").focus()
    expect(desk.get_by_text("The list of works did not arrive.")).to_be_visible()
    desk.get_by_label("It is not in the list").check()
    desk.get_by_label("Title", exact=True).fill("A work")
    desk.get_by_role("button", name="Make the record").click()
    expect(desk.get_by_label("The record", exact=True)).to_be_visible()
    desk.unroute("**/library-rows.json")
    desk.get_by_role("button", name="Try again").click()
    expect(desk.get_by_text("The list of works did not arrive.")).to_be_hidden()
    desk.get_by_label("It is not in the list").uncheck()
    assert work_words(desk)


def test_a_record_leads_to_its_correction(desk: Page, address: str) -> None:
    """From any record one link opens the form for a correction, with the record named."""
    desk.goto(address + "programmes/caring-community/")
    desk.get_by_role("link", name="Is something wrong here? Say so").click()
    expect(desk.get_by_label("Which page or record?")).to_have_value("programmes/caring-community/")
    desk.get_by_role("button", name="Make the message").click()
    expect(desk.get_by_label("What ought it to say?")).to_be_focused()
    desk.get_by_label("What ought it to say?").fill("<b>2017</b>")
    desk.get_by_role("button", name="Make the message").click()
    expect(desk.get_by_label("The message", exact=True)).to_have_value(
        "Page:\nprogrammes/caring-community/\n\nWhat it says:\n–\n\n"
        "What it ought to say:\n<b>2017</b>\n\nSource:\n–\n"
    )
    desk.locator(".pm-made:visible").get_by_role("link", name="Where to send it").click()
    expect(desk.get_by_role("heading", name="Where to send it")).to_be_in_viewport()


def test_where_to_send_it_is_a_part_of_the_page(desk: Page, address: str) -> None:
    """It stands among the headings beside the page, looks like one, and comes before the citation
    of the page.
    """
    desk.goto(address + "contribute/")
    expect(desk.locator(".pm-toc a[href='#send']")).to_have_text("Where to send it")
    headings = desk.locator(".pm-main h2")
    fonts = {h.evaluate("h => getComputedStyle(h).font") for h in headings.all()}
    assert len(fonts) == 1
    expect(desk.locator(".pm-send ~ .pm-cite-page")).to_have_count(1)


def test_without_script_the_questions_are_there(
    without_scripts: BrowserContext, address: str
) -> None:
    """With JavaScript off the page asks the six questions with their options, and says where to
    send the answers; no form stands there that would do nothing.
    """
    with without_scripts.new_page() as page:
        page.goto(address + "contribute/")
        expect(page.locator(".pm-contribute-form:visible")).to_have_count(0)
        expect(page.locator(".pm-plain-questions > li > b")).to_have_count(6)
        expect(page.get_by_role("heading", name="Where to send it")).to_be_visible()
