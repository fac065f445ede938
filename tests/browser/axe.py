"""What axe-core finds against WCAG 2.2 AA, in lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """tags => axe.run(document, {
  runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
})"""
MOST_TARGETS = 12  # shown for each rule


def violations(page: Page) -> tuple[str, ...]:
    """Every rule that the page fails as it looks now: the rule, and where with what is wrong."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate(RUN, TAGS)["violations"]
    return tuple(line for violation in found for line in violation_lines(violation))


def violation_lines(violation: dict[str, Any]) -> Iterator[str]:
    """One rule, then its first targets, each with axe's summary on the same line."""
    nodes = violation["nodes"]
    yield f"{violation['id']} ({len(nodes)} ×): {violation['help']}"
    for node in nodes[:MOST_TARGETS]:
        yield f"  {' '.join(map(str, node['target']))}: {' '.join(node['failureSummary'].split())}"
    if len(nodes) > MOST_TARGETS:
        yield f"  … and {len(nodes) - MOST_TARGETS} more"
