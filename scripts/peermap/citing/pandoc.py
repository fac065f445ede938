"""pandoc as the citation processor: items and a style in, entries and in-text citations out.

``pypandoc`` is imported where it is called: it loads what downloads pandoc, and most commands
format nothing.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

OPTIONS = (
    "--sandbox",
    "--citeproc",
    "--from=markdown",
    "--to=html",
    "--wrap=none",
    "--metadata=link-citations:false",
    "--metadata=link-bibliography:false",
)


class NotFormatted(Exception):  # noqa: N818 - it says what is, as problems do
    """pandoc is not there or ended with a fault; ``str()`` says which, in one line."""


@cache
def version() -> str:
    """The version of the pandoc that is found. Raises NotFormatted when there is none."""
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_version())
    except OSError as fault:
        raise NotFormatted("pandoc is not installed") from fault


def formatted_html(items: Sequence[Mapping[str, Any]], style: str) -> str:
    """The page pandoc makes: a citation of each item, then the list. Raises NotFormatted."""
    version()
    text = "".join(f"::: {{#c-{item['id']}}}\n[@{item['id']}]\n:::\n\n" for item in items)
    with tempfile.TemporaryDirectory(prefix="peermap-") as folder:
        bibliography, csl = Path(folder, "items.json"), Path(folder, "style.csl")
        bibliography.write_text(json.dumps(list(items)), encoding="utf-8")
        csl.write_text(style, encoding="utf-8")
        return run([*OPTIONS, f"--csl={csl}", f"--bibliography={bibliography}"], text)


def run(options: Sequence[str], text: str) -> str:
    """What pandoc writes for a text. Raises NotFormatted with the first line of its complaint."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), *options]
    try:
        done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8")
    except OSError as fault:
        raise NotFormatted(f"pandoc does not start: {fault.strerror}") from fault
    if done.returncode:
        complaint = (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[0]
        raise NotFormatted(f"pandoc stops: {complaint}")
    return done.stdout
