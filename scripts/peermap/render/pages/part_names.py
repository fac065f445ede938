"""The names of the generated pieces that hand-written pages take in; ``parts.py`` makes them."""

from __future__ import annotations

PART_NAMES = (
    "cite-site.html",
    "contribute-correction.html",
    "contribute-programme.html",
    "data-columns.html",
    "data-files.html",
    "disagreements.html",
    "home-counts.html",
    "home-map.html",
    "method-agreement.html",
    "method-coverage.html",
    "method-flow.html",
    "method-languages.html",
    "method-limits.html",
    "method-people.html",
    "method-reading.html",
    "method-rules.html",
    "method-synthesis.html",
    "method-usefulness.html",
    "whats-new.html",
)
