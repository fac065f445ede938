"""The disk, read once: source files as text, with their path from the project root."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from peermap.problems import Mark, Problem, counted

PATTERNS = (
    "bibliography/references.bib",
    "synthesis/*.yml",
    "synthesis/questions/*.md",
    "synthesis/trends/*.md",
    "synthesis/programmes/*.yml",
)
MOST_BYTES = {".bib": 200_000_000, ".yml": 1_000_000, ".md": 1_000_000}
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Sources:
    """Every source file as text by its path (``/`` as separator), sorted, and what could not be
    read.
    """

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    def under(self, folder: str, ending: str) -> tuple[str, ...]:
        """Paths directly in ``folder`` that end so."""
        return tuple(
            path
            for path in self.texts
            if path.rpartition("/")[0] == folder and path.endswith(ending)
        )


def read_sources(root: Path) -> Sources:
    """Read all sources below the project root; a file that cannot be read is a problem."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in source_paths(root):
        name = path.relative_to(root).as_posix()
        text, found = read_source(path, name)
        problems += found
        if text is not None:
            texts[name] = text
    return Sources(texts, tuple(problems))


def source_paths(root: Path) -> Iterable[Path]:
    """The files that are sources, in a fixed order."""
    return sorted(path for pattern in PATTERNS for path in root.glob(pattern) if path.is_file())


def read_source(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of one file, and what is odd about its bytes; no text when it is too large to be a
    source.
    """
    size, most = path.stat().st_size, MOST_BYTES[path.suffix]
    if size > most:
        says = f"the file has {size:,} bytes; a {path.suffix} file here may have {most:,}"
        return None, [
            Problem(Mark(name), says, "Split it, or look whether something else was saved here.")
        ]
    return decoded(path.read_bytes(), name)


def decoded(data: bytes, name: str) -> tuple[str, list[Problem]]:
    r"""Bytes as text with ``\n`` line ends: UTF-8, UTF-16 with its mark, else Windows-1252 with a warning."""
    text, problems = text_of(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        says = f"{counted(text.count(chr(0)), 'NUL character')} in the file"
        problems.append(
            Problem(Mark(name, line), says, "They are left out; save the file as plain text.")
        )
    return text.replace("\0", ""), problems


def text_of(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """Bytes as text by their byte-order mark, else as UTF-8, else as Windows-1252 with a warning."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return data.decode("cp1252", errors="replace"), [not_utf8(data, error.start, name)]


def not_utf8(data: bytes, offset: int, name: str) -> Problem:
    """The warning that a file is not UTF-8, at the first byte that shows it."""
    line = data.count(b"\n", 0, offset) + 1
    column = offset - data.rfind(b"\n", 0, offset)
    says = f"the byte 0x{data[offset]:02x} is not UTF-8; the file is read as Windows-1252"
    return Problem(Mark(name, line, column), says, "Save the file as UTF-8.", "warning")
