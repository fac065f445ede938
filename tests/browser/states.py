"""A view in the state it is in, looked at in every colour and width."""

from __future__ import annotations

from playwright.sync_api import Page

from browser.axe import SCRIPT, violations
from browser.visiting import AT_REST, SCHEMES, WIDTHS

WIDER = "document.documentElement.scrollWidth > innerWidth"


def barriers(page: Page) -> list[str]:
    """What bars a reader of the page as it is now, light and dark, at a desk and on a phone: rules
    of WCAG 2.2 AA that it fails, and whether it scrolls sideways.
    """
    page.evaluate(AT_REST)  # the site's policy refuses a style element
    found = []
    for width, pixels in WIDTHS.items():
        page.set_viewport_size({"width": pixels, "height": 800})
        page.wait_for_timeout(50)
        found += [f"{width}: wider than the window"] if page.evaluate(WIDER) else []
        for scheme in SCHEMES if SCRIPT.is_file() else ():
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{width}, {scheme}: {line}" for line in violations(page)]
    return found
