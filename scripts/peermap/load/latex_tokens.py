"""The tokens of LaTeX as bibliographies use it, and those that read the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from peermap.load.latex_accents import ACCENT
from peermap.load.latex_symbols import symbol

SUPERSCRIPT = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

GROUP = r"(?:[^{}]|\{[^{}]*\})*"  # what braces hold, one level deep
# Every alternative begins with a plain character: then the search is fast over ordinary text.
COMMANDS_AND_SIGNS = (
    r"\\url\s*\{(?P<url>[^{}]*)\}"
    rf"|\\href\s*\{{(?P<target>[^{{}}]*)\}}\s*\{{(?P<shown>{GROUP})\}}"
    rf"|\\(?P<accent>{ACCENT})"
    r"|\\(?P<raised>textsuperscript|textsubscript|textsu[bp])\s*\{(?P<script>[^{}\\]*)\}"
    rf"|\\(?:enquote|mkbibquote)\s*\{{(?P<quoted>{GROUP})\}}"
    r"|\\(?:foreignlanguage\s*\{[^{}]*\}|noopsort\s*\{[^{}]*\})"
    r"|\\(?P<command>[A-Za-z]+)(?P<gap>\*?(?:\s+|\{\})?)"
    r"|\\(?P<sign>[^A-Za-z])"
    r"|\$(?P<math>(?:[^$\\]|\\.){1,200}?)\$"
    r"|-(?<!--)(?P<dash>--?)(?!-)"
    r"|`(?P<open>`)"
    r"|'(?P<close>')"
    r"|`(?P<single>[^`']{0,200})'"
    r"|%(?P<percent>)"
    r"|\{|\}|~"
)
TOKEN_WITHOUT_ADDRESS = re.compile(COMMANDS_AND_SIGNS, re.DOTALL)
ADDRESS = r"ttps?://(?:\\text[a-z]+\{\}|\\[{}]|[^\s{}])+"
TOKEN = re.compile(rf"h(?P<address>{ADDRESS})|" + COMMANDS_AND_SIGNS, re.DOTALL)
MATHEMATICAL = re.compile(r"[\\^_<>=]|^\s*[A-Za-z]\s*$")
SCRIPT = re.compile(r"([\^_])\s*(?:\{([^{}]*)\}|([^\s\\{}]))")
ESCAPED = re.compile(r"\\(?:([_%&#~${}])|(text[a-z]+)\{\})")


def script_text(match: re.Match[str]) -> str:
    """``^{2}`` → ``²``, where there is such a character."""
    return raised(match[2] or match[3] or "", down=match[1] == "_")


def raised(letters: str, *, down: bool) -> str:
    """Letters as superscript or subscript when all of them exist as such, else as they are."""
    known = SUBSCRIPT if down else SUPERSCRIPT
    return letters.translate(known) if all(ord(c) in known for c in letters) else letters


def address_text(address: str) -> str:
    """An address inside a text keeps its ``%20``, ``~`` and ``--``, also where they are escaped."""
    return ESCAPED.sub(lambda m: m[1] or symbol(m[2]) or m[0], address.strip())


BRACES_AND_TIES = str.maketrans({"{": "", "}": "", "~": " "})
READINGS: Mapping[str, Callable[[re.Match[str]], str]] = {
    "url": lambda match: address_text(match["url"]),
    "address": lambda match: address_text(match[0]),
    "script": lambda match: raised(match["script"], down="sub" in match["raised"]),
    "dash": lambda match: "—" if len(match[0]) == 3 else "–",
    "open": lambda match: "“",
    "": lambda match: "" if match[0].startswith("\\") else match[0].translate(BRACES_AND_TIES),
}
