"""What was read and formatted before, for a build that follows: in memory, or in ``.cache/``.

The folder ``.cache/`` is the project's own, as its sources are: whoever can write there can write
anywhere in it. So a store is read as Python's pickle. Nothing in it decides what is built, only how
fast: it is versioned by the code that read the sources, and one that is of other code, or cannot be
read, is left aside.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from peermap.load.kept import KeptRecords
from peermap.load.named import Named
from peermap.publish.writing import write_bytes
from peermap.records.text import Text

STORE = Path(".cache", "records", "kept.pickle")
CODE = ("load", "records", "problems.py", "sources.py", "words.py")
READERS = (
    "babel",
    "bibtexparser",
    "markdown-it-py",
    "pydantic",
    "pylatexenc",
    "PyYAML",
    "rapidfuzz",
)
HEAD = 64  # bytes of the two hashes before what is kept
SHARE = 50  # a store is written again when one in so many of its readings is new


def records_kept(root: Path) -> KeptRecords:
    """What the last build that kept anything read below ``root``, as far as it is known."""
    try:
        data = (root / STORE).read_bytes()
    except OSError:
        return KeptRecords()
    head, body = data[:HEAD], data[HEAD:]
    found = pickle.loads(body) if head == head_of(body) else None
    return found if isinstance(found, KeptRecords) else KeptRecords()


def keep_records(root: Path, kept: KeptRecords) -> None:
    """Write down what was read, if enough of it is new: a few sources are sooner read again. So is
    all of it where nothing can be written.
    """
    if kept.news * SHARE <= len(kept.files) + len(kept.references.by_text):
        return
    kept.settle()
    buffer = BytesIO()
    Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(kept)
    body = buffer.getvalue()
    with suppress(OSError):
        write_bytes(root / STORE, head_of(body) + body)


def head_of(body: bytes) -> bytes:
    """With what a store begins: which code wrote it, and a hash that tells whether it is whole."""
    return of_code() + sha256(body).digest()


class Pickler(pickle.Pickler):
    """Pickles records by what makes them anew; its duty ends there."""

    def reducer_override(self, value: Any) -> Any:
        """The class of a record and its values."""
        if isinstance(value, Text):
            return Text, (str(value), value.translations, value.language)
        if isinstance(value, Named):
            return Named, (str(value), value.mark)
        kind: Any = type(value)
        names = names_of(kind)
        return (kind, tuple(getattr(value, name) for name in names)) if names else NotImplemented


@cache
def names_of(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass; none of anything else."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


@cache
def of_code() -> bytes:
    """A hash of the code that reads sources, of what it reads them with, and of Python."""
    digest = sha256(sys.version.encode())
    for name in READERS:
        digest.update(f"{name} {version(name)}\n".encode())
    for path in code():
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return digest.digest()


def code() -> Iterator[Path]:
    """The files that decide how a source is read."""
    here = Path(__file__).parent
    for name in CODE:
        yield from [here / name] if name.endswith(".py") else sorted((here / name).glob("*.py"))
