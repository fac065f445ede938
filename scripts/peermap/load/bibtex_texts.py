"""Fields of a reference as plain text: titles joined, identifiers and pages in one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from peermap.load import identifiers
from peermap.load.bibtex_fields import Value
from peermap.load.bibtex_words import VERBATIM
from peermap.load.latex import Decoded, composed, decoded, is_plain, plain
from peermap.load.notices import DENIED, notice_fault
from peermap.problems import Mark, Problem, Severity, shown

ELSEWHERE = frozenset(
    {"author", "editor", "keywords", "keyword", "lists", "date", "year", "month", "day"}
)
SUBTITLES = {"title": "subtitle", "booktitle": "booksubtitle", "journal": "journalsubtitle"}
PAGE = r"(?=\w*\d)(\w+(?:[.:]\w+)*)"
PAGE_RANGE = re.compile(rf"{PAGE}\s*(?:-+|[‐‑‒–—−]+)\s*{PAGE}")

LONGEST_PAGES = 500

Read = tuple[str, str, str]  # the text, what is wrong with it, and the way out


def read_text_fields(values: Mapping[str, Value], found: list[Problem]) -> dict[str, str]:
    """Every field but names, dates, keywords and lists; ``title`` among them. A field that turns
    out empty, or is not what its name says, is left out.
    """
    texts = {}
    for name, value in values.items():
        if name in ELSEWHERE:
            continue
        text = read_field(name, value, found)
        if text:
            texts[name] = text
    return with_eprint(with_subtitles(texts))


def read_field(name: str, value: Value, found: list[Problem]) -> str:
    """The text of one field; empty when it is not what its name says."""
    if name in READERS:
        text, says, way_out = READERS[name](value.text)
        if says:
            severity: Severity = "warning" if text else "error"
            found.append(Problem(value.mark, says, way_out, severity))
        return text
    if name in VERBATIM:
        is_path = name in {"file", "pdf"}
        return composed(value.text if is_path else identifiers.unescaped(value.text))
    if name == "pages":
        return pages_text(plain(value.text))
    if is_plain(value.text):
        return composed(value.text)
    read = decoded(value.text)
    found.extend(latex_problems(name, read, value.mark))
    return read.text


def latex_problems(name: str, read: Decoded, mark: Mark) -> Iterator[Problem]:
    """What a LaTeX reader would drop of a value without a word."""
    for command in read.unknown:
        says = f"'{name}' holds {shown(command)}, a LaTeX command not known here"
        way_out = "It stays as it stands; write the character itself."
        yield Problem(mark, says, way_out, "warning")
    if read.has_bare_percent:
        way_out = "Write '\\%': other readers drop what stands behind a bare one."
        yield Problem(mark, f"'{name}' holds a bare '%'", way_out, "warning")


def read_doi(words: str) -> Read:
    """A DOI in its bare form, in small letters."""
    return identified("doi", words, identifiers.read_doi, "A DOI starts with 10.: 10.1000/xyz.")


def read_pmid(words: str) -> Read:
    """The number of a PubMed record."""
    return identified("pmid", words, identifiers.read_pmid, "A PubMed id is a number: 12345678.")


def read_pmcid(words: str) -> Read:
    """The id of a PubMed Central record, with its ``PMC``."""
    return identified("pmcid", words, identifiers.read_pmcid, "Write PMC1234567.")


def read_url(words: str) -> Read:
    """An address of the web; one that only lacks ``https://`` is guessed at."""
    way_out = "An address starts with http:// or https:// and holds no spaces."
    text, says, way_out = identified("url", words, identifiers.read_address, way_out)
    whole = f"https://{words.strip()}"
    if says and "." in words.partition("/")[0] and identifiers.read_address(whole):
        way_out += f" Did you mean {shown(whole)}?"
    return text, says, way_out


def read_isbn(words: str) -> Read:
    """ISBNs stay as they are, also wrong ones, for they are printed so."""
    wrong = ", ".join(identifiers.wrong_isbns(words))
    says = f"isbn {shown(wrong)} has a wrong number of digits or check digit" if wrong else ""
    return composed(identifiers.unescaped(words)), says, "Compare it with the book."


def read_retracted(words: str) -> Read:
    """A notice of retraction; words that are no notice are shown as they are, and told."""
    return read_notice_field("retracted", words)


def read_corrected(words: str) -> Read:
    """A notice of correction, likewise."""
    return read_notice_field("corrected", words)


def read_notice_field(name: str, words: str) -> Read:
    """The words of a notice; *no* is none, and left out."""
    text = composed(identifiers.unescaped(words))
    says, way_out = notice_fault(name, text)
    return "" if text.lower() in DENIED else text, says, way_out


def identified(name: str, words: str, read: Callable[[str], str | None], way_out: str) -> Read:
    """An identifier in its one form, or empty and what is wrong."""
    text = read(words)
    return (text, "", "") if text else ("", f"{name} is {shown(words)}", f"{way_out} {LEFT_OUT}")


def pages_text(pages: str) -> str:
    """Ranges with an en dash; ``191-191`` is one page. A text too long to be pages stays."""
    if len(pages) > LONGEST_PAGES:
        return pages
    return PAGE_RANGE.sub(lambda m: m[1] if m[1] == m[2] else f"{m[1]}–{m[2]}", pages)


def with_subtitles(texts: Mapping[str, str]) -> dict[str, str]:
    """BibLaTeX's subtitles behind their titles, as BibTeX has them."""
    result = {name: text for name, text in texts.items() if name not in SUBTITLES.values()}
    for name, under in SUBTITLES.items():
        if under in texts:
            result[name] = titled(texts.get(name, ""), texts[under])
    return result


def titled(title: str, subtitle: str) -> str:
    """Title and subtitle as one."""
    if not title:
        return subtitle
    return f"{title} {subtitle}" if title[-1] in "?!.:…" else f"{title}: {subtitle}"


def with_eprint(texts: dict[str, str]) -> dict[str, str]:
    """BibLaTeX's ``eprint`` of PubMed as ``pmid``."""
    if texts.get("archiveprefix", "").lower() not in {"pubmed", "pmid"} or "pmid" in texts:
        return texts
    pmid = identifiers.read_pmid(texts.get("eprint", ""))
    return {**texts, "pmid": pmid} if pmid else texts


READERS: Mapping[str, Callable[[str], Read]] = {
    "doi": read_doi,
    "pmid": read_pmid,
    "pmcid": read_pmcid,
    "url": read_url,
    "isbn": read_isbn,
    "retracted": read_retracted,
    "corrected": read_corrected,
}
LEFT_OUT = "It is left out."
