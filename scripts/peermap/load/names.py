"""Names of authors and editors as BibTeX and BibLaTeX write them → people and organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from peermap.load.latex import composed, is_plain, plain, without_accent_commands
from peermap.problems import shown
from peermap.records.reference import Name

AND = re.compile(r"\s+and\s+", re.IGNORECASE)
CUT = frozenset({"others", "et al", "et al.", "{et al.}", "al.", "…"})
BRACE = re.compile(r"(?<!\\)[{}]")
EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix)(?:-i)?\s*=", re.IGNORECASE)
EXTENDED_PART = re.compile(r'(?:[^,"]|"[^"]*")+')
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

Fault = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """People and organisations in order; ``is_cut`` when *and others* follows; ``faults`` say what
    is and what ought to be, ``guesses`` likewise where the reading is likely right.
    """

    people: tuple[Name, ...] = ()
    is_cut: bool = False
    faults: tuple[Fault, ...] = ()
    guesses: tuple[Fault, ...] = ()


def read_names(latex: str) -> Names:
    """The names of a field, still in LaTeX, for braces keep an organisation together."""
    latex = without_accent_commands(latex)
    if simple := simple_names(latex.replace("~", " ")):
        return Names(simple)
    faults: list[Fault] = []
    guesses: list[Fault] = []
    if not is_balanced(latex):
        faults.append((f"the braces of {shown(latex)} do not pair", "Each '{' needs its '}'."))
        latex = BRACE.sub("", latex)
    given = split_names(latex, faults)
    people = []
    for position, words in enumerate(given):
        if words.strip().lower() in CUT:
            faults += [] if position == len(given) - 1 else [OTHERS_FIRST]
            continue
        fault, guess = name_fault(words), organisation_guess(words)
        faults += [fault] if fault else []
        guesses += [guess] if guess else []
        people += [name] if (name := read_name(words)) else []
    is_cut = any(words.strip().lower() in CUT for words in given)
    return Names(tuple(people), is_cut, tuple(faults), tuple(guesses))


def simple_names(latex: str) -> tuple[Name, ...]:
    """The names, when every one of them is simple; none when a single one is not."""
    if "=" in latex or "&" in latex or ";" in latex or not is_plain(latex):
        return ()
    people = [simple_name(words) for words in AND.split(latex.strip())]
    return tuple(person for person in people if person) if all(people) else ()


def split_names(latex: str, faults: list[Fault]) -> list[str]:
    """The single names; ``;`` and ``&`` are taken for *and*, and told."""
    names: list[str] = []
    for words in split_multiple_persons_names(latex):
        pieces = GLUED.split(words) if is_glued(words) else [words]
        if len(pieces) > 1:
            faults.append((f"{shown(words)} is one name", "Put ' and ' between names."))
        names += pieces
    if len(names) > 1 and not all(words.strip() for words in names):
        faults.append((f"a name is missing in {shown(latex)}", "Put one ' and ' between names."))
    return [words for words in names if words.strip()]


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
    if bare.rstrip().endswith(",") or bare.lstrip().startswith(","):
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


def read_name(latex: str) -> Name | None:
    """One name, or None when nothing of it is left.

    ``{World Bank}`` and a single word are literal; ``family=…, given=…`` is BibLaTeX's form.
    """
    words = latex.strip()
    if is_whole_group(words) or is_bare_organisation(words):
        return literal(words)
    if EXTENDED.match(words):
        return extended_name(words)
    return (simple_name(words) if is_plain(words) else None) or parsed_name(words)


def simple_name(words: str) -> Name | None:
    """*Family, Given* without particle, suffix or LaTeX, as most names are; None for others."""
    family, _, given = words.partition(",")
    if "," in given or not all(part[0].isupper() for part in family.split()):
        return None
    family, given = composed(family), composed(given)
    return Name(family=family, given=given) if family and given else None


def parsed_name(words: str) -> Name | None:
    """A name by BibTeX's rules for particles, suffixes and braces."""
    parts = parse_single_name_into_parts(words, strict=False)
    first, von, last, jr = (
        " ".join(part) for part in (parts.first, parts.von, parts.last, parts.jr)
    )
    return person(last, first, von, jr)


def person(family: str, given: str = "", particle: str = "", suffix: str = "") -> Name | None:
    """A person of LaTeX parts; a single name is literal."""
    family, given = plain(family), plain(given)
    particle, suffix = particle and plain(particle), suffix and plain(suffix)
    if not (given or particle or suffix):
        return Name(literal=family) if family else None
    if not family:
        return Name(literal=" ".join(part for part in (particle, given, suffix) if part))
    return Name(family=family, given=given, particle=particle, suffix=suffix)


def literal(words: str) -> Name | None:
    """An organisation, or a single name."""
    text = plain(words)
    return Name(literal=text) if text else None


def extended_name(words: str) -> Name | None:
    """``family=Berg, given=Jan, prefix=van den, suffix=Jr``."""
    pairs = (part.partition("=") for part in EXTENDED_PART.findall(words))
    parts = {name.strip().lower(): value.strip().strip('"') for name, _, value in pairs}
    given = parts.get("given", "") or parts.get("given-i", "")
    return person(parts.get("family", ""), given, parts.get("prefix", ""), parts.get("suffix", ""))


def is_whole_group(words: str) -> bool:
    """Whether one pair of braces holds all of it, or it opens with a group of several words."""
    if not words.startswith("{") or words.startswith("{\\"):
        return False
    depth = 0
    for match in BRACE.finditer(words):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            first = words[1 : match.start()]
            return match.end() == len(words) or (" " in first and "," not in without_groups(words))
    return False


def without_groups(words: str) -> str:
    """The words outside braces."""
    kept, depth, start = [], 0, 0
    for match in BRACE.finditer(words):
        if depth == 0:
            kept.append(words[start : match.start()])
        depth = max(depth + (1 if match[0] == "{" else -1), 0)
        start = match.end()
    return "".join([*kept, words[start:] if depth == 0 else ""])


def is_balanced(latex: str) -> bool:
    """Whether every brace has its mate."""
    depth = 0
    for match in BRACE.finditer(latex):
        depth += 1 if match[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


OTHERS_FIRST = ("'others' stands before a name", "Put 'and others' at the end.")
