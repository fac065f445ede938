"""What a graph is made of: nodes with their statements, before they are written in some syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from peermap.records.text import Text

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ALLOWED = "!#$%&'()*+,/:;=?@[]~"  # in an IRI, beside letters, digits and "-._~"
PLAIN = re.compile(rf"[A-Za-z0-9._\-{re.escape(ALLOWED)}]*")


@dataclass(frozen=True, slots=True)
class Link:
    """Another node: its address from the root of the site, or a whole address of the web."""

    address: str

    @property
    def iri(self) -> str:
        """The address with every sign encoded that an IRI may not have."""
        if PLAIN.fullmatch(self.address):  # as are nearly all
            return self.address
        return quote(self.address, safe=ALLOWED)


@dataclass(frozen=True, slots=True)
class Words:
    """Text, perhaps in a language (a BCP 47 tag), or of a type (``xsd:date``)."""

    text: str
    language: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A class, by its prefixed name: ``skos:Concept``."""

    name: str


Object = Link | Words | Kind
Statement = tuple[str, Object]
"""A property by its prefixed name (``a`` for the class), and its value."""


@dataclass(frozen=True, slots=True)
class Node:
    """Something with an address, and what is said of it. No statement stands twice."""

    link: Link
    statements: tuple[Statement, ...]


def node(address: str, statements: Iterable[Statement]) -> Node:
    """The node at an address; statements without a value are left out, as are repeated ones."""
    given = (s for s in statements if not isinstance(s[1], Words) or s[1].text)
    return Node(Link(address), tuple(dict.fromkeys(given)))


def in_languages(name: str, text: Text) -> Iterator[Statement]:
    """One statement for each language of a text."""
    yield name, Words(str(text), "en")
    for language, words in sorted(text.translations.items()):
        if language != "en":
            yield name, Words(words, language)
