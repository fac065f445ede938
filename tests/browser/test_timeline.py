"""The timeline of all trends as its readers use it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.axe import violations
from browser.visiting import AT_REST, SCHEMES, WIDTHS
from peermap.place.atlas import Atlas
from peermap.place.moments import KINDS, Moment, moments

pytestmark = pytest.mark.browser


def shown(page: Page) -> list[int]:
    """How many events, programmes and publications are not hidden."""
    return [page.locator(f"[data-thing={kind}]:not([hidden])").count() for kind in KINDS]


def counted(found: list[Moment], *terms: str) -> list[int]:
    """How many of each kind have all the terms."""
    kept = [moment for moment in found if set(terms) <= set(moment.terms)]
    return [sum(moment.kind == kind for moment in kept) for kind in KINDS]


def test_choices_narrow_all_three(desk: Page, address: str, atlas: Atlas) -> None:
    """A trend and an issue narrow events, programmes and publications to those that have both;
    the table, the lists and the line above say the same numbers, and the address keeps them.
    """
    found = moments(atlas)
    desk.goto(address + "trends/")
    expect(desk.get_by_role("status")).to_have_text(f"All {len(found)} are shown.")
    desk.get_by_label("Trend", exact=True).select_option(label="Peer support")
    desk.get_by_label("Issue", exact=True).select_option(label="HIV")
    wanted = counted(found, "trend:peer-support", "issue:hiv")
    assert all(wanted)
    assert shown(desk) == wanted
    for kind, number in zip(KINDS, wanted, strict=True):
        cells = desk.locator(f".pm-periods td[data-kind={kind}] > span").all_inner_texts()
        assert sum(map(int, cells)) == number
    expect(desk.get_by_role("status")).to_contain_text(f"{sum(wanted)} of {len(found)} are shown")
    assert desk.url.endswith("trends/?trend=trend:peer-support&issue=issue:hiv")
    desk.reload()
    expect(desk.get_by_label("Issue", exact=True)).to_have_value("issue:hiv")
    assert shown(desk) == wanted
    desk.get_by_role("button", name="Show everything").click()
    expect(desk.get_by_role("status")).to_have_text(f"All {len(found)} are shown.")
    assert desk.url.endswith("trends/")


def test_back_undoes_a_choice_of_the_timeline(desk: Page, address: str) -> None:
    """As in every view; what chooses nothing is no step."""
    desk.goto(address + "trends/", wait_until="networkidle")
    status = desk.locator("main [role=status]")
    desk.get_by_role("button", name="Show everything").click()
    trend = desk.get_by_label("Trend", exact=True)
    trend.select_option(label="Patient navigation")
    narrowed = status.inner_text()
    desk.get_by_role("checkbox", name="Events").uncheck()
    desk.go_back()
    expect(status).to_have_text(narrowed)
    expect(desk.get_by_role("checkbox", name="Events")).to_be_checked()
    desk.go_back()
    expect(status).to_contain_text("All ")
    expect(trend).to_have_value("")
    assert desk.url == address + "trends/"


def test_an_event_keeps_its_number(desk: Page, address: str) -> None:
    """What is left of the events has the numbers it has in the picture, where the rest is faint."""
    desk.goto(address + "trends/?issue=issue:hiv")
    expect(desk.locator("form")).to_have_count(2)
    left = desk.locator("ol.pm-events li:not([hidden])")
    bright = desk.locator(".pm-timeline-event:not(.pm-timeline-out) .pm-timeline-number")
    numbers = [row.get_attribute("data-number") for row in left.all()]
    assert numbers == bright.all_text_contents()
    assert numbers


def test_the_keyboard_is_enough(desk: Page, address: str) -> None:
    """A kind can be taken away and brought back with the keyboard; its column goes with it."""
    desk.goto(address + "trends/")
    box = desk.get_by_role("checkbox", name="Publications")
    box.focus()
    desk.keyboard.press("Space")
    expect(desk.get_by_role("columnheader", name="Publications")).to_be_hidden()
    assert desk.url.endswith("?show=event,programme")
    expect(box).to_be_focused()
    desk.keyboard.press("Tab")
    expect(desk.get_by_label("Trend", exact=True)).to_be_focused()
    desk.keyboard.type("Pat")
    expect(desk.get_by_label("Trend", exact=True)).to_have_value("trend:patient-navigation")
    assert shown(desk)[2] == 0


def test_what_nothing_has_is_said(desk: Page, address: str) -> None:
    """Where nothing has all that was chosen a line says so; what nobody knows is passed over."""
    desk.goto(address + "trends/?show=event&issue=issue:hiv&trend=trend:patient-navigation")
    expect(desk.get_by_role("status")).to_have_text("Nothing has all that was chosen.")
    desk.goto(address + "trends/?issue=issue:gout")
    expect(desk.get_by_role("status")).to_contain_text("All ")


def test_a_trend_leads_to_its_part(desk: Page, address: str) -> None:
    """The page of a trend leads to the timeline with that trend chosen."""
    desk.goto(address + "trends/patient-navigation/")
    desk.get_by_role("link", name="This trend on the timeline of all").click()
    expect(desk.get_by_label("Trend", exact=True)).to_have_value("trend:patient-navigation")


def test_without_scripts_everything_is_listed(
    without_scripts: BrowserContext, address: str, atlas: Atlas
) -> None:
    """With JavaScript off there is no form, and everything is in the page."""
    with without_scripts.new_page() as page:
        page.goto(address + "trends/")
        expect(page.locator(".pm-timeline-form")).to_be_hidden()
        assert shown(page) == counted(moments(atlas))
        page.get_by_text("Publications, by year").click()
        expect(page.locator("[data-thing=publication]").first).to_be_visible()


@pytest.mark.usefixtures("axe")
@pytest.mark.parametrize("width", WIDTHS)
def test_the_narrowed_timeline_bars_no_reader(chromium: Browser, address: str, width: str) -> None:
    """Narrowed and with its lists open, in both colour schemes: nothing bars a reader, and
    nothing is wider than the window.
    """
    with chromium.new_context(viewport={"width": WIDTHS[width], "height": 800}) as context:
        page = context.new_page()
        page.goto(address + "trends/?issue=issue:hiv")
        expect(page.get_by_role("status")).to_contain_text("are shown")
        page.evaluate(AT_REST)
        for fold in page.locator(".pm-timeline-fold > summary").all():
            fold.click()
        for scheme in SCHEMES:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert violations(page) == ()
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
