"""Files written whole or not at all, and only when they change.

A site may be written beside the one that will be replaced by it. What stands there with the same
bytes is not written again: the file gets a second name, and keeps its date.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from peermap.problems import Stop

READABLE = 0o644
PAGE = "index.html"
BEFORE: ContextVar[tuple[str, str] | None] = ContextVar("before", default=None)


@contextmanager
def keeping(new: str, old: str) -> Iterator[None]:
    """Within it what is written below the folder ``new`` is taken from ``old`` where it can be."""
    token = BEFORE.set((f"{new}/", f"{old}/"))
    try:
        yield
    finally:
        BEFORE.reset(token)


def write_file(path: Path, text: str) -> bool:
    """Replace a file of text, in UTF-8; True when its content changed."""
    return write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> bool:
    """Replace a file in one step; True when its content changed."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = f"{path.parent}/.{path.name}.{os.getpid()}.part"
    try:
        put(unfinished, data, str(path))
        os.replace(unfinished, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(unfinished)
        raise
    return True


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files of text by name, as ``fill`` does."""
    fill(folder, {name: text.encode() for name, text in files.items()})


def fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by name. Into a folder that is not there yet they go straight, for nobody looks
    for them; what an interrupted build leaves there, the next one puts right. A page comes last and
    in one step: where it is, all is there.
    """
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        for name, data in files.items():
            write_bytes(folder / name, data)
        return
    for name, data in files.items():
        if name != PAGE:
            put(f"{folder}/{name}", data)
    if PAGE in files:
        put(f"{folder}/.{PAGE}.part", files[PAGE], f"{folder}/{PAGE}")
        os.replace(f"{folder}/.{PAGE}.part", f"{folder}/{PAGE}")


def as_before(path: str) -> str | None:
    """Where a file or folder stood before; None where nothing is known of it."""
    if before := BEFORE.get():
        new, old = before
        if path.startswith(new):
            return old + path[len(new) :]
    return None


def keep_as_before(path: str) -> None:
    """Let a file that was written be the one that stood before, if that has the same bytes."""
    before = as_before(path)
    if before and is_file_with(before, data := Path(path).read_bytes()):
        os.unlink(path)
        put(path, data)


def is_file_with(path: str, data: bytes) -> bool:
    """Whether a file has these bytes. One of another size need not be read."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    with open(handle, "rb", buffering=0) as file:
        return os.fstat(handle).st_size == len(data) and file.read() == data


def put(name: str, data: bytes, path: str = "") -> None:
    """Write a file under a name that is free, or give that name to the one that stood before at its
    ``path``, by default that name, if it has the same bytes.
    """
    before = as_before(path or name)
    if before and is_file_with(before, data):
        try:
            os.link(before, name)
        except OSError:  # a file system without such names, or one of them too many
            lay(name, data)
    else:
        lay(name, data)


def lay(name: str, data: bytes) -> None:
    """Write a file that everybody may read, whatever the user's mask says. It is done by few calls
    of the system, for a large site has tens of thousands of files.
    """
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, READABLE)
    with open(handle, "wb", buffering=0) as file:
        os.fchmod(handle, READABLE)
        rest = memoryview(data)
        try:
            while rest:  # a disk that is almost full takes what it can and says nothing
                rest = rest[file.write(rest) :]
        except OSError as error:
            error.filename = name
            raise


@contextmanager
def refusals_told(path: Path | str = "") -> Iterator[None]:
    """Within it what the disk refuses raises Stop with the reason and the ``path``, by default that
    of the file in question.
    """
    try:
        yield
    except OSError as error:
        raise Stop(refused(error, path)) from None


def refused(error: OSError, path: Path | str = "") -> str:
    """What the disk refuses: the file, where two are known the one that was to come, and why."""
    path = path or error.filename2 or error.filename
    reason = error.strerror or str(error)
    return f"{path}: {reason}" if path else reason


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all. Raises FileExistsError where one is,
    also when it came in between.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        os.chmod(name, 0o644)
        os.link(name, path)  # unlike replace, it refuses to take another file's place
    finally:
        os.unlink(name)
