"""The edition as PDF, by Typst: tagged for screen readers (PDF/UA-1), with outline and links.

The typesetter brings its fonts; those of the machine are not looked at, and the date comes from
SOURCE_DATE_EPOCH or is left out. So the same sources give the same bytes. Only where a text has
letters that these fonts lack, the machine's are taken too; and where those lack them, the letters
stand as boxes and the file claims no PDF/UA, which allows none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from peermap.edition.contents import contents
from peermap.edition.picture import map_svg
from peermap.place.atlas import Atlas

TAGGED = "ua-1"
WAYS: Sequence[Mapping[str, Any]] = (
    {"ignore_system_fonts": True, "pdf_standards": TAGGED},
    {"ignore_system_fonts": False, "pdf_standards": TAGGED},
    {"ignore_system_fonts": False},
)
BOXES = "some letters are in no font here: they stand as boxes, and the PDF claims no PDF/UA"


def edition(atlas: Atlas) -> bytes:
    """The printable edition. Raises RuntimeError, a TypstError, where it cannot be set."""
    import typst  # late: no other command needs it, and its program is large

    with TemporaryDirectory() as name:
        folder = Path(name)
        template = files("peermap.edition").joinpath("edition.typ").read_bytes()
        (folder / "edition.typ").write_bytes(template)
        (folder / "map.svg").write_text(map_svg(atlas), encoding="utf-8")
        (folder / "contents.json").write_text(json.dumps(contents(atlas)), encoding="utf-8")
        for way in WAYS:
            try:
                made = typst.compile(
                    folder / "edition.typ",
                    root=folder,
                    format="pdf",
                    timestamp=int(os.environ.get("SOURCE_DATE_EPOCH", "0")),
                    **way,
                )
            except typst.TypstError:
                if way is WAYS[-1]:
                    raise
            else:
                break
    assert isinstance(made, bytes)
    return made


def claims_tags(printed: bytes) -> bool:
    """Whether an edition claims PDF/UA."""
    return b"pdfuaid" in printed
