r"""Entries written as nearly all are, read in few steps; the Splitter goes from sign to sign.

An ordinary entry stands in braces, and each of its fields is ``name = {value}``, ``name = "value"``
or ``name = word``. All else, and what is broken, is left to the Splitter itself.
"""

from __future__ import annotations

import re
from typing import Any

from bibtexparser.model import Entry
from bibtexparser.splitter import Splitter

ADDRESS = r"@(?!\w*[ \t]*[{(])"  # no start of an entry, as in an address of mail
INSIDE = rf"[^{{}}\\@]++|\\++[{{}}]?+|{ADDRESS}"  # a brace behind a backslash counts for none
GROUP = rf"\{{(?:{INSIDE}|\{{(?:{INSIDE}|\{{(?:{INSIDE})*+\}})*+\}})*+\}}"
QUOTE = rf'"(?:[^"{{}}\\@]++|\\++"?+|{ADDRESS})*+"'
WORD = r"[^\s{}\",=@\\#()]++"
KEY = re.compile(rf"\{{\s*({WORD})\s*,")
FIELD = re.compile(rf"\s*({WORD})\s*=\s*({GROUP}|{QUOTE}|{WORD})\s*([,}}])")
END = re.compile(r"\s*\}")
SIGN = re.compile(r"(?<!\\)[{}\",=\n]|@\w*[ \t]*(?=[{(])")  # what the Splitter goes by


class OrdinaryEntry(Entry):
    """An entry that knows where its fields are, counted from its start: name, value, and the
    offsets of both.
    """

    places: list[tuple[str, str, int, int]]


class OrdinarySplitter(Splitter):
    """The Splitter, which reads what it gives for an ordinary entry from the entry as a whole."""

    def _handle_entry(self, m: re.Match[str], m_val: str) -> Any:
        """The entry that begins at ``m``."""
        key = KEY.match(self.bibstr, m.end())
        read = ordinary_fields(self.bibstr, key.end()) if key else None
        if key is None or read is None:
            return super()._handle_entry(m, m_val)
        start, end = m.start(), read[1]
        self._markiter = SIGN.finditer(self.bibstr, end)  # type: ignore[assignment]
        self._current_char_index = end - 1  # type: ignore[has-type]
        entry = OrdinaryEntry(m_val[1:].strip(), key[1], [], raw=self.bibstr[start:end])
        entry.places = [(f[1], f[2], f.start(1) - start, f.start(2) - start) for f in read[0]]
        return entry


def ordinary_fields(text: str, at: int) -> tuple[list[re.Match[str]], int] | None:
    """The fields of an entry from an offset on, and its end; None for one that is not ordinary, or
    has a field twice.
    """
    fields: dict[str, re.Match[str]] = {}
    while (end := END.match(text, at)) is None:
        field = FIELD.match(text, at)
        if field is None or field[1] in fields:
            return None
        fields[field[1]] = field
        at = field.end()
        if field[3] == "}":
            return list(fields.values()), at
    return list(fields.values()), end.end()
