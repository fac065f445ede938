"""Characters that no record or prose has a use for, taken out before a file is read."""

from __future__ import annotations

from peermap.load.characters import CONTROL
from peermap.problems import Mark, Problem, counted

LINE_ENDS = ("\x85", "\u2028", "\u2029")  # editors count no line here


def without_controls(file: str, text: str, *, first_line: int = 1) -> tuple[str, list[Problem]]:
    """The text with a space in the place of each control character, so that columns stay true; and
    a problem at the first. ``first_line`` is the line of the file at which the text begins.
    """
    for end in LINE_ENDS:
        text = text.replace(end, " ")
    first = CONTROL.search(text)
    if first is None:
        return text, []
    at, number = first.start(), len(CONTROL.findall(text))
    line = text.count("\n", 0, at) + first_line
    says = (
        f"{counted(number, 'control character')} in the file (the first is U+{ord(first[0]):04X})"
    )
    mark = Mark(file, line, at - text.rfind("\n", 0, at))
    return CONTROL.sub(" ", text), [Problem(mark, says, "Each is read as a space; delete it.")]
