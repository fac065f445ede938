"""The edition as PDF, by Typst: tagged for screen readers (PDF/UA-1), with outline and links.

The typesetter brings its fonts; those of the machine are not looked at, and the date comes from
SOURCE_DATE_EPOCH or is left out. So the same sources give the same bytes.
"""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from peermap.edition.contents import contents
from peermap.edition.picture import map_svg
from peermap.place.atlas import Atlas


def edition(atlas: Atlas) -> bytes:
    """The printable edition. Raises RuntimeError, a TypstError, where it cannot be set."""
    import typst  # late: no other command needs it, and its program is large

    with TemporaryDirectory() as name:
        folder = Path(name)
        template = files("peermap.edition").joinpath("edition.typ").read_bytes()
        (folder / "edition.typ").write_bytes(template)
        (folder / "map.svg").write_text(map_svg(atlas), encoding="utf-8")
        (folder / "contents.json").write_text(json.dumps(contents(atlas)), encoding="utf-8")
        made = typst.compile(
            folder / "edition.typ",
            root=folder,
            format="pdf",
            ignore_system_fonts=True,
            pdf_standards="ua-1",
            timestamp=int(os.environ.get("SOURCE_DATE_EPOCH", "0")),
        )
    assert isinstance(made, bytes)
    return made
