"""Formatted citations kept from build to build: what has not changed is not formatted again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peermap.publish.writing import write_file
from peermap.records.citation import Formatted


def text_of(item: Mapping[str, Any]) -> str:
    """An item as text, the same for the same item."""
    return json.dumps(item, ensure_ascii=False, sort_keys=True)


def mark_of(item: str, circumstances: str) -> str:
    """A hash of an item as text and of all else that decides how it is formatted."""
    return hashlib.sha256(f"{circumstances}\n{item}".encode()).hexdigest()[:32]


def kept_results(path: Path) -> dict[str, Formatted]:
    """Mark → result of earlier builds; none when the file is missing or cannot be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {mark: Formatted(*pair) for mark, pair in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def keep_results(path: Path, results: Mapping[str, Formatted]) -> None:
    """Write the results of this build for the next; those of items that are no more are dropped."""
    kept = {mark: [found.entry, found.text] for mark, found in sorted(results.items())}
    write_file(path, json.dumps(kept, ensure_ascii=False) + "\n")
