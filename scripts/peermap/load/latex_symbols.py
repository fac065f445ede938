r"""What LaTeX commands mean as text.

Our own table first, for pylatexenc drops some without a word (``\textgreater``) and reads others
by the clock (``\today``).
"""

from __future__ import annotations

from functools import lru_cache

from pylatexenc.latex2text import get_default_latex_context_db

OWN = {
    "textgreater": ">",
    "textless": "<",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textunderscore": "_",
    "textdollar": "$",
    "textpercent": "%",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "og": "« ",
    "fg": " »",
    "textellipsis": "…",
    "dots": "…",
    "ldots": "…",
    "slash": "/",
    "textperiodcentered": "·",
    "textbullet": "•",
    "textdegree": "°",
    "degree": "°",
    "texttrademark": "™",
    "trademark": "™",
    "textcopyright": "©",
    "copyright": "©",
    "textregistered": "®",
    "euro": "€",
    "texteuro": "€",
    "pounds": "£",
    "textsterling": "£",
    "textyen": "¥",
    "textcent": "¢",
    "S": "§",
    "textsection": "§",
    "P": "¶",
    "textparagraph": "¶",
    "textnumero": "№",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textonesuperior": "¹",
    "texttwosuperior": "²",
    "textthreesuperior": "³",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textmu": "µ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "SS": "ẞ",
    "i": "ı",
    "j": "ȷ",
    "to": "→",
    "textrightarrow": "→",
    "lbrace": "{",
    "rbrace": "}",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "BibTeX": "BibTeX",
    "newline": " ",
    "linebreak": " ",
    "par": " ",
    "space": " ",
    "nobreakspace": " ",
    "thinspace": " ",
    "quad": " ",
    "qquad": " ",
}
SIGNS = {
    **dict(zip("&%$#_{}", "&%$#_{}", strict=True)),
    **dict.fromkeys("\\ ,;:\n\t~", " "),
    **dict.fromkeys("!-/@()", ""),
}
LOOK_NAMES = """
    emph textit textbf textsc textrm textsf texttt textsl textup textmd textlf textnormal
    text underline uline mbox hbox it bf em sc rm sf tt sl itshape bfseries scshape
    upshape mdseries rmfamily sffamily ttfamily normalfont normalsize small footnotesize
    large Large mkbibemph mkbibbold mkbibitalic mathrm mathbf mathit mathsf mathtt mathcal
    ensuremath relax protect nocase bibstring url path nolinkurl left right displaystyle
"""
LOOKS = frozenset(LOOK_NAMES.split())


@lru_cache(maxsize=4096)
def symbol(name: str) -> str | None:
    r"""The text of ``\name``: empty for one that changes the look only, None for an unknown one."""
    if name in LOOKS:
        return ""
    if name in OWN:
        return OWN[name]
    return known_elsewhere(name) or (known_elsewhere(name[4:]) if name[:4] == "text" else None)


def known_elsewhere(name: str) -> str | None:
    """What pylatexenc's table has for a symbol, not for the clock or commands with arguments."""
    spec = CONTEXT.get_macro_spec(name)
    text = getattr(spec, "simplify_repl", None)
    if name == "today" or not isinstance(text, str) or not text.strip() or "%" in text:
        return None
    return None if text.startswith("<") and len(text) > 1 else text


CONTEXT = get_default_latex_context_db()
