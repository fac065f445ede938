"""One build of a project at a time. Builds share the place for the next site, the pages that are
made below ``docs/``, and ``.cache/``: two at once would take each other's files away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # on Windows; there nobody waits
    fcntl = None  # type: ignore[assignment]

CLAIM = Path(".cache", "building")
WAITING = "another build of this project is under way; waiting for it"


@contextmanager
def one_at_a_time(root: Path) -> Iterator[None]:
    """Within it no other build of the project is under way: for one that is it waits, and says so.
    A claim ends with the process that has it, however that ends, and no process that it starts
    takes it over. Where none can be made, as on a disk that is read only, nobody waits.
    """
    handle = claim_of(root)
    try:
        if handle is not None:
            wait_for(handle)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def claim_of(root: Path) -> int | None:
    """The open file by which builds of a project know of each other."""
    if fcntl is None:
        return None
    try:
        (root / CLAIM).parent.mkdir(parents=True, exist_ok=True)
        return os.open(root / CLAIM, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return None


def wait_for(handle: int) -> None:
    """Wait until nobody else has the claim; not where the file system knows of none."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(WAITING, file=sys.stderr, flush=True)
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return
