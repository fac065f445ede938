"""What the scripts of a page import, told in its head."""

from __future__ import annotations

from pathlib import Path

from peermap.publish.preloads import preloads


def test_a_script_that_is_not_there_stops_no_build(tmp_path: Path) -> None:
    """A hand-written page may name one of another place; what its other scripts need is told."""
    (tmp_path / "mine.js").write_text('import { a } from "./a.js";\n')
    (tmp_path / "a.js").write_text('import "./nowhere.js";\n')
    names = ("https://example.org/x.js", "/y.js", "mine.js")
    scripts = "".join(f'<script type="module" src="{name}"></script>' for name in names)
    assert preloads(f"<head></head>{scripts}", tmp_path).splitlines() == [
        '<link rel="modulepreload" fetchpriority="low" href="a.js">',
        '<link rel="modulepreload" fetchpriority="low" href="nowhere.js">',
    ]
