"""Hand-written pages below ``docs/``, before an engine reads them: it would end in the middle of
its run at what is told here, or show something else than was meant.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from peermap.load.yaml_words import mark_of, syntax_problem
from peermap.problems import Mark, Problem, shown
from peermap.publish.docs_files import Docs, all_docs, leads_around, taken_files
from peermap.publish.taken_in import part_problems
from peermap.render.pages.engine import MARKER
from peermap.sources import conflicts, not_utf8

PAGES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
FRONT_MATTER = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.S)  # as engines do
BEGUN = re.compile(r"-{3}[ \t]*\n[a-z_]+:")
TEXT = "tag:yaml.org,2002:str"
LOST = "the file is a link that leads nowhere", "Delete it, or put the file itself here."
AROUND = "the folder is a link to one in which it lies", "Delete it, for it has no end."
NO_FILE = "this is neither a file nor a folder", "Delete it, or put a file here."
NO_FIELDS = (
    "the front matter is no list of fields",
    "Write fields such as `title: …`; if it is text between rules, leave the first line empty.",
)
NO_LIST = "'hide' is no list", "Write `hide: [navigation, toc]`, or one of the two."
NOT_CLOSED = "the front matter is not closed", "End it with a line '---'."
LOOK = "Look for a day that is not in the calendar, and put quotes around it."


def hand_written_problems(root: Path) -> list[Problem]:
    """What is wrong with what people wrote below ``docs/``. At an error no engine goes on."""
    found: list[Problem] = []
    for docs in all_docs(root):
        for path in taken_files(docs):
            name = Path(os.path.relpath(path, root)).as_posix()
            fault = file_fault(path, name)
            if fault:
                found.append(fault)
            elif path.suffix.lower() in PAGES:
                found += page_problems(path, name, root, docs)
    return found


def file_fault(path: Path, name: str) -> Problem | None:
    """Why a file or folder cannot be taken as one."""
    is_there, is_folder = os.path.exists(path), os.path.isdir(path)
    if not is_there and os.path.islink(path):
        return Problem(Mark(name), *LOST)
    if is_folder and leads_around(path):
        return Problem(Mark(name), *AROUND)
    if is_there and not is_folder and not os.path.isfile(path):
        return Problem(Mark(name), *NO_FILE)
    try:
        os.close(os.open(path, os.O_RDONLY))
    except OSError as error:
        what = "folder" if is_folder else "file"
        says = f"the {what} cannot be opened: {error.strerror or error}"
        return Problem(Mark(name), says, "Look at who may read it.")
    return None


def page_problems(path: Path, name: str, root: Path, docs: Docs) -> Iterator[Problem]:
    """What is wrong with a page; nothing where it is generated."""
    data = path.read_bytes().removeprefix(BYTE_ORDER_MARK)
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    if any(MARKER in line for line in text.split("\n", 2)[:2]):
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        says = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        yield Problem(not_utf8(data, error.start, name).mark, says, "Save the file as UTF-8.")
    yield from conflicts(text, name)
    yield from front_problems(text, name)
    if docs.parts is not None:
        yield from part_problems(text, path, root, docs.parts)


def front_problems(text: str, name: str) -> Iterator[Problem]:
    """What engines cannot read of front matter; one that does not end they take for text."""
    match = FRONT_MATTER.match(text)
    if match is None:
        if BEGUN.match(text):
            yield Problem(Mark(name, 1), *NOT_CLOSED, "warning")
        return
    try:
        fields = yaml.safe_load(match[1])
    except yaml.YAMLError as fault:
        yield syntax_problem(name, match[1], fault, first_line=2)
    except ValueError as fault:
        yield Problem(Mark(name, 2), f"the front matter cannot be read: {fault}", LOOK)
    else:
        if isinstance(fields, dict):
            yield from field_problems(fields, match[1], name)
        else:
            yield Problem(Mark(name, 1), *NO_FIELDS)


def field_problems(fields: dict[Any, Any], text: str, name: str) -> Iterator[Problem]:
    """What engines cannot make of a field."""
    tree: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, value in tree.value:
        if key.tag != TEXT:
            says = f"the name of a field is no text: {shown(key.value)}"
            yield Problem(mark_of(name, key.start_mark, 2), says, "Put quotes around it.")
        elif key.value == "hide" and fields["hide"] and not can_be_searched(fields["hide"]):
            yield Problem(mark_of(name, value.start_mark, 2), *NO_LIST)


def can_be_searched(value: Any) -> bool:
    """Whether the frame around pages can look for a word in a value."""
    return isinstance(value, (str, list, dict))
