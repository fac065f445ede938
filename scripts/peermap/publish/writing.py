"""Files written whole or not at all, and only when they change."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

READABLE = 0o644
PAGE = "index.html"


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
        lay(unfinished, data)
        os.replace(unfinished, path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
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
            lay(f"{folder}/{name}", data)
    if PAGE in files:
        lay(f"{folder}/.{PAGE}.part", files[PAGE])
        os.replace(f"{folder}/.{PAGE}.part", f"{folder}/{PAGE}")


def lay(name: str, data: bytes) -> None:
    """Write a file that everybody may read, whatever the user's mask says. It is done by few calls
    of the system, for a large site has tens of thousands of files.
    """
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, READABLE)
    with open(handle, "wb", buffering=0) as file:
        os.fchmod(handle, READABLE)
        file.write(data)


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
