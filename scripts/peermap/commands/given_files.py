"""Files that somebody names when they give a command: written, or told why not."""

from __future__ import annotations

import sys
from pathlib import Path

from peermap.publish.writing import write_bytes


def written(path: Path, data: str | bytes) -> int:
    """Whether the file could be written, as an exit status."""
    try:
        write_bytes(path, data.encode() if isinstance(data, str) else data)
    except OSError as error:
        return not_done(path, error)
    return 0


def not_done(path: Path, error: OSError) -> int:
    """Say what the disk refuses; the exit status for it."""
    print(f"{path}: {error.strerror or error}", file=sys.stderr)
    return 2
