"""PubMed XML → works: articles, and chapters of the NCBI Bookshelf."""

from __future__ import annotations

from typing import Any

from peermap.importing.cleaning import without_brackets, without_final_dot
from peermap.importing.draft import Draft, reading_of, standard_number
from peermap.importing.incoming import Reading
from peermap.importing.notices import mark_corrected, mark_retracted, mark_title
from peermap.importing.xml_records import (
    XmlRecord,
    elements_at,
    inner_text,
    text_in,
    texts_in,
    xml_records,
)
from peermap.load.identifiers import read_doi
from peermap.problems import Problem

RECORDS = "PubmedArticle|PubmedBookArticle"
VALUES = (
    ("title", ".//ArticleTitle"),
    ("container", ".//Journal/Title"),
    ("container", ".//Journal/ISOAbbreviation"),
    ("container", ".//BookTitle"),
    ("shortjournal", ".//Journal/ISOAbbreviation"),
    ("volume", ".//JournalIssue/Volume"),
    ("number", ".//JournalIssue/Issue"),
    ("pages", ".//Pagination/MedlinePgn"),
    ("pmid", "*/PMID"),
    ("publisher", ".//Publisher/PublisherName"),
    ("address", ".//Publisher/PublisherLocation"),
    ("language", ".//Language"),
)


def read_pubmed_xml(path: str, text: str) -> Reading:
    """The works of a PubMed XML text; a record that cannot be read is a problem."""
    found = xml_records(path, text, RECORDS)
    drafts = (one if isinstance(one, Problem) else read_record(one) for one in found)
    return reading_of("PubMed XML", drafts)


def read_record(record: XmlRecord) -> Draft:
    """The draft of one article."""
    tree = record.tree
    type_ = "incollection" if tree.tag == "PubmedBookArticle" else "article"
    draft = Draft(record.mark, type_, mends=record.mends)
    for name, path in VALUES:
        if name not in draft.fields:
            words = text_in(tree, path)
            draft.put(name, bare_title(words) if name == "title" else words)
    if "title" not in draft.fields and "container" in draft.fields:
        draft.type, draft.fields["title"] = "book", draft.fields.pop("container")
    kinds = [words.lower() for words in texts_in(tree, ".//PublicationType")]
    if "preprint" in kinds:
        draft.type = "unpublished"
    read_people(tree, draft)
    read_identifiers(tree, draft)
    draft.dates += [words for path in DATES if (words := date_at(tree, path))][:1]
    draft.keywords += texts_in(tree, ".//KeywordList/Keyword")
    draft.keywords += texts_in(tree, ".//MeshHeading/DescriptorName")
    draft.put("abstract", abstract(tree))
    read_notices(tree, kinds, draft)
    return draft


DATES = (".//JournalIssue/PubDate", ".//Book/PubDate", ".//ArticleDate")


def bare_title(words: str) -> str:
    """A title without PubMed's closing dot and brackets."""
    return without_brackets(without_final_dot(words))


def read_people(tree: Any, draft: Draft) -> None:
    """Authors and groups of authors in order; editors of a book."""
    for people in elements_at(tree, ".//AuthorList"):
        role = "editor" if people.get("Type") == "editors" else "author"
        for one in people.findall("Author"):
            if group := text_in(one, "CollectiveName"):
                draft.name(role, group, literal=True)
            else:
                parts = [
                    text_in(one, "LastName"),
                    text_in(one, "ForeName") or text_in(one, "Initials"),
                ]
                draft.name(role, ", ".join(filter(None, [*parts, text_in(one, "Suffix")])))
        if people.get("CompleteYN") == "N":
            draft.name(role, "others")


def read_identifiers(tree: Any, draft: Draft) -> None:
    """DOI, PubMed Central id, ISSN and ISBN, and the article number of a work without pages."""
    for one in [
        *elements_at(tree, "PubmedData/ArticleIdList/ArticleId"),
        *elements_at(tree, ".//ELocationID"),
    ]:
        kind, words = one.get("IdType") or one.get("EIdType"), inner_text(one)
        if kind == "doi" and read_doi(words):
            draft.fields.setdefault("doi", read_doi(words) or "")
        elif kind == "pmc":
            draft.put("pmcid", words)
        elif kind == "pii" and words.isdigit() and len(words) < 7:
            draft.fields.setdefault("pages", words)
    for words in [*texts_in(tree, ".//Journal/ISSN"), *texts_in(tree, ".//Isbn")]:
        standard_number(words, draft)


def date_at(tree: Any, path: str) -> str:
    """The date of an element in PubMed's order: *2024 Aug 12*."""
    elements = elements_at(tree, path)
    if not elements:
        return ""
    found = elements[0]
    parts = [text_in(found, name) for name in ("Year", "Month", "Day", "Season")]
    if parts[1].isdigit() and parts[0]:
        return "-".join(part.zfill(2) for part in parts[:3] if part)
    return " ".join(filter(None, parts)) or text_in(found, "MedlineDate")


def abstract(tree: Any) -> str:
    """The abstract with the labels of its parts."""
    parts = elements_at(tree, ".//Abstract/AbstractText")
    return " ".join(": ".join(filter(None, [p.get("Label"), inner_text(p)])) for p in parts)


def read_notices(tree: Any, kinds: list[str], draft: Draft) -> None:
    """What PubMed says of retractions and corrections."""
    for one in elements_at(tree, ".//CommentsCorrections"):
        where = text_in(one, "RefSource")
        if one.get("RefType") == "RetractionIn":
            mark_retracted(draft, where)
        elif one.get("RefType") in {"ErratumIn", "CorrectedandRepublishedIn"}:
            mark_corrected(draft, where)
    if "retracted publication" in kinds:
        mark_retracted(draft)
    mark_title(draft)
