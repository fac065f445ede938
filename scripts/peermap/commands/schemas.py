"""Write the JSON Schemas of the sources into ``schemas/``, where editors find them: they complete
the fields of a YAML file and underline what does not belong there. The issue form that asks for a
programme is held to the map at the same time.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from peermap.codebook.schemas import source_schemas
from peermap.drafts.issue_template import PATH, issue_template
from peermap.project import read_project
from peermap.publish.writing import refusals_told, write_file

HELP = "write the JSON Schemas of the sources, and the questions of the issue form"
FOLDER = "schemas"


def takes(parser: argparse.ArgumentParser) -> None:
    """It takes nothing."""


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write the schemas and the issue form; status 1 where the map cannot be read."""
    atlas = read_project(root).atlas
    if atlas is None:
        print("The map cannot be read: see peermap check.")
        return 1
    files = source_schemas(atlas.map)
    with refusals_told(root / FOLDER):
        changed = [name for name, text in files.items() if write_file(root / FOLDER / name, text)]
    print(f"{FOLDER}/: {len(files)} schemas, {len(changed)} changed")
    form = root / PATH
    if form.is_file():
        with refusals_told(form):
            text = issue_template(form.read_text(encoding="utf-8"), atlas.map)
            is_changed = write_file(form, text)
        print(f"{PATH}: {'changed' if is_changed else 'as the map has it'}")
    return 0
