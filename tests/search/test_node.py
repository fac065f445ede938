"""The words of the search page, tested where they run: in JavaScript."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

TESTS = Path(__file__).with_name("words.test.js")
NO_NODE = "Node is not here: install nodejs 20 or newer"


def test_the_words_of_the_search_page() -> None:
    """Everything ``words.test.js`` says of names, results, excerpts and addresses holds."""
    if shutil.which("node") is None:
        pytest.skip(NO_NODE)
    run = subprocess.run(
        ["node", "--test", TESTS], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stdout + run.stderr
