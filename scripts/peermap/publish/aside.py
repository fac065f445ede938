"""Ready HTML that is set aside before the engine works and put back into its pages afterwards.

Generated pages are HTML but for their headings, and Markdown takes long to find out that there is
nothing to do. So long runs of it leave a sign in the page, with their anchors, for the engine
checks links to them; they wait in a file beside the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from peermap.publish.writing import write_file

FOLDER = "aside"
SIGN, ANCHOR = '<div data-aside="{}">{}</div>', '<a id="{}"></a>'
SIGNS = re.compile(r'<div data-aside="(\d+)">(?:<a id="[^"<>]+"></a>)*</div>')
ID = re.compile(r'\sid="([^"<>]+)"')
LEAST = 1000  # characters of a run below which it is no burden
BETWEEN = "\n\n"  # no run has an empty line, for Markdown would end it there


def set_aside(text: str) -> tuple[str, list[str]]:
    """A page with signs in the place of long runs of HTML, and these. Its first heading stays, for
    the theme looks for it.
    """
    front, fence, body = text.partition("\n---\n")
    lines: list[str] = []
    kept: list[str] = []
    for is_html, run in runs_of(body.split("\n")):
        if is_html and len(run) >= LEAST:
            anchors = "".join(ANCHOR.format(id_) for id_ in ID.findall(run))
            lines.append(SIGN.format(len(kept), anchors))
            kept.append(run)
        else:
            lines.append(run)
    return front + fence + "\n".join(lines), kept


def runs_of(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Lines of HTML that follow each other as one, and all others one by one."""
    run: list[str] = []
    for line in lines:
        if line.startswith(("<h1", "#")) or not line:
            if run:
                yield run[0].startswith("<"), "\n".join(run)
            yield False, line
            run = []
        else:
            run.append(line)
    if run:
        yield run[0].startswith("<"), "\n".join(run)


def keep_aside(folder: Path, path: str, runs: list[str]) -> None:
    """Keep the runs of the page at a path below ``docs/`` for ``put_back``."""
    write_file(kept_at(folder, path), BETWEEN.join(runs))


def kept_at(folder: Path, path: str) -> Path:
    """Where the runs of a page wait; ``folder`` is that of the parts."""
    return (folder / FOLDER / path).with_suffix(".html")


def put_back(folder: Path, path: str, page: str) -> str:
    """The page that the engine made at a path below its site, with what was set aside."""
    if SIGNS.search(page) is None:
        return page
    runs = kept_at(folder, path).read_text(encoding="utf-8").split(BETWEEN)
    return SIGNS.sub(lambda sign: runs[int(sign[1])], page)
