"""What the scripts of a page import, told in its head. Else a browser learns of each module only
from the one that imports it, and a distant reader waits for one answer after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from peermap.archive.classic import imported_at_once
from peermap.archive.offline import MODULE


def preloads(page: str, folder: Path) -> str:
    """Lines for the head of a page that stands in a folder of a finished site: one for each module
    that the scripts in its body import. What the page is painted with comes first; the modules of
    every head come with any page before it.
    """
    needed: dict[str, None] = {}
    for source in MODULE.findall(page.partition("</head>")[2]):
        needed |= dict.fromkeys(modules(source, folder))
    return "\n".join(
        f'<link rel="modulepreload" fetchpriority="low" href="{module}">' for module in needed
    )


def modules(source: str, folder: Path) -> Iterator[str]:
    """The modules that a script needs before it runs, each once, as links from the folder; of one
    that is not there, as a hand-written page may name it, none.
    """
    seen, waiting = {source}, [source]
    for module in waiting:
        if not (folder / module).is_file():
            continue
        text = (folder / module).read_text(encoding="utf-8")
        new = [path for path in imported_at_once(module, text) if path not in seen]
        seen.update(new)
        waiting += new
        yield from new
