"""The real bibliography as the exports of reference managers and databases, each in its dialect.

Made from the metadata alone and seeded, so that several thousand entries need not lie in the
repository. What a dialect does oddly (one-line fields, ISSN with its kind behind, LaTeX accents,
``{{title}}``, names without comma …) is done here as it does it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from peermap.records.reference import Name, Reference

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
RIS_TYPES = {
    "article": "JOUR", "book": "BOOK", "incollection": "CHAP", "inproceedings": "CPAPER",
    "techreport": "RPRT", "mastersthesis": "THES", "online": "ELEC", "misc": "GEN",
}  # fmt: skip
ENDNOTE_TYPES = {
    "article": ("Journal Article", 17), "book": ("Book", 6), "incollection": ("Book Section", 5),
    "inproceedings": ("Conference Paper", 47), "techreport": ("Report", 27),
    "mastersthesis": ("Thesis", 32), "online": ("Web Page", 12), "misc": ("Generic", 13),
}  # fmt: skip
CSL_TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter",
    "inproceedings": "paper-conference", "techreport": "report", "mastersthesis": "thesis",
    "online": "webpage", "misc": "document",
}  # fmt: skip
ACCENTS = {
    "é": r"{\'e}", "è": r"{\`e}", "ê": r"{\^e}", "ç": r"{\c c}", "á": r"{\'a}", "à": r"{\`a}",
    "ã": r"{\~a}", "ö": r"{\"o}", "ü": r"{\"u}", "ó": r"{\'o}", "í": r"{\'i}", "ñ": r"{\~n}",
    "Å": r"{\AA}", "É": r"{\'E}", "ô": r"{\^o}", "ú": r"{\'u}", "ø": r"{\o}", "ï": r'{\"i}',
}  # fmt: skip


def inverted(name: Name) -> str:
    """A name as nearly every dialect writes it."""
    return name.literal + "," if name.literal else name.inverted


def pages_of(reference: Reference) -> tuple[str, str]:
    """First and last page, the last empty where there is one only."""
    first, _, last = reference.fields.get("pages", "").partition("–")
    return first, last


def lines_of(pairs: Iterable[tuple[str, str]], form: str) -> str:
    """Tagged lines; a tag without a value is left out."""
    return "".join(form.format(tag, value) + "\n" for tag, value in pairs if value)


def zotero_ris(references: Sequence[Reference]) -> str:
    """Zotero: two spaces, CRLF, a blank line behind each record, dates with slashes."""
    records = []
    for r in references:
        first, last = pages_of(r)
        pairs = [
            ("TY", RIS_TYPES[r.type]), ("TI", r.title),
            *(("AU", inverted(n).rstrip(",")) for n in r.authors),
            *(("A2", inverted(n).rstrip(",")) for n in r.editors),
            ("T2", r.container), ("DA", date_slashes(r)), ("PY", r.year if r.issued else ""),
            ("DO", r.fields.get("doi", "")), ("VL", r.fields.get("volume", "")),
            ("IS", r.fields.get("number", "")), ("SP", first), ("EP", last),
            ("UR", r.fields.get("url", "")), ("PB", r.fields.get("publisher", "")),
            ("Y2", "2024/01/12/10:00:00"), ("L1", "files/12/paper.pdf"), ("KW", "peer support"),
        ]  # fmt: skip
        records.append(lines_of(pairs, "{}  - {}") + "ER  - \n\n")
    return "".join(records).replace("\n", "\r\n")


def date_slashes(r: Reference) -> str:
    """``2012/05/03``, with empty parts as Zotero leaves them."""
    if r.issued is None:
        return ""
    month, day = (f"{n:02d}" if n else "" for n in (r.issued.month, r.issued.day))
    return f"{r.issued.year}/{month}/{day}/"


def endnote_ris(references: Sequence[Reference]) -> str:
    """EndNote's *RefMan (RIS)*: journal twice, an id, notes over several lines, no final ``ER``."""
    records = []
    for number, r in enumerate(references, 1):
        first, last = pages_of(r)
        pages = f"{first}-{last}" if last else first
        pairs = [
            ("TY", RIS_TYPES[r.type]), *(("AU", inverted(n)) for n in r.authors),
            *(("A2", inverted(n)) for n in r.editors),
            ("DO", r.fields.get("doi", "")), ("IS", r.fields.get("number", "")),
            ("J2", r.container), ("N1", "a note\nthat goes on"), ("PY", r.year if r.issued else ""),
            ("SP", pages), ("ST", r.title.split(":")[0]), ("T2", r.container), ("TI", r.title),
            ("UR", r.fields.get("url", "")), ("VL", r.fields.get("volume", "")),
            ("PB", r.fields.get("publisher", "")), ("ID", str(number)),
        ]  # fmt: skip
        records.append(lines_of(pairs, "{}  - {}") + "ER  - \n\n")
    return "".join(records).rstrip().removesuffix("ER  -")


def scopus_ris(references: Sequence[Reference]) -> str:
    """Scopus: ISSN with its kind, export notes, article numbers in C7, full names of authors."""
    records = []
    for r in references:
        first, last = pages_of(r)
        is_article_number = first and not last
        pairs = [
            ("TY", RIS_TYPES[r.type]), ("TI", r.title), ("T2", r.container),
            ("VL", r.fields.get("volume", "")), ("IS", r.fields.get("number", "")),
            ("C7", first if is_article_number else ""),
            ("SP", "" if is_article_number else first), ("EP", last),
            ("PY", r.year if r.issued else ""), ("DO", r.fields.get("doi", "")),
            *(("AU", inverted(n).rstrip(",")) for n in r.authors),
            *(("A2", inverted(n).rstrip(",")) for n in r.editors),
            ("AD", "Department of Nowhere"), ("UR", r.fields.get("url", "")),
            ("PB", r.fields.get("publisher", "")), ("SN", "14726963 (ISSN)"), ("LA", "English"),
            ("M3", "Article"), ("DB", "Scopus"),
            ("N1", "Export Date: 12 January 2024; Cited By: 3"),
        ]  # fmt: skip
        records.append(lines_of(pairs, "{}  - {}") + "ER  -\n\n")
    return "\ufeff" + "".join(records)


def one_line_ris(references: Sequence[Reference]) -> str:
    """Records that a form flattened, each on a line, as the seed is; initials first."""
    return "\n".join(" ".join(zotero_ris([r]).split()) for r in references) + "\n"


def pubmed_nbib(references: Sequence[Reference]) -> str:
    """PubMed: tags of four, lines folded at 80, a dot behind the title."""
    return "\n".join(nbib_record(r, number) for number, r in enumerate(references, 1))


def nbib_record(r: Reference, number: int) -> str:
    """One record of MEDLINE."""
    first, last = pages_of(r)
    pairs = [
        ("PMID", r.fields.get("pmid") or str(90_000_000 + number)),
        ("OWN", "NLM"), ("STAT", "MEDLINE"),
        ("IS", "1472-6963 (Electronic)"), ("VI", r.fields.get("volume", "")),
        ("IP", r.fields.get("number", "")), ("DP", date_pubmed(r)),
        ("TI", r.title if r.title[-1] in "?!." else r.title + "."),
        ("PG", f"{first}-{last}" if last else first),
        ("LID", f"{r.fields['doi']} [doi]" if "doi" in r.fields else ""),
        *(("CN" if n.literal else "FAU", n.literal or n.inverted) for n in r.authors),
        *(("FED", n.inverted) for n in r.editors),
        ("LA", "eng"), ("PT", "Journal Article"), ("JT", r.container),
        ("PMC", r.fields.get("pmcid", "")), ("MH", "*Peer Group"), ("OT", "peer support"),
        ("SO", "somewhere"),
    ]  # fmt: skip
    return "".join(folded_line(tag, value) for tag, value in pairs if value)


def folded_line(tag: str, value: str) -> str:
    """A tag and its value in lines of at most 88 characters, at spaces."""
    words, lines = value.split(" "), [f"{tag:<4}-"]
    for word in words:
        if len(lines[-1]) + len(word) > 87:
            lines.append("     ")
        lines[-1] += " " + word
    return "\n".join(lines) + "\n"


def date_pubmed(r: Reference) -> str:
    """``2012 May 3``."""
    if r.issued is None:
        return ""
    month = MONTHS[r.issued.month - 1] if r.issued.month else ""
    return " ".join(str(part) for part in (r.issued.year, month, r.issued.day) if part)


def pubmed_xml(references: Sequence[Reference]) -> str:
    """PubMed XML with its document type."""
    head = (
        '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, '
        '1st January 2024//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_240101.dtd">\n'
    )
    records = "\n".join(pubmed_article(r, n) for n, r in enumerate(references, 1))
    return f"{head}<PubmedArticleSet>\n{records}\n</PubmedArticleSet>\n"


def pubmed_article(r: Reference, number: int) -> str:
    """One article."""
    first, last = pages_of(r)
    date = "".join(
        f"<{tag}>{value}</{tag}>"
        for tag, value in zip(("Year", "Month", "Day"), date_pubmed(r).split(), strict=False)
    )
    authors = "".join(
        f"<Author><CollectiveName>{escape(n.literal)}</CollectiveName></Author>"
        if n.literal
        else f"<Author><LastName>{escape(n.short)}</LastName>"
        f"<ForeName>{escape(n.given)}</ForeName></Author>"
        for n in r.authors
    )
    editors = "".join(
        f"<Author><LastName>{escape(n.short)}</LastName>"
        f"<ForeName>{escape(n.given)}</ForeName></Author>"
        for n in r.editors
    )
    ids = "".join(
        f'<ArticleId IdType="{kind}">{escape(r.fields[name])}</ArticleId>'
        for kind, name in (("doi", "doi"), ("pmc", "pmcid"))
        if name in r.fields
    )
    pages = f"{first}-{last}" if last else first
    cut = "N" if r.authors_cut else "Y"
    return f"""<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">
<PMID Version="1">{r.fields.get("pmid") or 90_000_000 + number}</PMID>
<Article PubModel="Print"><Journal><ISSN IssnType="Electronic">1472-6963</ISSN><JournalIssue>
<Volume>{escape(r.fields.get("volume", ""))}</Volume>
<Issue>{escape(r.fields.get("number", ""))}</Issue>
<PubDate>{date}</PubDate></JournalIssue><Title>{escape(r.container)}</Title></Journal>
<ArticleTitle>{escape(r.title)}</ArticleTitle><Pagination><MedlinePgn>{escape(pages)}</MedlinePgn>
</Pagination><AuthorList CompleteYN="{cut}">{authors}</AuthorList>
<AuthorList Type="editors" CompleteYN="Y">{editors}</AuthorList><Language>eng</Language>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
</PublicationTypeList></Article></MedlineCitation>
<PubmedData><ArticleIdList>{ids}</ArticleIdList></PubmedData></PubmedArticle>"""


def endnote_xml(references: Sequence[Reference]) -> str:
    """EndNote XML on one line, every value in a style."""
    records = "".join(endnote_record(r, n) for n, r in enumerate(references, 1))
    return f'<?xml version="1.0" encoding="UTF-8" ?><xml><records>{records}</records></xml>'


def endnote_record(r: Reference, number: int) -> str:
    """One record."""

    def styled(tag: str, value: str) -> str:
        style = '<style face="normal" font="default" size="100%">'
        half = len(value) // 2
        pieces = f"{style}{escape(value[:half])}</style>{style}{escape(value[half:])}</style>"
        return f"<{tag}>{pieces}</{tag}>" if value else ""

    name, code = ENDNOTE_TYPES[r.type]
    first, last = pages_of(r)
    people = "".join(styled("author", inverted(n)) for n in r.authors)
    editors = "".join(styled("author", inverted(n)) for n in r.editors)
    return (
        f"<record><database name={quoteattr('My & Library.enl')}>x</database>"
        f"<rec-number>{number}</rec-number><ref-type name={quoteattr(name)}>{code}</ref-type>"
        f"<contributors><authors>{people}</authors>"
        f"<secondary-authors>{editors}</secondary-authors></contributors>"
        f"<titles>{styled('title', r.title)}{styled('secondary-title', r.container)}</titles>"
        f"{styled('pages', f'{first}-{last}' if last else first)}"
        f"{styled('volume', r.fields.get('volume', ''))}"
        f"{styled('number', r.fields.get('number', ''))}"
        f"<dates>{styled('year', r.year if r.issued else '')}</dates>"
        f"{styled('publisher', r.fields.get('publisher', ''))}"
        f"{styled('electronic-resource-num', r.fields.get('doi', ''))}"
        f"<urls><related-urls>{styled('url', r.fields.get('url', ''))}</related-urls></urls>"
        "</record>"
    )


def zotero_csl(references: Sequence[Reference]) -> str:
    """Zotero's CSL JSON: PubMed ids in the note, tabs for indentation."""
    return json.dumps([csl_item(r) for r in references], ensure_ascii=False, indent="\t")


def csl_item(r: Reference) -> dict[str, object]:
    """One item."""
    note = "\n".join(f"{n.upper()}: {r.fields[n]}" for n in ("pmid", "pmcid") if n in r.fields)
    parts = [n for n in (r.issued.year, r.issued.month, r.issued.day) if n] if r.issued else []
    item: dict[str, object] = {
        "id": f"http://zotero.org/users/1/items/{r.key.upper()}",
        "type": CSL_TYPES[r.type],
        "title": r.title,
        "container-title": r.container,
        "DOI": r.fields.get("doi", "").upper(),
        "URL": r.fields.get("url", ""),
        "volume": r.fields.get("volume", ""),
        "issue": r.fields.get("number", ""),
        "page": r.fields.get("pages", "").replace("–", "-"),
        "publisher": r.fields.get("publisher", ""),
        "note": note,
        "author": [csl_name(n) for n in r.authors],
        "editor": [csl_name(n) for n in r.editors],
        "issued": {"date-parts": [[str(parts[0]), *parts[1:]]]} if parts else {},
        "accessed": {"date-parts": [["2024", 1, 12]]},
    }
    return {name: value for name, value in item.items() if value}


def csl_name(n: Name) -> dict[str, str]:
    """A name in its parts."""
    parts = {"family": n.family, "given": n.given, "non-dropping-particle": n.particle}
    parts |= {"suffix": n.suffix, "literal": n.literal}
    return {name: value for name, value in parts.items() if value}


def bib(entries: Iterable[tuple[str, str, Iterable[tuple[str, str]]]], form: str, end: str) -> str:
    """BibTeX entries of (type, key, fields); ``form`` is that of a field."""
    return "\n".join(
        f"@{kind}{{{key},\n" + ",\n".join(form.format(n, v) for n, v in fields if v) + end
        for kind, key, fields in entries
    )


def latex(text: str) -> str:
    """Text with LaTeX for accents and special characters."""
    return "".join(ACCENTS.get(c, {"&": r"\&", "%": r"\%", "_": r"\_"}.get(c, c)) for c in text)


def authors(people: Sequence[Name], *, cut: bool, write: Callable[[str], str] = str) -> str:
    """Names joined by *and*."""
    names = [f"{{{write(n.literal)}}}" if n.literal else write(n.inverted) for n in people]
    return " and ".join([*names, *(["others"] if cut else [])])


def zotero_bibtex(references: Sequence[Reference]) -> str:
    """Zotero's BibTeX: tabs, LaTeX accents, ``month`` as a bare word, files, keys of its own."""

    def fields(r: Reference) -> list[tuple[str, str]]:
        month = MONTHS[r.issued.month - 1].lower() if r.issued and r.issued.month else ""
        return [
            ("title", "{" + latex(r.title) + "}"), *shared(r, latex),
            ("month", month), ("keywords", "{peer support}"),
            ("file", "{Full Text:files/12/paper.pdf:application/pdf}"),
        ]  # fmt: skip

    rows = ((r.type, f"{r.key}_key_{r.year}", fields(r)) for r in references)
    return "\n" + bib(rows, "\t{} = {}", ",\n}\n")


def shared(r: Reference, write: Callable[[str], str]) -> list[tuple[str, str]]:
    """The fields that BibTeX dialects have in common, in braces."""
    names = ("volume", "number", "publisher", "institution", "school", "isbn", "howpublished")
    names = (*names, "journal", "booktitle")
    texts = [(n, write(r.fields.get(n, ""))) for n in names]
    texts += [(n, r.fields.get(n, "")) for n in ("doi", "url", "pmid", "pmcid")]
    texts.append(("pages", r.fields.get("pages", "").replace("–", "--")))
    texts.append(("author", authors(r.authors, cut=r.authors_cut, write=write)))
    texts.append(("editor", authors(r.editors, cut=r.editors_cut, write=write)))
    texts.append(("year", r.year if r.issued else ""))
    return [(name, f"{{{value}}}") for name, value in texts if value]


def jabref(references: Sequence[Reference]) -> str:
    """JabRef: encoding line, aligned signs, groups and metadata in comments, BibLaTeX names."""
    rename = {"journal": "journaltitle", "year": "date", "address": "location"}

    def fields(r: Reference) -> list[tuple[str, str]]:
        rows = [("title", "{" + r.title + "}"), *shared(r, str), ("groups", "{Peers}")]
        rows.append(("creationdate", "{2024-01-12T10:00:00}"))
        return [(f"{rename.get(name, name):<12}", value) for name, value in rows]

    rows = ((r.type.title(), r.key.title(), fields(r)) for r in references)
    tail = "\n@Comment{jabref-meta: databaseType:biblatex;}\n"
    return "% Encoding: UTF-8\n\n" + bib(rows, "  {} = {}", ",\n}\n") + tail


def web_of_science_bibtex(references: Sequence[Reference]) -> str:
    """Web of Science: doubled braces, capital field names, lines broken within values."""

    def fields(r: Reference) -> list[tuple[str, str]]:
        rows = [("title", "{{" + r.title.replace(" and ", "\n   and ") + "}}"), *shared(r, latex)]
        rows += [("Unique-ID", "{WOS:000123}"), ("Times-Cited", "{3}")]
        return [(name.title(), value) for name, value in rows]

    rows = ((r.type, f" WOS:{n:015d}", fields(r)) for n, r in enumerate(references, 1))
    return bib(rows, "{} = {}", ",\n}\n")


def scopus_bibtex(references: Sequence[Reference]) -> str:
    """Scopus: a heading as text, upper-case types, *Cited by* in the note, the same key twice."""

    def fields(r: Reference) -> list[tuple[str, str]]:
        rows = [("title", "{" + r.title + "}"), *shared(r, str), ("note", "{Cited by: 3}")]
        return [*rows, ("source", "{Scopus}"), ("type", "{Article}")]

    rows = ((r.type.upper(), f"Author{r.year}", fields(r)) for r in references)
    return "Scopus\nEXPORT DATE: 12 January 2024\n\n" + bib(rows, "\t{} = {}", "\n}\n")


def web_of_science_text(references: Sequence[Reference]) -> str:
    """Web of Science's own text: names one a line, long values folded."""
    records = []
    for r in references:
        first, last = pages_of(r)
        title = r.title.replace(": ", ":\n   ")
        people = "\n   ".join(n.inverted for n in r.authors if not n.literal)
        pairs = [
            ("PT", "B" if r.type == "book" else "J"), ("AU", people), ("AF", people),
            ("CA", "\n   ".join(n.literal for n in r.authors if n.literal)),
            ("BE", "\n   ".join(n.inverted for n in r.editors)), ("TI", title), ("SO", r.container),
            ("LA", "English"), ("DT", "Article"), ("SN", "1472-6963"),
            ("PY", r.year if r.issued else ""), ("VL", r.fields.get("volume", "")),
            ("IS", r.fields.get("number", "")), ("BP", first if last else ""), ("EP", last),
            ("AR", "" if last else first), ("DI", r.fields.get("doi", "")),
            ("PM", r.fields.get("pmid", "")), ("UT", "WOS:000123"),
        ]  # fmt: skip
        records.append(lines_of(pairs, "{} {}") + "ER\n\n")
    return "FN Clarivate Analytics Web of Science\nVR 1.0\n" + "".join(records) + "EF\n"


DIALECTS: dict[str, Callable[[Sequence[Reference]], str]] = {
    "Zotero RIS": zotero_ris,
    "EndNote RIS": endnote_ris,
    "Scopus RIS": scopus_ris,
    "one-line RIS": one_line_ris,
    "PubMed nbib": pubmed_nbib,
    "PubMed XML": pubmed_xml,
    "EndNote XML": endnote_xml,
    "Zotero CSL JSON": zotero_csl,
    "Zotero BibTeX": zotero_bibtex,
    "JabRef BibLaTeX": jabref,
    "Web of Science BibTeX": web_of_science_bibtex,
    "Scopus BibTeX": scopus_bibtex,
    "Web of Science text": web_of_science_text,
}


def shuffled(references: Iterable[Reference], seed: int) -> list[Reference]:
    """The references in an order that is the same each time."""
    found = list(references)
    random.Random(seed).shuffle(found)
    return found
