"""Find the fixed words of the site in its code, and bring the catalogues of translations up to
date: what is new stands in them without a translation. Name a language to begin its catalogue.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from peermap.catalogues import po_file, read, use_project
from peermap.publish.writing import write_file
from peermap.translating.extraction import extracted
from peermap.translating.refreshing import languages, refreshed, untranslated

HELP = "bring the catalogues of translated words up to date"


def takes(parser: argparse.ArgumentParser) -> None:
    """The languages; none for those that have a catalogue."""
    parser.add_argument("language", nargs="*", help="a language to begin, as a code such as fr")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write the catalogues; status 0."""
    use_project(root.resolve())
    template = extracted(root)
    for language in sorted({*languages(), *parsed.language}):
        path = po_file(language)
        write_file(path, refreshed(template, language))
        missing = untranslated(read(path, language))
        print(f"{language}: {len(template)} entries, {len(missing)} without a translation")
    return 0
