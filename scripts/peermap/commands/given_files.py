"""Files that somebody names when they give a command."""

from __future__ import annotations

from pathlib import Path

from peermap.publish.writing import refusals_told, write_bytes


def write_given(path: Path, data: str | bytes) -> None:
    """Replace a file that was named. Raises Stop where the disk refuses."""
    with refusals_told(path):
        write_bytes(path, data.encode() if isinstance(data, str) else data)
