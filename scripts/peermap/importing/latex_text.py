"""Plain text as the value of a BibTeX field: what LaTeX would read otherwise is written around."""

from __future__ import annotations

import re

from peermap.load.braces import without_groups
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
PARTING = re.compile(r"[,;&=]|\b[Aa][Nn][Dd]\b")  # what parts names, or the parts of one


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
    family = " ".join(filter(None, [latex_of(name.particle), kept(name.family)]))
    first = given(name) or ("{}" if name.suffix or name.particle else "")  # keeps these apart
    return ", ".join(whole(part) for part in (family, latex_of(name.suffix), first) if part)


def kept(family: str) -> str:
    """A family name in braces where its small letters would be read as a particle."""
    text = latex_of(family)
    has_capitals = all(part[:1].isupper() for part in family.split())
    return whole(text) if has_capitals else f"{{{text}}}"


def given(name: Name) -> str:
    """The given name; one that begins with a small letter in braces."""
    text = latex_of(name.given)
    return f"{{{text}}}" if name.given[:1].islower() else text


def whole(part: str) -> str:
    """A part in braces where a comma, an *and* or the like outside of braces would part it."""
    is_safe = not PARTING.search(part) or not PARTING.search(without_groups(part))
    return part if is_safe else f"{{{part}}}"
