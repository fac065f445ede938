"""The site under its own Content-Security-Policy, sent as a header as well as inside the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.kinds import KINDS
from browser.serving import StaticPages
from building import ROOT

pytestmark = pytest.mark.browser

HEADERS = (ROOT / "docs/_headers").read_text(encoding="utf-8")
POLICY = re.findall(r"Content-Security-Policy: (.+)", HEADERS)[0]
LISTEN = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation",
    event => window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
}"""


class StrictPages(StaticPages):
    """The site with the header that docs/_headers asks for."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def strict(built_site: Path) -> Iterator[str]:
    """Where the site is served with the header, ending in a slash."""
    handler = partial(StrictPages, directory=built_site)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture
def watched(chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and whatever it or its console says against it."""
    said: list[str] = []
    with chromium.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    ) as context:
        context.add_init_script(f"({LISTEN})()")
        page = context.new_page()
        page.on("console", lambda m: said.append(m.text) if m.type in {"error", "warning"} else 0)
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page, said


def used(page: Page) -> None:
    """What a reader might do on any page: fold out, tick, press, choose, type."""
    page.locator("[data-palette]").click()
    for summary in page.locator("main summary:visible").all()[:6]:
        summary.click()
    for box in page.locator("main input[type=checkbox]:visible").all()[:4]:
        if box.is_enabled():
            box.click(force=True)
    for choice in page.locator("main select:visible").all()[:3]:
        values = choice.locator("option").evaluate_all("all => all.map(one => one.value)")
        choice.select_option(values[-1])
    for field in page.locator("main input[type=search]:visible").all()[:1]:
        field.fill("peer")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_refused(watched: tuple[Page, list[str]], strict: str, kind: str) -> None:
    """Under `default-src 'self'` without `unsafe-inline` every kind of page loads and can be used,
    and the browser refuses nothing.
    """
    page, said = watched
    page.goto(strict + KINDS[kind])
    used(page)
    assert page.evaluate("window.refused") == []
    assert [line for line in said if "404" not in line or kind != "no such page"] == []


def test_a_foreign_script_is_refused(watched: tuple[Page, list[str]], strict: str) -> None:
    """What would run in a page without the policy does not run with it: the test can fail."""
    page, _ = watched
    page.goto(strict)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", "<i id=mark style='color:red'>x</i>");
        }"""
    )
    page.wait_for_function("window.refused.length >= 2")
    assert page.evaluate("window.ran") is None


def test_search_finds_under_the_policy(watched: tuple[Page, list[str]], strict: str) -> None:
    """The search, which needs WebAssembly, works."""
    page, said = watched
    page.goto(strict + "search/?q=navigation")
    expect(page.get_by_role("status").first).to_contain_text("found with", timeout=15_000)
    assert page.evaluate("window.refused") == []
    assert said == []


def test_page_and_header_say_the_same(built_site: Path) -> None:
    """The policy inside every page is that of the header, which alone can forbid framing; neither
    lets inline scripts in.
    """
    inside = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
    for name in ("index.html", "404.html", "programmes/caring-community/index.html"):
        (policy,) = inside.findall((built_site / name).read_text(encoding="utf-8"))
        assert f"{policy}; frame-ancestors 'self'" == POLICY
    assert "unsafe-inline" not in POLICY
    assert POLICY.startswith("default-src 'self';")
