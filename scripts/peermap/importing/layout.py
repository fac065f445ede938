"""How a bibliography is laid out, and a new entry laid out in the same way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from peermap.importing.incoming import Incoming
from peermap.importing.latex_text import latex_of, names_field, verbatim_of
from peermap.load.bibtex_words import VERBATIM
from peermap.load.dates import MONTH_NAMES

FIELD = re.compile(r"(?m)^([ \t]*)([A-Za-z][\w-]*)([ \t]*)=([ \t]*)([{\"\w])")
LAST_FIELD = re.compile(r"([}\"\w])(,?)[ \t]*\n\}[ \t]*$", re.MULTILINE)
LOOKED_AT = 200_000  # characters at the end of the file, which say how it is laid out now
ORDER_WORDS = """
    author editor title journal booktitle howpublished series publisher institution school
    organization address edition chapter year month day date volume number pages eid pagetotal
    doi pmid pmcid issn eissn isbn url urldate language retracted corrected note annote
    abstract keywords lists
"""
ORDER = ORDER_WORDS.split()
RANK = {name: position for position, name in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Layout:
    """White space and signs around the fields of an entry. ``column`` is where ``=`` stands, if all
    fields have it in one column, else 0.
    """

    indent: str = "  "
    before: str = " "
    after: str = " "
    opening: str = "{"
    last_comma: bool = True
    column: int = 0

    def line(self, name: str, latex: str) -> str:
        """A field as a line, without comma and line end."""
        start = self.indent + name
        gap = " " * (self.column - len(start)) if self.column > len(start) else self.before
        value = f'"{latex}"' if self.opening == '"' and '"' not in latex else f"{{{latex}}}"
        return f"{start}{gap}={self.after}{value}"

    def entry(self, key: str, work: Incoming) -> str:
        """The whole entry, without a line end behind it."""
        lines = [self.line(name, latex) for name, latex in fields_of(work).items()]
        end = "," if self.last_comma else ""
        return f"@{work.type}{{{key},\n" + ",\n".join(lines) + f"{end}\n}}"


def layout_of(text: str) -> Layout:
    """The layout that most fields of a bibliography have; ours for an empty one."""
    end = text[-LOOKED_AT:]
    found = list(FIELD.finditer(end))
    if not found:
        return Layout()
    spaces = Counter((m[1], m[3], m[4]) for m in found)
    (indent, before, after), number = spaces.most_common(1)[0]
    columns = Counter(m.end(3) - m.start(1) for m in found)
    column, in_column = columns.most_common(1)[0]
    is_aligned = in_column > 0.8 * len(found) > number
    if is_aligned:
        indent, after = Counter((m[1], m[4]) for m in found).most_common(1)[0][0]
        before = " "
    opening = '"' if sum(m[5] == '"' for m in found) > sum(m[5] == "{" for m in found) else "{"
    lasts = [bool(m[2]) for m in LAST_FIELD.finditer(end)]
    last_comma = not lasts or sum(lasts) * 2 >= len(lasts)
    return Layout(indent, before, after, opening, last_comma, column if is_aligned else 0)


def fields_of(work: Incoming) -> dict[str, str]:
    """The fields of a work by name, as LaTeX and in the order of an entry."""
    values = {name: value_of(name, text) for name, text in work.fields.items() if text}
    values.update(work.latex)
    values.setdefault("title", latex_of(work.title))
    if work.authors:
        values["author"] = names_field(work.authors, is_cut=work.authors_cut)
    if work.editors:
        values["editor"] = names_field(work.editors, is_cut=work.editors_cut)
    if work.translators:
        values["translator"] = names_field(work.translators, is_cut=work.translators_cut)
    values.update(date_fields(work))
    if work.keywords:
        values["keywords"] = ", ".join(keyword_of(word) for word in work.keywords)
    return dict(sorted(values.items(), key=lambda item: (RANK.get(item[0], 99), item[0])))


def value_of(name: str, text: str) -> str:
    """The LaTeX of a field's text; a range of pages with two hyphens, as BibTeX has it."""
    if name in VERBATIM:
        return verbatim_of(text)
    if name == "pages":
        return "--".join(latex_of(part) for part in text.split("–"))
    return latex_of(text)


def keyword_of(words: str) -> str:
    """A keyword, whose commas would part it: ``Health Personnel, Psychology``."""
    return latex_of(re.sub(r"\s*[,;]\s*", " / ", words))


def date_fields(work: Incoming) -> Mapping[str, str]:
    """Year, month and day, where no field already says more (a span, *in press*)."""
    if work.issued is None or "date" in work.fields:
        return {}
    year = {"year": work.fields.get("year", str(work.issued.year))}
    if work.issued.season:
        return {**year, "month": work.fields.get("month", work.issued.season)}
    if not work.issued.month:
        return year
    month = {"month": work.fields.get("month", MONTH_NAMES[work.issued.month - 1][0][:3])}
    return {**year, **month, **({"day": str(work.issued.day)} if work.issued.day else {})}
