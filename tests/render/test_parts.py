"""Pieces that hand-written pages take in."""

from __future__ import annotations

import re
from dataclasses import replace

from building import ROOT
from peermap.place.atlas import Atlas
from peermap.render.pages.part_names import PART_NAMES
from peermap.render.pages.parts import parts

TAKEN_IN = re.compile(r'--8<-- "([^"]+)"')


def test_no_page_waits_for_a_piece(atlas: Atlas) -> None:
    """Also without an account of the method and without a second coding every piece that a page
    takes in is there, and says that nothing is told; else the engine stops.
    """
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")]
    wanted = {name for page in pages for name in TAKEN_IN.findall(page)}
    bare = parts(replace(atlas, method=None, double_coding=None, screening=None))
    assert wanted <= set(bare)
    assert "do not tell" in bare["method-flow.html"]
    assert "do not tell" not in parts(atlas)["method-flow.html"]


def test_every_part_is_known_by_its_name(atlas: Atlas) -> None:
    """So that a page which takes in another can be told without making them."""
    assert sorted(parts(atlas)) == list(PART_NAMES)
