"""What scripts say, as it is found for a catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract_javascript

ASSETS = Path(__file__).parents[2] / "docs" / "assets"
SCRIPTS = {path.relative_to(ASSETS).as_posix(): path for path in sorted(ASSETS.rglob("*.js"))}
KEYWORDS = {"say": None, "many": (2, 3)}


def messages(name: str) -> Iterator[tuple[str, ...]]:
    """The texts that a script says: one, or one for each form of the plural."""
    source = BytesIO(SCRIPTS[name].read_bytes())
    for *_, words, _ in extract_javascript(source, KEYWORDS, [], {}):
        said = tuple(filter(None, [words] if isinstance(words, str) else words))
        if said:
            yield said
