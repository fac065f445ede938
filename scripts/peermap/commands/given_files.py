"""Files that somebody names when they give a command: where the disk refuses, the command stops and
says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peermap.problems import Stop
from peermap.publish.writing import write_bytes


@contextmanager
def on_disk(path: Path | str) -> Iterator[None]:
    """Within it what the disk refuses of a file raises Stop, with the reason."""
    try:
        yield
    except OSError as error:
        raise Stop(f"{path}: {error.strerror or error}") from None


def write_given(path: Path, data: str | bytes) -> None:
    """Replace a file that was named. Raises Stop."""
    with on_disk(path):
        write_bytes(path, data.encode() if isinstance(data, str) else data)
