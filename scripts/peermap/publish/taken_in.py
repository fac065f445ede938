"""The parts that a hand-written page takes in, ``--8<-- "home-map.html"``, and whether they are
there. The rules are those of ``pymdownx.snippets``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from peermap.problems import Mark, Problem, did_you_mean, shown
from peermap.render.pages.part_names import PART_NAMES

LINE = re.compile(r"""[ \t]*-+8<-+[ \t]+(?:"(?P<double>[^"]+)"|'(?P<single>[^']+)')""")
BLOCK = re.compile(r"[ \t]*-+8<-+")
PIECE = re.compile(r"(:-?\d*){1,2}(,-?\d*(:-?\d*)?)*$|:(?P<section>[a-z][-\w]*)$", re.I)
SECTION = r"-+8<-+[ \t]+\[[ \t]*start[ \t]*:[ \t]*{}[ \t]*\]"
NO_PART = "Take the line out, or name a part that is made; a build writes them into docs/_parts/."


def part_problems(
    text: str, at: Path, root: Path, folders: Sequence[Path], through: frozenset[Path] = frozenset()
) -> Iterator[Problem]:
    """Parts that a page takes in, itself or ``through`` hand-written parts, and that are neither
    made nor in one of the folders; and sections that a part does not have.
    """
    for mark, given in taken_in(text, Path(os.path.relpath(at, root)).as_posix()):
        cut = PIECE.search(given)
        part, section = (given[: cut.start()], cut["section"]) if cut else (given, None)
        file = file_of(part, folders)
        if file is None and part not in PART_NAMES:
            way_out = did_you_mean(part, PART_NAMES) or NO_PART
            yield Problem(mark, f"there is no part {shown(part)} to take in", way_out)
        elif section and not has_section(file, section):
            says = f"the part {shown(part)} has no section {shown(section)}"
            yield Problem(mark, says, f"Take in all of it: {shown(part)}.")
        elif file and not cut and part not in PART_NAMES and file not in through:
            inside = file.read_text(encoding="utf-8", errors="replace")
            yield from part_problems(inside, file, root, folders, through | {file})


def taken_in(text: str, name: str) -> Iterator[tuple[Mark, str]]:
    """What a page takes in, each with its place: on a line of its own, or as a line of a block.
    What stands behind a semicolon is left out.
    """
    is_block = False
    for number, line in enumerate(text.split("\n"), start=1):
        whole, at, given = LINE.fullmatch(line), 0, ""
        if BLOCK.fullmatch(line):
            is_block = not is_block
        elif whole and not is_block:
            kind = "double" if whole["double"] else "single"
            at, given = whole.start(kind), whole[kind]
        elif is_block and not whole:
            given = line
        bare = given.strip()
        if bare and not bare.startswith(";"):
            yield Mark(name, number, at + given.index(bare) + 1), bare


def file_of(part: str, folders: Sequence[Path]) -> Path | None:
    """The file that is taken in; none that lies elsewhere than below the folders."""
    for folder in folders:
        path = Path(os.path.abspath(folder / part))
        if path.is_relative_to(os.path.abspath(folder)) and path.is_file():
            return path
    return None


def has_section(file: Path | None, section: str) -> bool:
    """Whether a file says where a section of it begins."""
    text = file.read_text(encoding="utf-8", errors="replace") if file else ""
    return re.search(SECTION.format(section), text, re.I) is not None
