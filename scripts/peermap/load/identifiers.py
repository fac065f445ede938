"""Identifiers of works, cleaned: DOI, PubMed, PubMed Central, ISBN, and web addresses.

Written out rather than taken from ``idutils``: its import alone takes longer than reading a
thousand references, and its DOI pattern accepts spaces.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"))
LATEX_ESCAPE = re.compile(r"\\([_%&#~${}])(?:\{\})?")
URL_COMMAND = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}", re.DOTALL)

DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/+|doi\s*[:=]?\s*", re.IGNORECASE)
DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
PMID = re.compile(
    r"(?:pmid:?\s*|(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|www\.ncbi\.nlm\.nih\.gov/pubmed)/)?"
    r"([1-9]\d{0,8})/?",
    re.IGNORECASE,
)
PMCID = re.compile(
    r"(?:pmcid:?\s*|(?:https?://)?(?:www\.ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/)?"
    r"(?:pmc)?([1-9]\d{0,8})/?",
    re.IGNORECASE,
)
UNFIT = re.compile(r"[\s<>\"\\{}]")
ISBN_SEPARATOR = re.compile(r"[;,/]|\s{2,}|\s+(?=97[89])|\([^)]*\)")


def unescaped(words: str) -> str:
    r"""An identifier without LaTeX escapes, else untouched: ``\url{a\_b}`` → ``a_b``."""
    bare = words.strip()
    while len(bare) > 1 and bare[0] == "{" and bare[-1] == "}":
        bare = bare[1:-1].strip()
    if match := URL_COMMAND.fullmatch(bare):
        bare = match[1].strip()
    return LATEX_ESCAPE.sub(r"\1", bare)


def read_doi(words: str) -> str | None:
    """A DOI in small letters, without resolver, trailing dot or typographic hyphens; or None."""
    given = unescaped(words).translate(HYPHENS).strip("<> ")
    bare = DOI_PREFIX.sub("", given, count=1) if DOI_PREFIX.match(given) else given
    if bare != given and "%" in bare:
        bare = unquote(bare)
    bare = bare.strip().rstrip(".,;")
    if bare.endswith(")") and "(" not in bare:
        bare = bare[:-1].rstrip(".,;")
    return bare.lower() if DOI.fullmatch(bare) else None


def read_pmid(words: str) -> str | None:
    """The number of a PubMed record, or None."""
    match = PMID.fullmatch(unescaped(words).rstrip("."))
    return match[1] if match else None


def read_pmcid(words: str) -> str | None:
    """A PubMed Central id as ``PMC1234567``, or None."""
    match = PMCID.fullmatch(unescaped(words).rstrip("."))
    return f"PMC{match[1]}" if match else None


def read_address(words: str) -> str | None:
    """A web address (``http`` or ``https``, a host, no user name, no spaces), or None."""
    address = unescaped(words)
    try:
        parts = urlsplit(address)
        host, user = parts.hostname, parts.username
    except ValueError:  # brackets that hold no IPv6 address
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or user is not None:
        return None
    return None if UNFIT.search(address) else address


def wrong_isbns(words: str) -> tuple[str, ...]:
    """Those of the ISBNs in the words whose length or check digit is wrong."""
    given = (part.strip() for part in ISBN_SEPARATOR.split(unescaped(words)))
    return tuple(part for part in given if part and not is_isbn(part))


def is_isbn(words: str) -> bool:
    """Whether the words are an ISBN of 10 or 13 digits with the right check digit."""
    bare = re.sub(r"^isbn(?:-1[03])?:?|[\s-]", "", words.translate(HYPHENS).lower())
    if re.fullmatch(r"[0-9]{9}[0-9x]", bare):
        digits = [10 if c == "x" else int(c) for c in bare]
        return sum(n * (10 - i) for i, n in enumerate(digits)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", bare):
        return sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(bare)) % 10 == 0
    return False
