"""Names of authors and editors as BibTeX and BibLaTeX write them → people and organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bibtexparser.middlewares.names import parse_single_name_into_parts

from peermap.load.braces import BRACE, is_balanced, is_whole_group
from peermap.load.latex import composed, is_plain, plain
from peermap.load.latex_accents import without_accent_commands
from peermap.load.name_faults import (
    EXTENDED,
    GLUED,
    OTHERS_FIRST,
    Fault,
    is_bare_organisation,
    is_glued,
    name_fault,
    organisation_guess,
)
from peermap.problems import shown
from peermap.records.reference import Name

AND = re.compile(r"\s+and\s+", re.IGNORECASE)
LOOSE_AND = re.compile(r"^\s*and\s+|(?<=\s)and\s+(?=and\s)|(?<=\s)and\s*$", re.IGNORECASE)
CUT = frozenset({"others", "et al", "et al.", "{et al.}", "al.", "…"})
SPACE = r"[ \t\r\n]"  # what stands around *and*; other white space belongs to the names
BETWEEN = re.compile(
    rf"\\.|(?P<brace>[{{}}])|{SPACE}(?:\\?{SPACE})*+(?P<and>and{SPACE}++)?",
    re.IGNORECASE | re.DOTALL,
)
EXTENDED_PART = re.compile(r'(?:[^,"]|"[^"]*")+')


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
    if LOOSE_AND.search(latex):
        return ()
    people = [simple_name(words) for words in AND.split(latex.strip())]
    return tuple(person for person in people if person) if all(people) else ()


def split_names(latex: str, faults: list[Fault]) -> list[str]:
    """The single names; ``;`` and ``&`` are taken for *and*, and told."""
    names: list[str] = []
    if LOOSE_AND.search(latex):
        faults.append((f"a name is missing in {shown(latex)}", "Put one ' and ' between names."))
        latex = LOOSE_AND.sub(" ", latex)
    for words in parted(latex):
        pieces = GLUED.split(words) if is_glued(words) else [words]
        if len(pieces) > 1:
            faults.append((f"{shown(words)} is one name", "Put ' and ' between names."))
        names += pieces
    return [words for words in names if words.strip()]


def parted(latex: str) -> list[str]:
    r"""The words between every *and* that stands outside braces.

    bibtexparser's own function loses a command beside an *and*: ``Doe, Jane and \O{}stby, Kari``.
    """
    latex, names, start, depth = latex.strip(" \t\r\n"), [], 0, 0
    for match in BETWEEN.finditer(latex):
        if match["brace"]:
            depth = max(depth + (1 if match[0] == "{" else -1), 0)
        elif match["and"] and depth == 0:
            names.append(latex[start : match.start()])
            start = match.end()
    return [*names, latex[start:]]


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
