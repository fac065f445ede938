"""What a catalogue lacks, as problems at the lines of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message

from peermap.catalogues import po_file, read
from peermap.geography import places_file
from peermap.load.place_names import read_place_names
from peermap.problems import Mark, Problem, shown
from peermap.translating.refreshing import english, is_translated

PLACE = re.compile(r"\{\w+\}")


def catalogue_problems(root: Path, language: str) -> Iterator[Problem]:
    """Words without a translation, which are shown in English, and places that got lost in one; and
    what cannot be read of the names of places beside it.
    """
    path, places = po_file(language), places_file(language)
    name = name_from(root, path)
    if places.is_file():
        text = places.read_text(encoding="utf-8", errors="replace")
        yield from read_place_names(name_from(root, places), text)[1]
    if not path.is_file():
        way_out = f"Begin it with: peermap words {language}"
        yield Problem(Mark(name), f"there is no catalogue of {shown(language)}", way_out, "warning")
        return
    for message in read(path, language):
        if message.id:
            yield from faults_of(message, Mark(name, message.lineno or 0))


def name_from(root: Path, path: Path) -> str:
    """A file as it is named in problems: from the project's folder where it is below it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def faults_of(message: Message, mark: Mark) -> Iterator[Problem]:
    """What is wrong with one entry."""
    words = english(message)
    if not is_translated(message):
        way_out = "It is shown in English until then."
        yield Problem(mark, f"{shown(words)} is not translated", way_out, "warning")
        return
    given = [message.string] if isinstance(message.string, str) else list(message.string or ())
    known = set(PLACE.findall(words if isinstance(message.id, str) else " ".join(message.id)))
    for string in given:
        if strange := sorted(set(PLACE.findall(string)) - known - {"{roman}"}):
            says = f"{shown(strange[0])} stands in the translation of {shown(words)}"
            yield Problem(mark, says, f"The places are {', '.join(sorted(known)) or 'none'}.")
