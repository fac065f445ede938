"""What pages say of themselves in the words of schema.org."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from peermap.codebook.files import DATA_FILES, FORMATS
from peermap.geography import place_words
from peermap.linked.records import about
from peermap.linked.scheme import LICENCE, Concept
from peermap.place.atlas import Atlas
from peermap.records.programme import Programme
from peermap.records.reference import Name, Reference
from peermap.records.silo import Label
from peermap.render.addresses import address
from peermap.words import say

Thing = dict[str, Any]
Url = Callable[[str], str]
REFERENCE_TYPES = {
    "article": "ScholarlyArticle",
    "book": "Book",
    "collection": "Book",
    "dataset": "Dataset",
    "incollection": "Chapter",
    "inproceedings": "ScholarlyArticle",
    "mastersthesis": "Thesis",
    "online": "WebPage",
    "phdthesis": "Thesis",
    "report": "Report",
    "techreport": "Report",
}
PROGRAMME_TYPES = {"programme": "Service", "group": "Organization"}


def given(thing: Thing) -> Thing:
    """The thing without what is empty; nought and *false* are said."""
    return {name: value for name, value in thing.items() if value or value == 0}


def website(atlas: Atlas, name: str, description: str, url: Url, *, whole: bool) -> Thing:
    """The site; how it is searched where its address is known, for that has to be a whole one."""
    target = {"@type": "EntryPoint", "urlTemplate": url("search/") + "?q={search_term_string}"}
    search = {
        "@type": "SearchAction",
        "target": target,
        "query-input": "required name=search_term_string",
    }
    return given(
        {
            "@type": "WebSite",
            "@id": url(""),
            "url": url(""),
            "name": name,
            "description": description,
            "about": {"@id": url("map/"), "@type": "DefinedTermSet", "name": str(atlas.map.title)},
            "potentialAction": search if whole else None,
        }
    )


def dataset(atlas: Atlas, version: str, url: Url) -> Thing:
    """The published data as one set, with every file."""
    source = atlas.references.get(atlas.map.source)
    return given(
        {
            "@type": "Dataset",
            "@id": url("data/"),
            "url": url("data/"),
            "name": str(atlas.map.title),
            "description": say(
                "{title}: {programmes} programmes placed on a conceptual map with their evidence, "
                "{references} tagged references, and the map as a vocabulary.",
                title=atlas.map.title,
                programmes=len(atlas.programmes),
                references=len(atlas.references),
            ),
            "version": version,
            "license": LICENCE,
            "isAccessibleForFree": True,
            "isBasedOn": source.address if source else "",
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": say(file.title),
                    "description": say(file.holds),
                    "contentUrl": url(f"data/{file.name}"),
                    "encodingFormat": FORMATS[file.format],
                }
                for file in DATA_FILES
            ],
        }
    )


def term_set(atlas: Atlas, url: Url) -> Thing:
    """The map as a set of terms."""
    map_ = atlas.map
    return {
        "@type": "DefinedTermSet",
        "@id": url("map/"),
        "url": url("map/"),
        "name": str(map_.title),
        "license": LICENCE,
        "hasDefinedTerm": [
            *(short_term(f, url) for f in map_.facets),
            *(short_term(q, url) for q in map_.questions),
            *(short_term(o, url) for o in map_.options),
            *(short_term(t, url) for t in map_.trends),
        ],
    }


def short_term(concept: Concept, url: Url) -> Thing:
    """A term by name."""
    return {"@type": "DefinedTerm", "@id": url(address(concept)), "name": str(concept.name)}


def term(concept: Concept, url: Url) -> Thing:
    """A facet, question, option or trend."""
    return short_term(concept, url) | {
        "url": url(address(concept)),
        "description": str(concept.definition.text),
        "termCode": concept.notation,
        "inDefinedTermSet": url("map/"),
    }


def label_term(label: Label, url: Url) -> Thing:
    """A name used for peers, with its other spellings."""
    return given(
        {
            "@type": "DefinedTerm",
            "@id": url(address(label)),
            "url": url(address(label)),
            "name": str(label.name),
            "alternateName": [*label.also, *label.name.translations.values()],
            "description": str(label.definition.text) if label.definition else "",
            "termCode": f"label:{label.id}",
            "inDefinedTermSet": url("labels/"),
        }
    )


def reference_thing(atlas: Atlas, reference: Reference, url: Url) -> Thing:
    """A published work, and the concepts it is about."""
    fields = reference.fields
    tags = (about(tag, atlas) for tag in reference.tags)
    doi = fields.get("doi", "")
    return given(
        {
            "@type": REFERENCE_TYPES.get(reference.type, "CreativeWork"),
            "@id": url(address(reference)),
            "url": fields.get("url", "") or reference.address,
            "name": reference.title,
            "author": [maker(name) for name in reference.authors],
            "editor": [maker(name) for name in reference.editors],
            "datePublished": str(reference.issued) if reference.issued else "",
            "inLanguage": reference.language,
            "isPartOf": container(reference),
            "pagination": fields.get("pages", "") if reference.type in PAGED else "",
            "isbn": fields.get("isbn", "") if reference.type in {"book", "collection"} else "",
            "publisher": publisher(reference),
            "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": doi}
            if doi
            else "",
            "sameAs": f"https://doi.org/{doi}" if doi else "",
            "about": [{"@id": url(at)} for at in dict.fromkeys(tags)],
        }
    )


PAGED = {"article", "incollection", "inproceedings"}


def maker(name: Name) -> Thing:
    """A person, or an organisation."""
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    person = {"@type": "Person", "name": name.full, "familyName": name.short}
    return given(person | {"givenName": name.given})


def publisher(reference: Reference) -> Thing:
    """Who published it, where the entry says."""
    names = (reference.fields.get(n, "") for n in ("publisher", "institution", "school"))
    name = next(filter(None, names), "")
    return {"@type": "Organization", "name": name} if name else {}


def container(reference: Reference) -> Thing:
    """The journal with volume and issue, or the book, in which a work appeared."""
    fields, name = reference.fields, reference.container
    if not name or reference.type not in PAGED:
        return {}
    if reference.type != "article":
        return {"@type": "Book", "name": name}
    found = given({"@type": "Periodical", "name": name, "issn": fields.get("issn", "")})
    if volume := fields.get("volume"):
        found = {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": found}
    if issue := fields.get("number"):
        found = {"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": found}
    return found


def programme_thing(atlas: Atlas, programme: Programme, url: Url) -> Thing:
    """The page of a programme: what the programme is, which concepts it takes, and its sources.
    A movement or a setting is a thing, for schema.org has no closer word.
    """
    kind = PROGRAMME_TYPES.get(programme.kind, "Thing")
    main: Thing = {
        "@type": kind,
        "@id": url(address(programme)) + "#programme",
        "name": str(programme.name),
    }
    if kind != "Thing":
        main["areaServed"] = [
            {"@type": "Place", "name": place_words(place.names)} for place in programme.places
        ]
    if kind == "Service":
        main["audience"] = [
            {"@type": "Audience", "audienceType": str(atlas.communities[id_].name)}
            for id_ in programme.communities
        ]
    return given(
        {
            "@type": "WebPage",
            "@id": url(address(programme)),
            "mainEntity": given(main),
            "about": [{"@id": url(at)} for at in taken(programme)],
            "citation": [{"@id": url(f"references/{key}/")} for key in programme.sources],
            "license": LICENCE,
        }
    )


def taken(programme: Programme) -> Iterator[str]:
    """The addresses of the options a source says it takes, and of its trend and labels."""
    for answer in programme.answers.values():
        for placement in answer.placements:
            if placement.strength != "inferred":
                yield f"questions/{answer.question}/{placement.option}/"
    yield f"trends/{programme.trend}/"
    yield from (f"labels/{id_}/" for id_ in programme.labels)


def breadcrumbs(way: Iterable[tuple[str, str]], url: Url) -> Thing:
    """The way from the home page, as (name, address)."""
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": url(at)}
        for n, (name, at) in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
