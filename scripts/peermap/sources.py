"""The disk, read once: source files as text, with their path from the project root."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from peermap.problems import Mark, Problem, counted, did_you_mean

FILES = (
    "bibliography/references.bib",
    "synthesis/coding-guide.md",
    "synthesis/labels.yml",
    "synthesis/map.yml",
    "synthesis/method.yml",
    "synthesis/screening.yml",
    "synthesis/silos.yml",
)
FOLDERS = {
    "synthesis/double-coding": ".csv",
    "synthesis/questions": ".md",
    "synthesis/trends": ".md",
    "synthesis/programmes": ".yml",
}
SYNTHESIS = "synthesis"
LANGUAGE = re.compile(r"[a-z]{2,3}")  # the name of a folder that has words of a language: fr
LOOKED_THROUGH = ("bibliography", "synthesis")
ENDINGS = frozenset({".bib", ".csv", ".md", ".markdown", ".yaml", ".yml"})
MOST_BYTES = {".bib": 200_000_000, ".csv": 1_000_000, ".yml": 1_000_000, ".md": 1_000_000}
UTF_8 = "utf-8-sig"
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UNREADABLE = "\ufffd"
CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sources:
    """Every source file as text by its path (``/`` as separator), and what could not be read.
    ``languages`` are those that have files of their own, sorted; English is not among them.
    """

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    languages: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        found = {language_of(path) for path in self.texts} - {""}
        object.__setattr__(self, "languages", tuple(sorted(found)))

    def under(self, folder: str, ending: str) -> tuple[str, ...]:
        """Paths directly in ``folder`` that end so, sorted."""
        return tuple(
            path
            for path in sorted(self.texts)
            if path.rpartition("/")[0] == folder and path.endswith(ending)
        )

    def in_languages(self, path: str) -> dict[str, tuple[str, str]]:
        """By language the path and the text of the file with the words for an English one."""
        others = {language: in_language(path, language) for language in self.languages}
        return {each: (at, self.texts[at]) for each, at in others.items() if at in self.texts}


def language_of(path: str) -> str:
    """The language whose words a source has: ``fr`` of ``synthesis/fr/map.yml``; else empty."""
    parts = path.split("/")
    is_other = parts[0] == SYNTHESIS and len(parts) > 2 and LANGUAGE.fullmatch(parts[1])
    return parts[1] if is_other else ""


def in_language(path: str, language: str) -> str:
    """The path at which the words of a language stand for an English file."""
    return f"{SYNTHESIS}/{language}/{path.removeprefix(f'{SYNTHESIS}/')}"


def english_of(path: str) -> str:
    """The English file for which a file has words of another language."""
    language = language_of(path)
    return path.replace(f"{SYNTHESIS}/{language}/", f"{SYNTHESIS}/", 1) if language else path


def read_sources(root: Path) -> Sources:
    """Read all sources below the project root; a file that cannot be read is a problem."""
    texts: dict[str, str] = {}
    paths = source_paths(root)
    problems = list(left_unread(root, paths))
    inside = {folder for folder in {path.parent for path in paths} if is_inside(folder, root)}
    for path in paths:
        name = path.relative_to(root).as_posix()
        is_in = is_inside(path, root) if path.is_symlink() else path.parent in inside
        text, found = read_source(path, name) if is_in else (None, [outside(name)])
        problems += found
        if text is not None:
            texts[name] = text
    return Sources(texts, tuple(problems))


def source_paths(root: Path) -> tuple[Path, ...]:
    """The files that are sources, in a fixed order."""
    patterns = (*FILES, *(f"{folder}/*{ending}" for folder, ending in FOLDERS.items()))
    others = (in_language(each, "*") for each in patterns if each.startswith(f"{SYNTHESIS}/"))
    found = {
        path
        for pattern in (*patterns, *others)
        for path in root.glob(pattern)
        if path.is_file() and is_source(path.relative_to(root).as_posix())
    }
    return tuple(sorted(found))


def is_source(name: str) -> bool:
    """Whether a file that stands where sources do is one: of another language, only where the
    folder has the name of a language, and tables of codings have no words.
    """
    parts = name.split("/")
    return (
        len(parts) < 3
        or f"{parts[0]}/{parts[1]}" in FOLDERS
        or bool(language_of(name) and not name.endswith(".csv"))
    )


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path is in the project, also when it is a link: sources come from strangers."""
    return path.resolve().is_relative_to(root.resolve())


def outside(name: str) -> Problem:
    """The problem of a link that leads out of the project."""
    says = "the file is a link that leads out of the project"
    return Problem(Mark(name), says, "Put the file itself here.")


def left_unread(root: Path, read: Collection[Path]) -> Iterator[Problem]:
    """A warning for each file that looks like a source and stands where nothing reads it."""
    files = {path for folder in LOOKED_THROUGH for path in (root / folder).rglob("*")}
    for path in sorted(files - set(read)):
        if path.suffix.lower() in ENDINGS and not path.is_dir():
            name = path.relative_to(root).as_posix()
            yield Problem(Mark(name), "nothing reads this file", way_in(name), "warning")


def way_in(name: str) -> str:
    """Where a file that nothing reads may belong."""
    folder, _, file = name.rpartition("/")
    if folder in FOLDERS:
        return f"Files in {folder}/ end in {FOLDERS[folder]}."
    here = [known.rpartition("/")[2] for known in FILES if known.rpartition("/")[0] == folder]
    folders = ", ".join(f"{each}/*{ending}" for each, ending in FOLDERS.items())
    return did_you_mean(file, here) or f"Sources are {', '.join(FILES)} and {folders}."


def read_source(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of one file, and what is odd about its bytes; no text when it cannot be had, or is
    too large to be a source.
    """
    try:
        size, most = path.stat().st_size, MOST_BYTES[path.suffix]
        data = path.read_bytes() if size <= most else b""
    except OSError as error:
        says = f"the file cannot be opened: {error.strerror or error}"
        return None, [Problem(Mark(name), says, "Look at who may read it.")]
    if size > most:
        says = f"the file has {size:,} bytes; a {path.suffix} file here may have {most:,}"
        way_out = "Split it, or look whether something else was saved here."
        return None, [Problem(Mark(name), says, way_out)]
    return decoded(data, name)


def decoded(data: bytes, name: str) -> tuple[str, list[Problem]]:
    r"""Bytes as text with ``\n`` line ends: UTF-8, UTF-16 with its mark, else Windows-1252 with a
    warning. NUL characters are left out and told, and so are the marks of a merge left undone.
    """
    text, problems = text_of(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        says = f"{counted(text.count(chr(0)), 'NUL character')} in the file"
        way_out = "They are left out; save the file as plain text."
        problems.append(Problem(mark_in(text, text.index("\0"), name), says, way_out))
    text = text.replace("\0", "")
    return text, [*problems, *conflicts(text, name)]


def conflicts(text: str, name: str) -> Iterator[Problem]:
    """The problem of a merge that was left undone, at its first mark."""
    mark = CONFLICT.search(text)
    if mark:
        says = "git left two versions here, between '<<<<<<<' and '>>>>>>>'"
        way_out = "Keep one of them, and delete the three lines with these marks and '======='."
        yield Problem(mark_in(text, mark.start(), name), says, way_out, "warning")


def text_of(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """Bytes as text by their byte-order mark, else UTF-8, else Windows-1252 with a warning."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return marked_text(data, encoding, name)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return data.decode("cp1252", errors="replace"), [not_utf8(data, error.start, name)]


def marked_text(data: bytes, encoding: str, name: str) -> tuple[str, list[Problem]]:
    """Bytes in the encoding that their first bytes announce; what does not fit it is told."""
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    announced = "UTF-8" if encoding == UTF_8 else "UTF-16"
    says = f"the file begins as {announced}, and some bytes here are not"
    way_out = "They are read as \ufffd; save the file as UTF-8."
    return text, [Problem(mark_in(text, text.find(UNREADABLE), name), says, way_out)]


def mark_in(text: str, offset: int, name: str) -> Mark:
    """The line and column of an offset (the file's beginning when it is -1)."""
    at = max(offset, 0)
    return Mark(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def not_utf8(data: bytes, offset: int, name: str) -> Problem:
    """The warning that a file is not UTF-8, at the first byte that shows it."""
    line = data.count(b"\n", 0, offset) + 1
    column = offset - data.rfind(b"\n", 0, offset)
    says = f"the byte 0x{data[offset]:02x} is not UTF-8; the file is read as Windows-1252"
    return Problem(Mark(name, line, column), says, "Save the file as UTF-8.", "warning")
