"""LaTeX into text, and what is not known of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peermap.load.latex import decoded, plain


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("Universit\\'e de Montr\\'{e}al", "Université de Montréal"),
        ('{\\"o}\\"{u}\\^i\\c{c}\\c c\\v{S}\\H{o}\\r a\\k{e}', "öüîççŠőåę"),
        ("{\\'\\i} \\'{\\i} \\`\\i", "í í ì"),
        ("\\'{\\^e}", "ế"),
        ("{\\o}re \\oe uvre \\ss{} \\L{}\\'od\\'z", "øre œuvre ß Łódź"),
        ("{HIV} and {{AIDS}}", "HIV and AIDS"),
        ("\\emph{so} \\textbf{\\textit{it}} {\\em is}", "so it is"),
        ("\\textgreater{} \\textless{} \\textbar", "> < |"),
        ("\\& \\% \\$ \\# \\_ \\{ \\}", "& % $ # _ { }"),
        ("a~b\\ c\\\\d\\,e", "a b c d e"),
        ("``peers'' and `peers' and peers' own", "“peers” and ‘peers’ and peers' own"),
        ("1--2 --- x ---- y well-known", "1–2 — x ---- y well-known"),
        ("5'' tall", "5'' tall"),
        ("CO$_2$ m$^{-2}$ $\\geq$ 5 $\\alpha$ $n$", "CO₂ m⁻² ≥ 5 α n"),
        ("$5 and $10", "$5 and $10"),
        ("19\\textsuperscript{th} H\\textsubscript{2}O", "19th H₂O"),
        ("\\url{https://a.org/~b%20c--d}", "https://a.org/~b%20c--d"),
        ("see https://a.org/~b%20c--d_e", "see https://a.org/~b%20c--d_e"),
        ("at https://a.org/\\textasciitilde{}b\\%20\\{c\\}.", "at https://a.org/~b%20{c}."),
        ("\\href{https://a.org}{\\emph{Site}}", "Site (https://a.org)"),
        ("\\enquote{a {b} c} \\foreignlanguage{french}{œuvre}", "“a b c” œuvre"),
        ("<script>alert('x')</script> &amp;", "<script>alert('x')</script> &amp;"),
        ("  a \n\t b  ", "a b"),
        ("e\u0301", "é"),
        ("a back\\", "a back\\"),
    ],
)
def test_what_is_known(latex: str, text: str) -> None:
    """Accents, symbols, quotes, dashes, formulas and addresses; HTML is only text."""
    assert plain(latex) == text
    assert decoded(latex).unknown == ()


@pytest.mark.parametrize(
    ("latex", "unknown", "text"),
    [
        ("\\fancy{word} x", "\\fancy", "\\fancy word x"),
        ("\\today", "\\today", "\\today"),
        ("\\input{secret}", "\\input", "\\input secret"),
        ("\\'{\\fancy}", "\\'{\\fancy}", "\\'\\fancy"),
        ("\\<", "\\<", "\\<"),
    ],
)
def test_what_is_not_known_stays(latex: str, unknown: str, text: str) -> None:
    """Nothing is dropped, read from a file or taken from the clock."""
    assert decoded(latex).unknown == (unknown,)
    assert plain(latex) == text


def test_a_bare_percent_sign_is_no_comment() -> None:
    """It is told; an escaped one or one of an address is not."""
    assert decoded("50% of patients").text == "50% of patients"
    assert decoded("50% of patients").has_bare_percent
    assert not decoded("50\\% of https://a.org/%20").has_bare_percent


@given(
    st.text(alphabet=st.characters(blacklist_characters="\\{}~$%`-", categories=("L", "N", "P")))
)
def test_text_without_latex_stays(text: str) -> None:
    """Only accents are composed."""
    assert plain(text) == plain(plain(text))
    assert len(plain(text).split()) <= len(text.split()) or not text.strip()
