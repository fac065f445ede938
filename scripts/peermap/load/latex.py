"""LaTeX of bibliographies → plain text. What is not known stays as it stands, and is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from peermap.load.latex_accents import accented, without_nested_accents
from peermap.load.latex_symbols import SIGNS, symbol
from peermap.load.latex_tokens import (
    MATHEMATICAL,
    READINGS,
    SCRIPT,
    TOKEN,
    TOKEN_WITHOUT_ADDRESS,
    script_text,
)


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
    decoder = Decoder([], [], "``" in latex, TOKEN if "http" in latex else TOKEN_WITHOUT_ADDRESS)
    text = decoder.inside(without_nested_accents(latex))
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

    def accent(self, match: re.Match[str]) -> str:
        text = accented(match["accent"])
        if text is None:
            self.unknown.append(match[0])
            return match[0].replace("{", "").replace("}", " ")
        return text

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

    def single(self, match: re.Match[str]) -> str:
        return f"‘{self.inside(match['single'])}’"

    def close(self, match: re.Match[str]) -> str:
        return "”" if self.has_quotes else match[0]

    def percent(self, match: re.Match[str]) -> str:
        self.percents.append(match.start())
        return match[0]

    def inside(self, latex: str) -> str:
        return self.token.sub(self.replace, latex)

    OWN: ClassVar[Mapping[str, Callable[[Decoder, re.Match[str]], str]]] = {
        "accent": accent,
        "gap": command,
        "sign": sign,
        "math": math,
        "shown": link,
        "quoted": quoted,
        "single": single,
        "close": close,
        "percent": percent,
    }
