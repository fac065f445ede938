"""Plain text as the value of a BibTeX field: what LaTeX would read otherwise is written around."""

from __future__ import annotations

import re

from peermap.load.latex import plain
from peermap.records.reference import Name

SPECIAL = {
    "\\": "\\textbackslash{}",
    "{": "\\{",
    "}": "\\}",
    "~": "\\textasciitilde{}",
    "$": "\\$",
    "%": "\\%",
    "`": "\\textasciigrave{}",
}
TABLE = str.maketrans(SPECIAL)
MEANT = re.compile(r"[\\{}~$%`]|--|''")  # what LaTeX reads as something else
HYPHENS = re.compile(r"-(?=-)")
QUOTES = re.compile(r"'(?=')")
AND = re.compile(r"\band\b", re.IGNORECASE)


def latex_of(text: str) -> str:
    """The text such that reading it gives the text again."""
    if not MEANT.search(text):
        return text
    return QUOTES.sub("'{}", HYPHENS.sub("-{}", text.translate(TABLE)))


def verbatim_of(text: str) -> str:
    """An identifier or address, which LaTeX does not read: braces that do not pair are encoded."""
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def names_field(people: tuple[Name, ...], *, is_cut: bool) -> str:
    """The names joined by *and*, each in the form that is read back as it is."""
    return " and ".join([*(name_field(one) for one in people), *(["others"] if is_cut else [])])


def name_field(name: Name) -> str:
    """*Family, Given*; an organisation in braces; parts that BibTeX would split in braces too."""
    if name.literal:
        return f"{{{latex_of(name.literal)}}}"
    family = " ".join(filter(None, [name.particle, kept(name.family, name.particle)]))
    return ", ".join(
        kept_and(part) for part in (family, latex_of(name.suffix), given(name)) if part
    )


def kept(family: str, particle: str) -> str:
    """A family name in braces where its small letters or commas would be read as something else."""
    text = latex_of(family)
    is_plain = all(part[:1].isupper() for part in family.split()) and "," not in family
    return text if is_plain else f"{{{text}}}"


def given(name: Name) -> str:
    """The given name; one that holds a comma in braces."""
    text = latex_of(name.given)
    return f"{{{text}}}" if "," in name.given or name.given[:1].islower() else text


def kept_and(part: str) -> str:
    """A part in which the word *and* does not part two names."""
    is_safe = "{" in part or "and" not in part.lower() or not AND.search(part)
    return part if is_safe else f"{{{part}}}"


def is_read_back(text: str) -> bool:
    """Whether the text is what reading its LaTeX gives."""
    return plain(latex_of(text)) == text
