"""What of the records is said in a language, and what is in English only, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from peermap.load.only_in_english import lacking
from peermap.place.atlas import Atlas
from peermap.problems import Mark
from peermap.records.prose import NOWHERE, Prose
from peermap.records.reference import Reference
from peermap.records.text import Text
from peermap.words import N_

NAMES = frozenset({"name", "also"})  # of programmes and labels: as sources have them
LOCATORS = frozenset({"where"})  # the place in a source
MAP = Mark("synthesis/map.yml")
METHOD, SCREENING = Mark("synthesis/method.yml"), Mark("synthesis/screening.yml")


@dataclass(frozen=True, slots=True)
class Passage:
    """Something that can be said in several languages: the field that has it, and where that is.
    ``languages`` are those in which it is said.
    """

    field: str
    mark: Mark
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Share:
    """How many ``of`` the passages of a kind are ``said`` in a language."""

    kind: str
    said: int
    of: int


KINDS: Mapping[str, Callable[[Atlas], Iterator[Passage]]] = {
    N_("The map"): lambda atlas: passages(atlas.map, MAP),
    N_("Questions"): lambda atlas: passages(atlas.questions),
    N_("Trends and their events"): lambda atlas: passages(atlas.trends),
    N_("Labels"): lambda atlas: passages(atlas.labels, left_out=NAMES | LOCATORS),
    N_("Communities and issues"): lambda atlas: passages((atlas.communities, atlas.issues)),
    N_("Method"): lambda atlas: of_method(atlas),
    N_("Summaries of programmes"): lambda atlas: of_programmes(atlas, "summary"),
    N_("Notes of programmes"): lambda atlas: of_programmes(atlas, "notes"),
    N_("What sources say of programmes"): lambda atlas: of_programmes(atlas, "answers"),
}


def shares(atlas: Atlas) -> dict[str, list[Share]]:
    """For each language beside English in which something is said, sorted, how much of each kind
    is; kinds that the project does not have are left out.
    """
    kinds = {kind: Counter(p.languages for p in of(atlas)) for kind, of in KINDS.items()}
    known = {language for said in kinds.values() for languages in said for language in languages}
    return {
        language: [share(kind, said, language) for kind, said in kinds.items() if said]
        for language in sorted(known - {"en"})
    }


def share(kind: str, said: Counter[frozenset[str]], language: str) -> Share:
    """How much of a kind is said in a language, of passages counted by their languages."""
    number = sum(number for languages, number in said.items() if language in languages)
    return Share(kind, number, said.total())


def only_english(atlas: Atlas, language: str) -> Iterator[Passage]:
    """What is not said in a language, in the order of the kinds."""
    for passages_of in KINDS.values():
        yield from (each for each in passages_of(atlas) if language not in each.languages)


def of_programmes(atlas: Atlas, field: str) -> Iterator[Passage]:
    """The passages of one field of all programmes."""
    for programme in atlas.programmes.values():
        value = getattr(programme, field)
        yield from passages(value, programme.mark, field, left_out=LOCATORS)


def of_method(atlas: Atlas) -> Iterator[Passage]:
    """How the synthesis was made, its log and its coding guide."""
    yield from passages(atlas.method, METHOD, left_out=LOCATORS)
    yield from passages(atlas.screening, SCREENING, left_out=LOCATORS)
    yield from passages(atlas.guide)


def passages(
    value: Any, mark: Mark = NOWHERE, field: str = "", *, left_out: frozenset[str] = frozenset()
) -> Iterator[Passage]:
    """Every text in a value that is not empty, and every page of prose."""
    if isinstance(value, Text):
        if value:
            yield Passage(field, mark, frozenset({value.language, *value.translations}))
    elif isinstance(value, str | Reference | Mark):
        return
    elif isinstance(value, Prose):
        yield from passages(value.summary, value.mark, "summary")
        yield Passage("page", value.mark, frozenset({"en", *value.translations}))
        yield from sections_behind(value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from passages(inner, mark, field, left_out=left_out)
    elif isinstance(value, tuple):
        for inner in value:
            yield from passages(inner, mark, field, left_out=left_out)
    else:
        yield from of_record(value, mark, left_out)


def sections_behind(prose: Prose) -> Iterator[Passage]:
    """Sections of which a page in another language lacks something; the others are not counted, for
    they are part of their page.
    """
    for section in prose.sections:
        lacks = {
            language
            for language, other in prose.translations.items()
            if not (same := other.section(section.anchor)) or lacking(section, same)
        }
        if lacks:
            languages = frozenset({"en", *prose.translations} - lacks)
            yield Passage("section", section.mark, languages)


def of_record(value: Any, mark: Mark, left_out: frozenset[str]) -> Iterator[Passage]:
    """The texts in the fields of a record, at its own place."""
    here = getattr(value, "mark", mark)
    for name in field_names(value.__class__):
        if name not in left_out:
            yield from passages(getattr(value, name), here, name, left_out=left_out)


@cache
def field_names(kind: type) -> tuple[str, ...]:
    """The fields of a kind of record; none of what is no record."""
    if issubclass(kind, BaseModel):
        return tuple(kind.model_fields)
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
