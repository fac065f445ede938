"""One visit to a page: everything a browser can tell of it, gathered in one load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page

from browser.axe import violations

SCHEMES = ("light", "dark")
WIDTHS = {"desk": 1280, "phone": 360}  # CSS pixels
AT_REST = "*, *::before, *::after { transition: none !important; animation: none !important }"
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


@dataclass(slots=True)
class Listener:
    """Hears what a page says and asks for."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.said.append(f"{message.text} ({message.location.get('url', '')})")


def visit_page(browser: Browser, url: str, width: int, *, with_axe: bool) -> Visit:
    """Load a page once and look at it in both colour schemes."""
    listener = Listener()
    with browser.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        listener.listen(page)
        response = page.goto(url)
        page.add_style_tag(content=AT_REST)
        return Visit(
            status=response.status if response else 0,
            violations={scheme: seen(page, scheme) for scheme in SCHEMES} if with_axe else {},
            said=tuple(listener.said),
            asked=tuple(listener.asked),
            scrolls=page.evaluate("document.documentElement.scrollWidth > innerWidth"),
            wider=tuple(page.evaluate(WIDER)),
        )


def seen(page: Page, scheme: str) -> tuple[str, ...]:
    """What axe-core finds where the system asks for that colour scheme."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    return violations(page)
