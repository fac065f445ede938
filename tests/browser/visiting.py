"""One visit to a page: everything a browser can tell of it, gathered in one load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, ConsoleMessage, Page

from browser.axe import violations

SCHEMES = ("light", "dark")
WIDTHS = {"desk": 1280, "phone": 360}  # CSS pixels
AT_REST = """() => {
  const sheet = new CSSStyleSheet();
  const still = "transition: none !important; animation: none !important";
  sheet.replaceSync(`*, *::before, *::after { ${still} }`);
  document.adoptedStyleSheets.push(sheet);
}"""
WIDER = """() => [...document.querySelectorAll("body *")]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => [e.tagName.toLowerCase(), ...e.classList].join("."))
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page at one width: what axe-core found in each colour scheme (nothing without axe-core),
    what the console said, the addresses asked for, and what is wider than the window.
    """

    status: int
    violations: Mapping[str, tuple[str, ...]]
    said: tuple[str, ...]
    asked: tuple[str, ...]
    scrolls: bool
    wider: tuple[str, ...]


def visit_page(browser: Browser, url: str, width: int, *, with_axe: bool) -> Visit:
    """Load a page once and look at it in both colour schemes."""
    said: list[str] = []
    asked: list[str] = []
    with browser.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        page.on("console", lambda message: said.extend(errors_of(message)))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        response = page.goto(url)
        if page.locator("script[type=module]").count():
            page.wait_for_load_state("networkidle")  # what a script fetches and shows is there
        page.evaluate(AT_REST)  # the site's policy refuses a style element
        return Visit(
            status=response.status if response else 0,
            violations={scheme: seen(page, scheme) for scheme in SCHEMES} if with_axe else {},
            said=tuple(said),
            asked=tuple(asked),
            scrolls=page.evaluate("document.documentElement.scrollWidth > innerWidth"),
            wider=tuple(page.evaluate(WIDER)),
        )


def errors_of(message: ConsoleMessage) -> Iterator[str]:
    """What the console says, when it is an error."""
    if message.type == "error":
        yield f"{message.text} ({message.location.get('url', '')})"


def seen(page: Page, scheme: str) -> tuple[str, ...]:
    """What axe-core finds where the system asks for that colour scheme."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    return violations(page)
