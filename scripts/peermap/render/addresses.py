"""Every address of the site (DESIGN §6), from its root and without the leading slash."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import singledispatch

from peermap.records.map import Facet, Option, Question, Retired, TrendKind
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.records.silo import Label, Silo
from peermap.records.trend import Event, Trend
from peermap.words import ENGLISH, spoken

Url = Callable[[object], str]
HAS_WORDS = re.compile(
    r"data/((reference-)?facets|summaries|library(-values|-rows)?)\.json"
    r"|assets/(words\.js|search/synonyms\.json)"
    r"|feeds/.*\.xml|programmes/[^/]*/record\.json"
)
"""Files that pages read, or readers, in their own language."""
LIST_SIZE = 100  # records on one page of a list
REFERENCES_SIZE = 40  # references on one: each bears its metadata for reference managers


@singledispatch
def address(thing: object) -> str:
    """The address of a record; a text is an address already."""
    raise TypeError(f"no address for {type(thing).__name__}")


@address.register
def _(thing: str) -> str:
    return thing


@address.register
def _(thing: Reference) -> str:
    return f"references/{thing.key}/"


@address.register
def _(thing: Programme) -> str:
    return f"programmes/{thing.id}/"


@address.register
def _(thing: Label) -> str:
    return f"labels/{thing.id}/"


@address.register
def _(thing: Silo) -> str:
    return f"silos/#{thing.kind}-{thing.id}"


@address.register
def _(thing: Facet) -> str:
    return f"map/#{thing.id}"


@address.register
def _(thing: Question) -> str:
    return f"questions/{thing.id}/"


@address.register
def _(thing: Option) -> str:
    return f"questions/{thing.question}/{thing.id}/"


@address.register(TrendKind)
@address.register(Trend)
def _(thing: TrendKind | Trend) -> str:
    return f"trends/{thing.id}/"


@address.register
def _(thing: Event) -> str:
    return f"trends/{thing.trend}/#{thing.anchor}"


@address.register
def _(thing: Retired) -> str:
    first, colon, second = thing.was.partition(":")
    if first in ("label", "trend") and colon:
        return f"{first}s/{second}/"
    return f"questions/{first}/{second}/" if colon else f"questions/{first}/"


def narrowed(*filters: tuple[str, str], of: str = "programmes") -> str:
    """The list of programmes or of references narrowed to some values, each given as (dimension,
    value).
    """
    return f"{of}/?" + "&".join(f"{dimension}={value}" for dimension, value in filters)


def compared(*programmes: Programme) -> str:
    """The page that holds some programmes side by side."""
    return "compare/?p=" + ",".join(programme.id for programme in programmes)


def list_page(folder: str, number: int) -> str:
    """Page ``number`` (from 1) of a list of records: ``references/``, ``references/page-2/``."""
    return f"{folder}/" if number == 1 else f"{folder}/page-{number}/"


def further_page(record: object, number: int) -> str:
    """Page ``number`` (from 1) of a record. No id ends in ``--2``, for ids have single hyphens."""
    at = address(record)
    return at if number == 1 else f"{at.removesuffix('/')}--{number}/"


def language_folder() -> str:
    """The folder of all pages in the language that is spoken: none for English, else ``fr/``."""
    return "" if spoken() == ENGLISH else f"{spoken()}/"


def standing(at: str) -> str:
    """Where an address stands, from the root of the whole site: a page, and what has words for
    readers, in the folder of its language; files that are the same in all languages only once.
    """
    return at if is_shared(at) else language_folder() + at


def is_shared(at: str) -> bool:
    """Whether an address is that of a file which stands once for all languages."""
    if "." not in at:
        return False
    path = at.partition("#")[0].partition("?")[0]
    return "." in path.rpartition("/")[2] and not HAS_WORDS.fullmatch(path)


def rooted(site_url: str) -> str:
    """The address of a site with its last slash; empty stays empty."""
    return site_url.rstrip("/") + "/" if site_url else ""


def url_from(page: str) -> Url:
    """A function from things to relative links, as seen from the page at that address."""
    here, folder = standing(page).split("/")[:-1], language_folder()
    near, up = "/".join(here[:1]) + "/", "../" * len(here)

    def url(thing: object) -> str:
        at = thing if isinstance(thing, str) else address(thing)
        target, hash_, anchor = at.partition("#")
        if target == page and hash_:
            return f"#{anchor}"
        whole = target if is_shared(target) else folder + target
        if here and not whole.startswith(near):  # as are nearly all
            return up + whole + hash_ + anchor
        return relative(whole, here) + hash_ + anchor

    return url


def relative(target: str, here: list[str]) -> str:
    """The way from a folder, given as its parts, to an address of the site."""
    *folders, name = target.split("/")
    shared = 0
    for ours, theirs in zip(here, folders, strict=False):
        if ours != theirs:
            break
        shared += 1
    up = "../" * (len(here) - shared)
    return (up + "".join(f"{folder}/" for folder in folders[shared:]) + name) or "./"
