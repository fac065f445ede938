"""The page of a reference: its metadata, and everything that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from peermap.place.atlas import Atlas
from peermap.place.provenance import PlacementUse, StatementUse, Uses, sheets_of
from peermap.records.map import Option
from peermap.records.programme import Evidence
from peermap.records.prose import Sentence
from peermap.records.reference import ListPosition, Reference
from peermap.render.addresses import address, further_page, rooted, standing, url_from
from peermap.render.formats.files import reference_files
from peermap.render.formats.uses import uses_file
from peermap.render.head.highwire import highwire_tags
from peermap.render.head.signposts import signposts
from peermap.render.html import html
from peermap.render.links import link_from
from peermap.render.pages.citing import citing_part
from peermap.render.pages.facts import Item
from peermap.render.pages.record import RecordPage, shortened
from peermap.render.pages.sheet import sheet_of
from peermap.render.readable import listed, readable_address
from peermap.render.words import TYPE_WORDS
from peermap.words import ENGLISH, N_, many, say, say_of, spoken

MOST_USES = 40  # on one page, so that a page of a much-used work stays small
PLAIN_FACTS = (
    ("journal", N_("Journal")),
    ("booktitle", N_("In")),
    ("howpublished", N_("Site")),
    ("editors", N_("Edited by")),
    ("volume", N_("Volume")),
    ("number", ""),
    ("pages", N_("Pages")),
    ("eid", N_("Article")),
    ("chapter", N_("Chapter")),
    ("edition", N_("Edition")),
    ("series", N_("Series")),
    ("publisher", N_("Publisher")),
    ("institution", N_("Institution")),
    ("organization", N_("Organisation")),
    ("school", N_("School")),
    ("address", N_("Place")),
    ("pagetotal", N_("Number of pages")),
    ("isbn", N_("ISBN")),
    ("issn", N_("ISSN")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A fact of the metadata, perhaps with an address on the web; ``is_list`` where it tells the
    reference lists that have the work.
    """

    name: str
    words: str
    link: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class OptionTag:
    """An option the reference is tagged with, and the facet it belongs to."""

    option: Option
    facet: str


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement that cites the reference, and where it stands."""

    sentence: Sentence
    address: str
    where: str


@dataclass(frozen=True, slots=True)
class PlacementLine:
    """A placement that rests on the reference, and where it stands."""

    name: str
    address: str
    question: str
    option: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class View:
    """What the template shows beside the record itself."""

    authors: str
    facts: tuple[Row, ...]
    options: tuple[OptionTag, ...]
    tags: tuple[tuple[str, Item], ...]
    used: bool
    statements: tuple[StatementLine, ...]
    placements: tuple[PlacementLine, ...]
    total: str
    citing: Markup


def reference_pages(atlas: Atlas, reference: Reference, site_url: str = "") -> Iterator[RecordPage]:
    """The record's page with its files beside it; uses beyond forty go on further pages, which are
    not the work's own and bear none of its metadata.
    """
    sheets = sheets_of(atlas.uses[reference.key], MOST_USES)
    pages = tuple((number, further_page(reference, number)) for number in range(1, len(sheets) + 1))
    description = shortened(f"{reference.cited_as}. {reference.title}. {reference.container}")
    for (number, at), uses in zip(pages, sheets, strict=True):
        body = html(
            "reference.html",
            at,
            atlas=atlas,
            reference=reference,
            uses=uses,
            view=view_of(atlas, reference, uses),
            beside=files_beside(at, ""),
            sheet=sheet_of(number, pages),
            link=link_from(atlas, url_from(at)),
        )
        if number == 1:
            files, head = files_of(atlas, reference), head_of(atlas, reference, site_url)
            path = reference.mark.path
            yield RecordPage(at, reference.title, description, body, path, files, head)
        else:
            later = say("{title}, uses {n}", title=reference.title, n=number)
            yield RecordPage(at, later, description, body, reference.mark.path)


def head_of(atlas: Atlas, reference: Reference, site_url: str) -> str:
    """Tags and links by which machines know the work."""
    at = address(reference)
    page = f"{rooted(site_url)}{standing(at)}" if site_url else ""
    options = (str(option.name) for option in options_of(atlas, reference))
    words = (*options, *(str(item.words) for _, item in other_tags(atlas, reference)))
    tags = highwire_tags(reference, tuple(dict.fromkeys(words)), page)
    return html(
        "head_reference.html", at, tags=tags, links=signposts(reference, files_beside(at, site_url))
    )


def files_beside(at: str, site_url: str) -> str:
    """The way to the files of a reference, which stand beside its English page; whole where the
    site has an address.
    """
    name = ".bib"
    return (f"{rooted(site_url)}{at}{name}" if site_url else url_from(at)(at + name)).removesuffix(
        name
    )


def files_of(atlas: Atlas, reference: Reference) -> dict[str, str]:
    """The reference itself in every format, and where it is used; they stand beside its English
    page only.
    """
    if spoken() != ENGLISH:
        return {}
    used = {f"{reference.key}.uses.json": uses_file(atlas, (reference,))}
    return reference_files(reference) | used


def view_of(atlas: Atlas, reference: Reference, uses: Uses) -> View:
    """Metadata, tags and the uses that one page shows."""
    facets = {question.id: question.facet for question in atlas.map.questions}
    number = len(atlas.uses[reference.key])
    return View(
        authors=authors_line(reference),
        facts=tuple(facts_of(atlas, reference)),
        options=tuple(OptionTag(o, facets[o.question]) for o in options_of(atlas, reference)),
        tags=tuple(other_tags(atlas, reference)),
        used=number > 0,
        total=many(number, "{n} use", "{n} uses"),
        citing=citing_part(atlas, reference.key),
        statements=tuple(statement_line(atlas, use) for use in uses.statements),
        placements=tuple(placement_line(atlas, use) for use in uses.placements),
    )


def options_of(atlas: Atlas, reference: Reference) -> list[Option]:
    """The options it is tagged with, in the order of the map."""
    tagged = {(tag.namespace, tag.value) for tag in reference.tags}
    return [o for o in atlas.map.options if (o.question, o.id) in tagged] if tagged else []


def authors_line(reference: Reference) -> str:
    """All names as printed, given name first, and the year."""
    cut = reference.authors_cut if reference.authors else reference.editors_cut
    names = [name.full for name in reference.makers] + ([say("and others")] if cut else [])
    role = say(" (eds)") if not reference.authors and reference.editors else ""
    return f"{', '.join(names)}{role} · {reference.year}" if names else reference.year


def facts_of(atlas: Atlas, reference: Reference) -> Iterator[Row]:
    """The metadata in reading order; identifiers link to where they resolve."""
    yield Row(say("Type"), TYPE_WORDS.get(reference.type, TYPE_WORDS["misc"]))
    fields = dict(reference.fields)
    if reference.authors and reference.editors:
        fields["editors"] = ", ".join(name.full for name in reference.editors)
    for name, words in PLAIN_FACTS:
        if fields.get(name):
            yield Row(say(words) if words else say_of("a journal", "Issue"), fields[name])
    if doi := fields.get("doi"):
        yield Row("DOI", doi, f"https://doi.org/{doi}")
    if pmid := fields.get("pmid"):
        yield Row("PubMed", pmid, f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/")
    if pmcid := fields.get("pmcid"):
        yield Row("PubMed Central", pmcid, f"https://www.ncbi.nlm.nih.gov/pmc/articles/{pmcid}/")
    if url := fields.get("url"):
        yield Row(say("Web"), shortened(readable_address(url), 60), url)
    if reference.lists:
        lists = listed(list_words(atlas, p) for p in reference.lists)
        yield Row(say("Stands in"), lists, is_list=True)


def list_words(atlas: Atlas, position: ListPosition) -> str:
    """The place of a work in a printed reference list."""
    listing = atlas.references.get(position.list_key)
    name = listing.cited_as if listing else position.list_key
    return say("reference list of {name}, no. {n}", name=name, n=position.number)


def other_tags(atlas: Atlas, reference: Reference) -> Iterator[tuple[str, Item]]:
    """Trends, labels, communities, issues and ordinary keywords as (kind, item)."""
    trends = {trend.id: trend for trend in atlas.map.trends}
    for tag in reference.tags:
        if tag.namespace == "trend":
            yield "trend", Item(trends[tag.value].name, trends[tag.value])
        elif tag.namespace == "label":
            yield "label", Item(atlas.labels[tag.value].name, atlas.labels[tag.value])
        elif tag.namespace in {"community", "issue"}:
            shelf = atlas.communities if tag.namespace == "community" else atlas.issues
            yield tag.namespace, Item(shelf[tag.value].name)
    for keyword in reference.keywords:
        yield "keyword", Item(keyword)


def statement_line(atlas: Atlas, use: StatementUse) -> StatementLine:
    """Where a statement stands: page and section, with its anchor."""
    if use.page == "trend":
        page = next(t for t in atlas.map.trends if t.id == use.id)
        where = f"{page.name}, {use.section.heading}" if use.section.heading else str(page.name)
        return StatementLine(use.sentence, f"{address(page)}#{use.sentence.anchor}", where)
    question = next(q for q in atlas.map.questions if q.id == use.id)
    where = f"{question.name}, {use.section.heading}" if use.section.heading else str(question.name)
    return StatementLine(use.sentence, f"{address(question)}#{use.sentence.anchor}", where)


def placement_line(atlas: Atlas, use: PlacementUse) -> PlacementLine:
    """A placement with its programme, question and option by name."""
    question = next(q for q in atlas.map.questions if q.id == use.question)
    option = question.option(use.placement.option)
    at = f"{address(use.programme)}#{use.question}"
    return PlacementLine(use.programme.name, at, question.name, option.name, use.evidence)
