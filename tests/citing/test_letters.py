"""Works of the same authors and year in a list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peermap.citing.letters import lettered
from peermap.records.citation import Formatted

CASES = json.loads((Path(__file__).parent / "letters.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_letters(case: dict[str, list[list[str]]]) -> None:
    """They are told apart by letters, in the order of the list, and no others are;
    ``lists.test.mjs`` holds the browser to the same cases.
    """
    given = [Formatted(entry, text) for entry, text, _ in case["entries"]]
    assert lettered(given) == [wanted for *_, wanted in case["entries"]]


def test_more_works_than_letters() -> None:
    """After z comes za."""
    found = lettered([Formatted("Doe. 2020. “A.”", "(Doe 2020)")] * 30)
    assert [text.split(". ")[1] for text in found[25:28]] == ["2020z", "2020za", "2020zb"]
