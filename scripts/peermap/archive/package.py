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
from peermap.archive.sources import sources
from peermap.edition.linking import data_pages, with_edition
from peermap.place.atlas import Atlas

SUMS = "SHA256SUMS"
EPOCH = 315532800  # 1 January 1980, the first day that a zip can name


def archive_files(root: Path, site: Path, atlas: Atlas, edition: bytes) -> dict[str, bytes]:
    """Everything in the archive, path → bytes, sorted by path and ending in the checksums.
    ``edition`` is the printable PDF.
    """
    pages = dict(files_below(site))
    for language, name in data_pages(root):
        if name in pages:
            address = "../" * (name.count("/") + 1) + "peermap.pdf"
            pages[name] = with_edition(pages[name].decode(), address, language).encode()
    made = {f"site/{name}": data for name, data in offline_site(pages).items()}
    made |= {f"sources/{name}": data for name, data in sources(root)}
    made |= {"README.txt": note(atlas).encode(), "peermap.pdf": edition}
    made = dict(sorted(made.items()))
    return made | {SUMS: sums(made).encode()}


def files_below(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file in a folder: its path from there, and its bytes."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


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
