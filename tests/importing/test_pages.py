"""Pages as databases shorten them."""

from __future__ import annotations

import pytest

from importing.libraries import imported


@pytest.mark.parametrize(
    ("given", "pages"),
    [
        ("112-9", "112--119"),
        ("S12-9", "S12--S19"),
        ("1005-12, 1020-1", "1005--1012, 1020--1021"),
        ("12-19", "12--19"),
        ("112-09", "112--09"),
        ("298", "298"),
        ("e12-e14", "e12--e14"),
    ],
)
@pytest.mark.parametrize(
    "export",
    ["PMID- 1\nTI  - On time\nPG  - {}\n", "@article{{a, title={{On time}}, pages={{{}}}}}\n"],
)
def test_a_last_page_has_all_its_digits(given: str, pages: str, export: str) -> None:
    """So that no other program takes page 9 for the end; what is no such range stays."""
    written = imported(export.format(given)).data.decode()
    assert f"  pages = {{{pages}}},\n" in written
