"""Before the engine: pages and pieces written below ``docs/``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from peermap.place.atlas import Atlas
from peermap.place.bridges import bridges_of
from peermap.problems import Mark, Problem
from peermap.publish.aside import keep_aside, set_aside
from peermap.publish.docs_files import PARTS
from peermap.publish.frames import FOLDERS, frame_page
from peermap.publish.languages import configurations
from peermap.publish.writing import write_file
from peermap.render.pages.bridges import bridges_page
from peermap.render.pages.compare import compare_page
from peermap.render.pages.describe import describe_page
from peermap.render.pages.engine import MARKER, EnginePage
from peermap.render.pages.gaps import gaps_page
from peermap.render.pages.guide import guide_pages
from peermap.render.pages.lists import first_list_pages
from peermap.render.pages.map import map_page, questions_page
from peermap.render.pages.parts import parts
from peermap.render.pages.question import question_pages
from peermap.render.pages.record import compact
from peermap.render.pages.retired import retired_pages
from peermap.render.pages.silos import silos_page
from peermap.render.pages.trend import trend_pages


def engine_pages(atlas: Atlas) -> Iterator[EnginePage]:
    """Every page that the engine is to render."""
    yield map_page(atlas)
    yield questions_page(atlas)
    bridges = bridges_of(atlas)
    yield bridges_page(atlas, bridges)
    yield compare_page(atlas, bridges.strongest)
    yield describe_page(atlas)
    yield gaps_page(atlas)
    yield silos_page(atlas)
    yield from question_pages(atlas)
    yield from trend_pages(atlas)
    yield from guide_pages(atlas)
    yield from retired_pages(atlas)
    yield from (page for page in first_list_pages(atlas) if isinstance(page, EnginePage))
    yield from (frame_page(folder) for folder in FOLDERS)


def prepare(atlas: Atlas, root: Path, docs: Path) -> list[Problem]:
    """Write what the engine needs into the ``docs`` of one language of the project at ``root``;
    pages of earlier builds that are no more are removed.

    A hand-written file is never overwritten: where one stands, the generated page is left out
    and a problem says so.
    """
    pages = list(engine_pages(atlas))
    problems = []
    for page in pages:
        if is_hand_written(docs / page.path):
            says = "the file is hand-written, and a page is generated for the same address"
            place = Mark(Path(os.path.relpath(docs / page.path, root)).as_posix())
            problems.append(Problem(place, says, "Rename or delete it."))
        else:
            text, aside = set_aside(page.text)
            keep_aside(docs / PARTS, page.path, aside)
            write_file(docs / page.path, text)
    remove_stale(root, docs, {docs / page.path for page in pages})
    for name, text in parts(atlas).items():
        write_file(docs / PARTS / name, compact(text) + "\n")
    return problems


def is_hand_written(path: Path) -> bool:
    """Whether a file stands there that peermap did not write."""
    return path.is_file() and not is_generated(path)


def is_generated(path: Path) -> bool:
    """Whether the front matter of a page bears our mark; not where it cannot be read."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return any(MARKER in line for line in (file.readline(), file.readline()))
    except OSError:
        return False


def remove_stale(root: Path, docs: Path, current: Iterable[Path]) -> None:
    """Take away generated pages that no record stands behind any more. Folders of other languages
    have their own.
    """
    kept, apart = set(current), {docs / language for language in configurations(root)}
    for path in sorted(docs.rglob("*.md")):
        if path not in kept and apart.isdisjoint(path.parents) and is_generated(path):
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
