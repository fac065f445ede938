"""What the date of a reference says beyond one point of time: the end of a span, and *circa*."""

from __future__ import annotations

import re
from collections.abc import Mapping

from peermap.load.bibtex_fields import Value
from peermap.load.dates import first_of_span, is_span, read_date
from peermap.load.latex import plain
from peermap.records.date import Date

ABOUT = re.compile(r"^\[?\s*(?:c\.|ca\.|circa|vers)\s*(?=\d)|[?%]\]?$", re.IGNORECASE)


def read_until(values: Mapping[str, Value]) -> Date | None:
    """The last point of *2012/2013* or *May–June 2012*; None where the date is one point."""
    words = date_words(values)
    return read_date(first_of_span(words)[1]) if is_span(words) else None


def is_about(values: Mapping[str, Value]) -> bool:
    """Whether the date is an estimate: *c. 1999*, *[ca. 1999]*, BibLaTeX's *1999~* and *1999?*."""
    is_tilde = "date" in values and values["date"].text.endswith("~")  # a space to LaTeX
    return is_tilde or bool(ABOUT.search(date_words(values)))


def date_words(values: Mapping[str, Value]) -> str:
    """``date``, else ``month`` and ``year``, as one line."""
    names = ("date",) if "date" in values else ("month", "year")
    return " ".join(plain(values[name].text) for name in names if name in values)
