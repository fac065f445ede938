"""Find the fixed words of the site in its code, and bring the catalogues of translations up to
date: what is new stands in them without a translation. Name a language to begin its catalogue.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError

from peermap.catalogues import po_file, read, use_project
from peermap.commands.given_files import write_given
from peermap.problems import shown
from peermap.translating.extraction import extracted
from peermap.translating.refreshing import languages, refreshed, untranslated

HELP = "bring the catalogues of translated words up to date"
CODES = "A language has a code such as fr, or pt_BR for that of a country."


def takes(parser: argparse.ArgumentParser) -> None:
    """The languages; none for those that have a catalogue."""
    parser.add_argument("language", nargs="*", help="a language to begin, as a code such as fr")


def run(root: Path, parsed: argparse.Namespace) -> int:
    """Write the catalogues; status 2, and none of them, where one is asked for of no language."""
    unknown = [code for code in parsed.language if not is_language(code)]
    if unknown:
        for code in unknown:
            print(f"{shown(code)} is no language of CLDR\n  {CODES}", file=sys.stderr)
        return 2
    use_project(root.resolve())
    template = extracted(root)
    for language in sorted({*languages(), *parsed.language}):
        path = po_file(language)
        write_given(path, refreshed(template, language))
        missing = untranslated(read(path, language))
        print(f"{language}: {len(template)} entries, {len(missing)} without a translation")
    return 0


def is_language(code: str) -> bool:
    """Whether a code names a language for which plural forms are known."""
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return False
    return True
