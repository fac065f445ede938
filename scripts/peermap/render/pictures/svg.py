"""SVG as text: every string is escaped here, and numbers are written alike everywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 forbids, and the C1 controls."""


def element(name: str, attributes: Mapping[str, object], *children: str) -> str:
    """An element. Attributes are text or numbers; ``children`` are markup already, so plain text
    comes in through :func:`words`.
    """
    pairs = "".join(f' {key}="{_attribute(value)}"' for key, value in attributes.items())
    inside = "".join(children)
    return f"<{name}{pairs}>{inside}</{name}>" if inside else f"<{name}{pairs}/>"


def words(text: str) -> str:
    """Text as character data."""
    return escape(printable(text), quote=False)


def printable(text: str) -> str:
    """Text without what XML forbids; most has nothing of the kind, and is told at once."""
    return text if text.isprintable() else UNPRINTABLE.sub("", text)


def title(text: str, **attributes: str) -> str:
    """The name of a picture or of a part of it; browsers show it as a tooltip."""
    return element("title", attributes, words(text))


def number(value: float) -> str:
    """At most one decimal, and never ``-0``: enough for pictures, and the same on every machine."""
    rounded = f"{value:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded


def _attribute(value: object) -> str:
    if isinstance(value, (int, float)):
        return number(value)
    return escape(printable(str(value)))
