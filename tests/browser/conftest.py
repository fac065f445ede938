"""A browser and the served site; what is missing here is said in one line, with a way to get it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from browser.axe import SCRIPT
from browser.kinds import KINDS
from browser.serving import served
from browser.visiting import WIDTHS, Visit, visit_page

# the first is the same without windows, and a third quicker
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
NO_CHROMIUM = "Chromium is not here: apt-get install chromium, or set PEERMAP_CHROMIUM to its path"
NO_AXE = "axe-core is not here: run npm ci in tests/browser"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Browser:
    """A headless Chromium that can reach nothing but this machine."""
    return launched(playwright)


@pytest.fixture(scope="module")
def large_letters(playwright: Playwright) -> Iterator[Browser]:
    """The same whose reader has set letters to twice their size."""
    browser = launched(playwright, "--blink-settings=defaultFontSize=32")
    yield browser
    browser.close()


def launched(playwright: Playwright, *flags: str) -> Browser:
    """A headless Chromium with these flags too, where there is one."""
    given = os.environ.get("PEERMAP_CHROMIUM")
    path = next(filter(None, map(shutil.which, [given] if given else NAMES)), None)
    if path is None:
        pytest.skip(NO_CHROMIUM)
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """Where the real site is served, ending in a slash."""
    with served(built_site) as address:
        yield address


@pytest.fixture
def axe() -> None:
    """For tests that need axe-core."""
    if not SCRIPT.is_file():
        pytest.skip(NO_AXE)


@pytest.fixture(
    scope="session",
    params=list(product(KINDS, WIDTHS)),
    ids=lambda kind_and_width: ", ".join(kind_and_width),
)
def visit(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Visit:
    """A visit to one page of every kind, at a desk and on a phone; each is made once."""
    kind, width = request.param
    with_axe = SCRIPT.is_file()
    return visit_page(chromium, address + KINDS[kind], WIDTHS[width], with_axe=with_axe)


@pytest.fixture(scope="session")
def without_scripts(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser whose reader has switched JavaScript off."""
    with chromium.new_context(java_script_enabled=False) as context:
        yield context


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Page]:
    """An empty page in a wide window; whatever the reader chooses is forgotten after the test."""
    yield from empty_page(chromium, WIDTHS["desk"], 800)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """An empty page in a phone's window."""
    yield from empty_page(chromium, WIDTHS["phone"], 740)


def empty_page(chromium: Browser, width: int, height: int) -> Iterator[Page]:
    """An empty page in a window of that size, in which nothing moves."""
    with chromium.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce"
    ) as context:
        yield context.new_page()
