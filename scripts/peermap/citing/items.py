"""CSL items made ready for pandoc, so that it writes what the style asks for.

Its readers take some characters of a text for more than text: paired quotation marks are turned,
``<`` begins markup, a full stop in a name of a website is dropped by styles that drop it from
abbreviations. Such characters travel as others, of Unicode's private area, and are put back after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from peermap.citing.styles import Style
from peermap.render.formats.csl import AND_OTHERS

STAND_INS = {"“": "\ue001", "”": "\ue002", "‘": "\ue003", "’": "\ue004", "<": "\ue005"}
STAND_INS |= {">": "\ue006", ".": "\ue007", "'": "\ue008", " ": "\ue009", "\u202f": "\ue00a"}
# "'" stands for the apostrophe of *peers’ work*, which does not close a quotation
SILENT = frozenset({"abstract", "custom", "keyword", "note"})  # no style of ours cites them
AS_IT_IS = ("\ue012", "\ue013")  # around words of our own that no style is to capitalise
NOCASE, ENDS = '<span class="nocase">', "</span>"
OTHERS = {"literal": "others"}  # pandoc's own sign for *et al.* after the names before it
PAIRED = re.compile(r"‘(?=\w)(.*?)(?<=[\w.,!?…])’(?!\w)")
INNER_STOP = re.compile(r"(?<=\w)\.(?=\w)")
POSSESSIVE = re.compile(r"(?<=s)’(?!\w)")
ANGLES = re.compile("[<>]")
JOINED_INITIALS = re.compile(r"\b([A-Z])\.?-(?=[A-Z]\b)")
NICKNAME = re.compile(" “([^”]+)”")
NUMBERS = re.compile(r"(\d)-(\d)")
# prepositions that titles keep small beside the short ones pandoc knows
SMALL = [
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "amid",
    "amidst",
    "among",
    "amongst",
    "around",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "despite",
    "during",
    "except",
    "inside",
    "like",
    "near",
    "onto",
    "out",
    "outside",
    "over",
    "past",
    "per",
    "since",
    "than",
    "through",
    "throughout",
    "toward",
    "towards",
    "under",
    "underneath",
    "until",
    "upon",
    "versus",
    "within",
    "without",
]
SMALL_WORD = re.compile(rf"(?<=[^:?!.–—]\s)({'|'.join(SMALL)})(?=[\s-])")


def pandoc_item(item: Mapping[str, Any], style: Style, *, hyphens: bool) -> dict[str, Any]:
    """A CSL item for pandoc and a style. ``hyphens``: initials keep them."""
    ready = {name: value for name, value in item.items() if name not in SILENT}
    for name, value in ready.items():
        if isinstance(value, str) and name not in {"id", "type", "language", "DOI", "URL"}:
            ready[name] = protected(value).replace(AS_IT_IS[0], NOCASE).replace(AS_IT_IS[1], ENDS)
    for name in ("author", "editor", "translator"):
        if name in ready:
            ready[name] = [
                protected_name(n, hyphens=hyphens, initials=style.initials) for n in ready[name]
            ]
    for role in item.get("custom", {}).get(AND_OTHERS, ()):
        ready[role] = [*ready.get(role, ()), OTHERS]
    if "container-title" in ready:
        ready["container-title"] = INNER_STOP.sub(STAND_INS["."], ready["container-title"])
    if "issue" in ready:
        issue = NUMBERS.sub(rf"\1{style.dash}\2", ready["issue"])
        ready["issue"] = issue.replace(" ", STAND_INS[" "])  # *Suppl 3* is one issue, not several
    if "title" in ready and ready.get("language", "en").startswith("en"):
        ready["title"] = SMALL_WORD.sub(r'<span class="nocase">\1</span>', ready["title"])
    return ready


def protected(text: str) -> str:
    """A text whose paired quotes and angle brackets nothing will touch."""
    text = text.replace(" :", STAND_INS["\u202f"] + ":")  # as French titles are set
    for sign in "“”<>\u202f":
        text = text.replace(sign, STAND_INS[sign])
    text = PAIRED.sub(rf"{STAND_INS['‘']}\1{STAND_INS['’']}", text)
    return POSSESSIVE.sub(STAND_INS["'"], text)


def protected_name(name: Mapping[str, str], *, hyphens: bool, initials: bool) -> dict[str, str]:
    """A name; without hyphens between initials, *Jean-Paul* becomes *Jean Paul* and so *JP*;
    where given names are not shortened, *J.-P.* becomes *J. P.*
    """
    parts = {part: ANGLES.sub(stand_in, words) for part, words in name.items()}
    if "given" in parts:  # a nickname stands apart, also from initials that have no blanks
        nickname = rf" {STAND_INS[' ']}{STAND_INS['“']}\1{STAND_INS['”']}"
        parts["given"] = NICKNAME.sub(nickname, parts["given"])
    if "given" in parts and not initials:
        parts["given"] = JOINED_INITIALS.sub(r"\1. ", parts["given"])
    elif "given" in parts and not hyphens:
        parts["given"] = parts["given"].replace("-", " ")
    return parts


def stand_in(sign: re.Match[str]) -> str:
    """The character that travels for a sign."""
    return STAND_INS[sign[0]]
