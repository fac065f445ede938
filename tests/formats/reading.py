"""Programs that are not ours, run by Node: what they read in a page or a file."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).with_name("node")
NO_READERS = "citation-js and html-metadata are not here: run npm ci in tests/formats/node"


def read_by_node(script: str, files: Sequence[Path]) -> Any:
    """What a script of the folder says of some files, from JSON."""
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules").is_dir():
        pytest.skip(NO_READERS)
    run = subprocess.run(
        [node, FOLDER / script, *files], capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)
