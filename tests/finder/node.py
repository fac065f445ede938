"""Node, which runs the scripts of the site outside a browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NO_NODE = "Node is not here: apt-get install nodejs (20 or newer)"


def node(*arguments: str | Path, given: object = None) -> subprocess.CompletedProcess[str]:
    """Run Node on some arguments, with ``given`` as JSON on its standard input."""
    path = shutil.which("node")
    if path is None:
        pytest.skip(NO_NODE)
    return subprocess.run(
        [path, *arguments], input=json.dumps(given), capture_output=True, text=True, check=False
    )


def answer_of(script: str, given: object) -> Any:
    """What a script of this folder answers to ``given``, read from its JSON."""
    run = node(HERE / script, given=given)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)
