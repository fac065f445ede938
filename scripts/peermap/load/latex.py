"""LaTeX of bibliographies → plain text. What is not known stays as it stands, and is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from peermap.load.latex_symbols import SIGNS, symbol

COMBINING = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
}
SUPERSCRIPT = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

ACCENT = (
    r"""(?:[`'^~"=.]|[uvHckrdbt](?![A-Za-z]))\s*"""
    r"(?:\{[^{}\\]*\}|\{\\[A-Za-z]+\s*\}|\\[A-Za-z]+ ?|[^\s{}\\])"
)
GROUP = r"(?:[^{}]|\{[^{}]*\})*"  # what braces hold, one level deep
NESTED = re.compile(r"""(?<=\\[`'^~"=.uvHckrdbt]\{)\\""" + ACCENT + r"(?=\})")
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
TOKEN = re.compile(r"h(?P<address>ttps?://[^\s{}]+)|" + COMMANDS_AND_SIGNS, re.DOTALL)
MATHEMATICAL = re.compile(r"[\\^_<>=]|^\s*[A-Za-z]\s*$")
SCRIPT = re.compile(r"([\^_])\s*(?:\{([^{}]*)\}|([^\s\\{}]))")
ACCENTED = re.compile(rf"\{{\\({ACCENT})\}}|\\({ACCENT})")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Plain ``text``; ``unknown`` commands that stayed in it; whether a bare ``%`` stood there."""

    text: str
    unknown: tuple[str, ...] = ()
    has_bare_percent: bool = False


def decoded(latex: str) -> Decoded:
    """The text of a LaTeX value, white space folded, letters composed (NFC)."""
    if is_plain(latex):
        return Decoded(composed(latex))
    for _ in range(3 if "\\" in latex else 0):
        latex, count = NESTED.subn(lambda match: accented(match[0][1:]), latex)
        if not count:
            break
    decoder = Decoder([], [], "``" in latex, TOKEN if "http" in latex else TOKEN_WITHOUT_ADDRESS)
    text = decoder.inside(latex)
    return Decoded(composed(text), tuple(dict.fromkeys(decoder.unknown)), bool(decoder.percents))


def is_plain(latex: str) -> bool:
    """Whether nothing in the text means anything else to LaTeX."""
    return not (
        "\\" in latex
        or "{" in latex
        or "~" in latex
        or "$" in latex
        or "%" in latex
        or "}" in latex
        or "`" in latex
        or "--" in latex
    )


def without_accent_commands(latex: str) -> str:
    r"""The same with letters for accents (``{\'e}`` → ``é``), all else untouched."""
    if "\\" not in latex:
        return latex
    return ACCENTED.sub(lambda match: accented(match[1] or match[2]), latex)


def plain(latex: str) -> str:
    """Only the text."""
    return composed(latex) if is_plain(latex) else decoded(latex).text


def composed(text: str) -> str:
    """White space folded to single spaces; accents composed with their letters."""
    is_folded = text.isprintable() and "  " not in text
    folded = text.strip() if is_folded else " ".join(text.split())
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)


@dataclass(frozen=True, slots=True)
class Decoder:
    """Replaces one token after another, and remembers what it could not read."""

    unknown: list[str]
    percents: list[int]
    has_quotes: bool
    token: re.Pattern[str]

    def replace(self, match: re.Match[str]) -> str:
        """The text of one token of ``TOKEN``."""
        kind = match.lastgroup or ""
        if kind in self.OWN:
            return self.OWN[kind](self, match)
        return READINGS[kind](match)

    def command(self, match: re.Match[str]) -> str:
        text = symbol(match["command"])
        if text is not None:
            return text
        self.unknown.append(f"\\{match['command']}")
        return f"\\{match['command']} "

    def sign(self, match: re.Match[str]) -> str:
        if match["sign"] in SIGNS:
            return SIGNS[match["sign"]]
        self.unknown.append(match[0])
        return match[0]

    def math(self, match: re.Match[str]) -> str:
        """A formula as text; money stays money: *$5 and $10*."""
        inside = match["math"]
        if not MATHEMATICAL.search(inside):
            return f"${self.inside(inside)}$"
        return self.inside(SCRIPT.sub(script_text, inside))

    def link(self, match: re.Match[str]) -> str:
        shown, target = self.inside(match["shown"]).strip(), match["target"].strip()
        return shown if shown == target else f"{shown} ({target})".strip()

    def quoted(self, match: re.Match[str]) -> str:
        return f"“{self.inside(match['quoted'])}”"

    def close(self, match: re.Match[str]) -> str:
        return "”" if self.has_quotes else match[0]

    def percent(self, match: re.Match[str]) -> str:
        self.percents.append(match.start())
        return match[0]

    def inside(self, latex: str) -> str:
        return self.token.sub(self.replace, latex)

    OWN: ClassVar[Mapping[str, Callable[[Decoder, re.Match[str]], str]]] = {
        "gap": command,
        "sign": sign,
        "math": math,
        "shown": link,
        "quoted": quoted,
        "close": close,
        "percent": percent,
    }


def accented(command: str) -> str:
    r"""The letter that an accent makes: ``'{e}`` → ``é``; of ``\~{}`` it is the bare sign."""
    accent, letters = command[0], command[1:].strip().strip("{}").strip()
    if letters.startswith("\\"):
        name = letters[1:].strip()
        letters = name if name in {"i", "j"} else symbol(name) or ""
    if not letters:
        return accent if accent in "`'^~\"=." else ""
    return unicodedata.normalize("NFC", letters[0] + COMBINING[accent]) + letters[1:]


def script_text(match: re.Match[str]) -> str:
    """``^{2}`` → ``²``, where there is such a character."""
    return raised(match[2] or match[3] or "", down=match[1] == "_")


def raised(letters: str, *, down: bool) -> str:
    """Letters as superscript or subscript when all of them exist as such, else as they are."""
    known = SUBSCRIPT if down else SUPERSCRIPT
    return letters.translate(known) if all(ord(c) in known for c in letters) else letters


def address_text(address: str) -> str:
    """An address inside a text keeps its ``%20``, ``~`` and ``--``."""
    return re.sub(r"\\([_%&#~$])", r"\1", address.strip())


BRACES_AND_TIES = str.maketrans({"{": "", "}": "", "~": " "})
READINGS: Mapping[str, Callable[[re.Match[str]], str]] = {
    "url": lambda match: address_text(match["url"]),
    "address": lambda match: address_text(match[0]),
    "accent": lambda match: accented(match["accent"]),
    "script": lambda match: raised(match["script"], down="sub" in match["raised"]),
    "dash": lambda match: "—" if len(match[0]) == 3 else "–",
    "open": lambda match: "“",
    "single": lambda match: f"‘{match['single']}’",
    "": lambda match: "" if match[0].startswith("\\") else match[0].translate(BRACES_AND_TIES),
}
