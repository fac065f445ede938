"""A reference: one published work of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from peermap.problems import Mark
from peermap.records.date import Date
from peermap.records.notice import Notice
from peermap.words import say


@dataclass(frozen=True, slots=True)
class Name:
    """A person (``family``, ``given``, ``particle`` such as *van den*, ``suffix``), or an
    organisation or single name whole in ``literal``.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def short(self) -> str:
        """What stands in *Davidson et al. 2012*."""
        return self.literal or " ".join(filter(None, (self.particle, self.family)))

    @property
    def full(self) -> str:
        """Given name first: *Larry Davidson*."""
        whole = " ".join(filter(None, (self.given, self.particle, self.family)))
        return self.literal or ", ".join(filter(None, (whole, self.suffix)))

    @property
    def inverted(self) -> str:
        """Family name first, as bibliographies sort: *Davidson, Larry*."""
        if self.literal:
            return self.literal
        return ", ".join(filter(None, (self.short, self.given, self.suffix)))


@dataclass(frozen=True, slots=True)
class Tag:
    """``namespace:value`` from the keywords: the synthesis uses this reference for that option,
    trend, …
    """

    namespace: str
    value: str

    def __str__(self) -> str:
        return f"{self.namespace}:{self.value}"


@dataclass(frozen=True, slots=True)
class ListPosition:
    """Number ``number`` in the printed reference list of the work ``list_key``."""

    list_key: str
    number: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A published work. ``fields`` are all its other fields as plain text, by BibTeX name
    (``journal``, ``volume``, ``pages``, ``doi``, …); ``raw`` is the entry as the file has it.
    ``until`` is the last point of a date that is a span; ``is_about`` says that it is an estimate;
    ``accessed`` is the day when its address was visited, ``original`` when what it translates or
    prints again was first issued.
    """

    key: str
    type: str
    title: str
    mark: Mark
    authors: tuple[Name, ...] = ()
    authors_cut: bool = False
    editors: tuple[Name, ...] = ()
    editors_cut: bool = False
    translators: tuple[Name, ...] = ()
    issued: Date | None = None
    until: Date | None = None
    is_about: bool = False
    accessed: Date | None = None
    original: Date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    lists: tuple[ListPosition, ...] = ()
    notices: tuple[Notice, ...] = ()
    raw: str = ""
    field_marks: Mapping[str, Mark] = field(default_factory=dict)

    def __hash__(self) -> int:
        """By its key: equal references have the same."""
        return hash(self.key)

    @property
    def makers(self) -> tuple[Name, ...]:
        """Authors, or editors where a work has no author."""
        return self.authors or self.editors

    @property
    def author_year(self) -> str:
        """*Barker et al. 2020*; without an author the title's first words, without a year *n.d.*"""
        return f"{self.short_author} {self.year}"

    @property
    def mark_words(self) -> str:
        """*retracted* or *corrected*, as it stands beside every mention; mostly empty."""
        return ", ".join(notice.kind for notice in self.notices)

    @property
    def cited_as(self) -> str:
        """Author and year as one line of text, with the mark: *Doe 2012 (retracted)*."""
        return f"{self.author_year} ({self.mark_words})" if self.notices else self.author_year

    @property
    def short_author(self) -> str:
        """*Sokol & Fisher*, *Barker et al.*, or the start of the title where nobody is named."""
        names, cut = self.makers, self.authors_cut if self.authors else self.editors_cut
        if not names:
            words = self.title.split()
            return " ".join(words[:4]) + ("…" if len(words) > 4 else "")
        if len(names) == 1:
            return names[0].short + (" et al." if cut else "")
        if len(names) == 2 and not cut:
            return f"{names[0].short} & {names[1].short}"
        return f"{names[0].short} et al."

    @property
    def language(self) -> str:
        """The language of the title as a BCP 47 tag: the first, if the entry names several. English
        where it says nothing, and not determined where it names one that is not known here.
        """
        given = (self.fields.get("langid") or self.fields.get("language") or "en").lower()
        first = SEVERAL.split(given.strip(), maxsplit=1)[0]
        base, _, region = first.replace("_", "-").partition("-")
        if len(base) == 2:
            return f"{base}-{region.upper()}" if len(region) == 2 else base
        return LANGUAGES.get(base, UNKNOWN)

    @property
    def year(self) -> str:
        return str(self.issued.year) if self.issued else say("n.d.")

    @property
    def container(self) -> str:
        """Where the work appeared: journal, book, series of reports, or website; empty when nothing
        says.
        """
        for name in ("journal", "journaltitle", "booktitle", "howpublished"):
            if self.fields.get(name):
                return self.fields[name]
        return ""

    @property
    def address(self) -> str:
        """The best public address: DOI, PubMed Central, PubMed, then the printed one; empty without
        any.
        """
        for name, prefix in ADDRESS_FIELDS:
            if self.fields.get(name):
                return prefix + self.fields[name]
        return ""


ADDRESS_FIELDS = (
    ("doi", "https://doi.org/"),
    ("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/"),
    ("pmid", "https://pubmed.ncbi.nlm.nih.gov/"),
    ("url", ""),
)
SEVERAL = re.compile(r"\s*[;,/]\s*|\s+")
UNKNOWN = "und"  # undetermined, in BCP 47
# By its tag, the names and codes of a language in BibTeX, BibLaTeX and databases.
LANGUAGE_NAMES = """
    en english eng british american usenglish ukenglish anglais
    fr french fre fra francais français canadien
    de german ngerman ger deu deutsch austrian naustrian swissgerman nswissgerman
    es spanish spa español espanol
    pt portuguese por português brazilian
    nl dutch dut nld
    it italian ita
    ar arabic ara
    bg bulgarian bul
    ca catalan cat
    cs czech cze ces
    da danish dan
    el greek gre ell
    et estonian est
    eu basque baq eus
    fa persian per fas farsi
    fi finnish fin
    gl galician glg
    he hebrew heb
    hi hindi hin
    hr croatian hrv
    hu hungarian hun magyar
    id indonesian ind
    is icelandic ice isl
    ja japanese jpn
    ko korean kor
    lt lithuanian lit
    lv latvian lav
    ms malay may msa
    no norwegian nor norsk nynorsk
    pl polish pol
    ro romanian rum ron
    ru russian rus
    sk slovak slo slk
    sl slovenian slv slovene
    sr serbian srp
    sv swedish swe
    sw swahili swa
    th thai tha
    tr turkish tur
    uk ukrainian ukr
    vi vietnamese vie
    zh chinese chi zho mandarin
"""
LANGUAGES = {
    name: line.split()[0] for line in LANGUAGE_NAMES.strip().splitlines() for name in line.split()
}
