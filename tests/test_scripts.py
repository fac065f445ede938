"""The site's own scripts say of their values what they are, and the compiler holds them to it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from building import ROOT
from formats.reading import FOLDER, NO_READERS

OPTIONS = (
    "--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "esnext", "--module", "esnext",
    "--moduleResolution", "bundler", "--lib", "esnext,dom,dom.iterable",
)  # fmt: skip
COMPILER = FOLDER / "node_modules/typescript/bin/tsc"


def faults(*scripts: Path) -> str:
    """What the compiler says of some scripts."""
    node = shutil.which("node")
    if node is None or not COMPILER.is_file():
        pytest.skip(NO_READERS)
    command = [node, COMPILER, *OPTIONS, *scripts]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_every_script_keeps_to_its_types() -> None:
    """No script of the site reads a property that is not there."""
    scripts = sorted((ROOT / "docs/assets").rglob("*.js"))
    assert len(scripts) > 50
    assert faults(*scripts) == ""


def test_a_wrong_property_is_found(tmp_path: Path) -> None:
    """The check can fail."""
    script = tmp_path / "wrong.js"
    script.write_text(
        "/** @param {{name: string}} label */\nexport const f = (label) => label.at;\n"
    )
    assert "Property 'at' does not exist" in faults(script)
