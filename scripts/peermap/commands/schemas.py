"""Write the JSON Schemas of the sources into ``schemas/``, where editors find them: they complete
the fields of a YAML file and underline what does not belong there.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from peermap.codebook.schemas import source_schemas
from peermap.project import read_project
from peermap.publish.writing import write_file

HELP = "write the JSON Schemas with which editors complete the sources"
FOLDER = "schemas"


def takes(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write the schemas; status 1 where the map cannot be read."""
    atlas = read_project(root).atlas
    if atlas is None:
        print("The map cannot be read: see peermap check.")
        return 1
    files = source_schemas(atlas.map)
    changed = [name for name, text in files.items() if write_file(root / FOLDER / name, text)]
    print(f"{FOLDER}/: {len(files)} schemas, {len(changed)} changed")
    return 0
