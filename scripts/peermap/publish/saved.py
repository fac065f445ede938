"""What people save in a project: its sources, and the files around them that make the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from peermap.publish.docs_files import PARTS
from peermap.publish.prepare import is_generated
from peermap.sources import read_sources

AROUND = ("docs", "overrides", "mkdocs*.yml")


@dataclass(frozen=True, slots=True)
class Saved:
    """The text of each source, and of every other file when it was written and how large it is."""

    texts: Mapping[str, str]
    stamps: Mapping[Path, tuple[int, int]]


def saved(root: Path) -> Saved:
    """What is saved of a project now."""
    stamps = {}
    for path in files(root):
        with suppress(FileNotFoundError):  # the passing file of an editor
            found = path.stat()
            stamps[path] = (found.st_mtime_ns, found.st_size)
    return Saved(read_sources(root).texts, stamps)


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """Paths of sources whose text is another, or that came or went."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def files(root: Path) -> Iterator[Path]:
    """Every file that people write and that makes the site, beside the sources."""
    for pattern in AROUND:
        for path in root.glob(pattern):
            for file in [path] if path.is_file() else path.rglob("*"):
                if file.is_file() and not is_made(file):
                    yield file


def is_made(file: Path) -> bool:
    """Whether a build wrote the file."""
    is_part = PARTS in file.parts or file.suffix == ".part"
    return is_part or (file.suffix == ".md" and is_generated(file))
