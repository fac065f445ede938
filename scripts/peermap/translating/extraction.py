"""Every fixed word of the project, with the files in which it stands: Python, templates, the frame
of the theme, scripts, and the descriptions of the published data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

import peermap
from peermap.codebook.columns import (
    PlacementColumns,
    ProgrammeColumns,
    ReferenceColumns,
    UseColumns,
)
from peermap.codebook.files import DATA_FILES

PACKAGE = Path(peermap.__file__).parent
CALLS = {"_": None, "N_": None, "say": None, "say_of": ((1, "c"), 2), "said_of": ((1, "c"), 2),
         "many": (2, 3)}  # fmt: skip
SCRIPT_CALLS = {"say": None, "many": (2, 3)}
FRAME = re.compile(r'^\s*"[a-z.]+": "(?P<words>.*?)",?$', re.MULTILINE)
FRAME_FILE = "overrides/partials/words.html"
TABLES = (ReferenceColumns, ProgrammeColumns, PlacementColumns, UseColumns)
Found = tuple[str, str | tuple[str, str], str | None]
"""The file, the words (or those for one and for many), and of what they are said, if need be."""


def extracted(root: Path) -> Catalog:
    """All fixed words of a project, by file; each once."""
    catalog = Catalog(domain="peermap", charset="utf-8")
    for file, words, subject in found_in(root):
        catalog.add(words, locations=[(file, 0)], context=subject)
    return catalog


def found_in(root: Path) -> Iterator[Found]:
    """The fixed words in the order of the files."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "from peermap.words import" not in path.read_text(encoding="utf-8"):
            continue
        yield from called(path, f"peermap/{path.relative_to(PACKAGE).as_posix()}", "python", CALLS)
    for path in sorted(PACKAGE.rglob("templates/*.html")):
        file = f"peermap/{path.relative_to(PACKAGE).as_posix()}"
        yield from called(path, file, "jinja2.ext:babel_extract", CALLS)
    yield from of_frame(root / FRAME_FILE)
    for path in sorted((root / "docs" / "assets").rglob("*.js")):
        file = path.relative_to(root).as_posix()
        yield from called(path, file, "javascript", SCRIPT_CALLS)
    yield from of_codebook()


def called(path: Path, file: str, method: str, calls: Mapping[str, object]) -> Iterator[Found]:
    """The words that a file says by calling one of the functions."""
    with path.open("rb") as source:
        for _, words, _, subject in extract(method, source, calls, options={"encoding": "utf-8"}):  # type: ignore[arg-type]
            yield file, words, subject  # type: ignore[misc]


def of_frame(path: Path) -> Iterator[Found]:
    """The words of the frame around every page, which any engine has to understand."""
    if path.is_file():
        for match in FRAME.finditer(path.read_text(encoding="utf-8")):
            yield FRAME_FILE, match["words"], None


def of_codebook() -> Iterator[Found]:
    """What the page of data says of files and columns."""
    for file in DATA_FILES:
        yield "peermap/codebook/files.py", file.title, None
        yield "peermap/codebook/files.py", file.holds, None
    for table in TABLES:
        for field in table.model_json_schema()["properties"].values():
            if "description" in field:
                yield "peermap/codebook/columns.py", field["description"], None
