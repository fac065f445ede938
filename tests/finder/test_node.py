"""The pure parts of the site's scripts, tested where they run."""

from __future__ import annotations

from finder.node import HERE, node


def test_the_scripts_pass_their_own_tests() -> None:
    """``node --test`` finds every test of this folder and no failure."""
    run = node("--test", *sorted(HERE.glob("*.test.js")))
    assert run.returncode == 0, run.stdout
    assert "# fail 0" in run.stdout
