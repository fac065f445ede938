"""The archive as a set of files, and as one zip with the same bytes whenever it is made."""

from __future__ import annotations

import hashlib
import io
import os
import time
import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from peermap import __version__
from peermap.archive.offline import offline_site
from peermap.place.atlas import Atlas
from peermap.publish.prepare import PARTS, is_generated

SUMS = "SHA256SUMS"
EPOCH = 315532800  # 1 January 1980, the first day that a zip can name
NO_SOURCES = {"site", "dist", "node_modules", "__pycache__"}
HIDDEN_SOURCES = {".ci", ".gitattributes", ".gitignore", ".npmrc"}


def archive_files(root: Path, site: Path, atlas: Atlas, edition: bytes) -> dict[str, bytes]:
    """Everything in the archive, path → bytes, sorted by path and ending in the checksums.
    ``edition`` is the printable PDF.
    """
    made = {f"site/{name}": data for name, data in offline_site(dict(files_below(site))).items()}
    made |= {f"sources/{name}": data for name, data in sources(root)}
    made |= {"README.txt": note(atlas).encode(), "peermap.pdf": edition}
    made = dict(sorted(made.items()))
    return made | {SUMS: sums(made).encode()}


def files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file in a folder: its path from there, and its bytes."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def sources(root: Path) -> Iterator[tuple[str, bytes]]:
    """What the site is made from: the project without what is built, fetched or hidden."""
    for folder, folders, names in os.walk(root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if is_source(here / name, root))
        for path in sorted(here / name for name in names):
            generated = path.suffix == ".md" and is_generated(path)
            if is_source(path, root) and not generated:
                yield path.relative_to(root).as_posix(), path.read_bytes()


def is_source(path: Path, root: Path) -> bool:
    """Whether a file or folder was made by people, and belongs to the project."""
    name = path.name
    made = name in NO_SOURCES or name.endswith((".egg-info", ".part"))
    hidden = name.startswith(".") and name not in HIDDEN_SOURCES
    return not (hidden or made or path == root / "docs" / PARTS)


def sums(made: Mapping[str, bytes]) -> str:
    """A line a file, in the form that ``sha256sum --check`` reads."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in made.items())


def note(atlas: Atlas) -> str:
    """The note for an archivist."""
    text = files("peermap.archive").joinpath("README.txt").read_text(encoding="utf-8")
    return text.format(
        version=__version__,
        title=atlas.map.title,
        references=len(atlas.references),
        programmes=len(atlas.programmes),
        labels=len(atlas.labels),
    )


def zipped(made: Mapping[str, bytes]) -> bytes:
    """The files as a zip, below one folder; SOURCE_DATE_EPOCH is their date."""
    moment = max(EPOCH, int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH)))
    date = time.gmtime(moment)[:6]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in made.items():
            entry = zipfile.ZipInfo(f"peermap-{__version__}/{name}", date)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()
