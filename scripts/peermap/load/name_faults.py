"""What keeps a name from being read as it was meant, and names that are likely no person's."""

from __future__ import annotations

import re

from peermap.load.braces import without_groups
from peermap.problems import shown

EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)
GLUED = re.compile(r"(?<!\\)&|;")
ENTITY = re.compile(r"&#?\w+;")
ORGANISATIONS = """
    agency alliance association authority bank board bureau cancercare center centers centre centres
    clinic coalition collaborative college commission committee consortium council department
    federation foundation hospital initiative institut institute institution ministry ministère
    nations network office organisation organization programme service services society université
    university
"""
ORGANISATION_WORDS = frozenset(ORGANISATIONS.split())

Fault = tuple[str, str]  # what is, and what ought to be

OTHERS_FIRST: Fault = ("'others' stands before a name", "Put 'and others' at the end.")


def is_glued(words: str) -> bool:
    """Whether several names stand in one, outside braces."""
    return bool(GLUED.search(words)) and "{" not in words and not ENTITY.search(words)


def name_fault(words: str) -> Fault | None:
    """What keeps one name from being read as *Family, Given* or *Given Family*."""
    bare = without_groups(words)
    if EXTENDED.match(words):
        return None
    if bare.count(",") > 2:
        says = f"{shown(words)} has {bare.count(',')} commas"
        return (
            says,
            "Put ' and ' between names, and one comma within: Sokol, Rebeccah and Fisher, Edwin.",
        )
    if words.rstrip().endswith(",") or words.lstrip().startswith(","):
        says = f"a part of the name {shown(words)} is missing"
        return says, "Write Family, Given; put braces around an organisation: {World Bank}."
    return None


def organisation_guess(words: str) -> Fault | None:
    """A name without comma or braces that has a word only organisations have."""
    if not is_bare_organisation(words):
        return None
    way_out = f"It is read as an organisation; put braces around it: {{{words.strip()}}}."
    return f"{shown(words)} would be split into given and family name", way_out


def is_bare_organisation(words: str) -> bool:
    """Whether a name in plain words is one that only an organisation has."""
    if "," in words or "{" in words or "=" in words:
        return False
    parts = words.lower().split()
    return len(parts) > 1 and not ORGANISATION_WORDS.isdisjoint(parts)
