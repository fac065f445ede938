"""What a catalogue lacks, as problems at the lines of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message

from peermap.catalogues import po_file, read
from peermap.problems import Mark, Problem, shown
from peermap.translating.refreshing import english, is_translated

PLACE = re.compile(r"\{\w+\}")


def catalogue_problems(root: Path, language: str) -> Iterator[Problem]:
    """Words without a translation, which are shown in English, and places that got lost in one."""
    path = po_file(language)
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    if not path.is_file():
        way_out = f"Begin it with: peermap words {language}"
        yield Problem(Mark(name), f"there is no catalogue of {shown(language)}", way_out, "warning")
        return
    for message in read(path, language):
        if message.id:
            yield from faults_of(message, Mark(name, message.lineno or 0))


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
