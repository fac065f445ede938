"""The language of a title, by which it is marked on pages and capitalised in styles."""

from __future__ import annotations

import pytest

from peermap.load.bibtex import read_references


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("", "en"),
        ("eng", "en"),
        ("English (US)", "en"),
        ("en-GB", "en-GB"),
        ("french", "fr"),
        ("fre; eng", "fr"),
        ("ngerman", "de"),
        ("chinese", "zh"),
        ("jpn", "ja"),
        ("Swedish", "sv"),
        ("Cree", "und"),
    ],
)
def test_the_language_of_a_title(given: str, tag: str) -> None:
    """A language that is not known here is not taken for English."""
    field = f"  language = {{{given}}},\n" if given else ""
    (read,), _ = read_references("r.bib", f"@misc{{a,\n  title = {{T}},\n{field}}}\n")
    assert read.language == tag
