"""By what references can be narrowed in the library: their tags, and what each work is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel import Locale

from peermap.place.atlas import Atlas
from peermap.place.dimensions import Dimension, of_values
from peermap.place.provenance import Uses
from peermap.place.reference_dimensions import reference_dimensions

OTHER = "Other work"
NO_LIST = ("no-list", "In none of them")
NOT_USED = ("not-used", "Not used yet")
USES = (
    ("statements", "In a statement"),
    ("placements", "As evidence for a programme"),
    ("events", "For an event of a trend"),
    ("labels", "For a name of peers"),
    ("definitions", "For a definition of the map"),
)


def library_dimensions(atlas: Atlas, types: Mapping[str, str]) -> tuple[Dimension, ...]:
    """The dimensions of the references in the order of the atlas. ``types`` are the words for
    types of BibTeX; several types with one word are one value.
    """
    return (*reference_dimensions(atlas), *works(atlas, types))


def works(atlas: Atlas, types: Mapping[str, str]) -> Iterator[Dimension]:
    """Type of work, language, the lists that it comes from, and what it is used for."""
    references = atlas.references.values()
    names = [types.get(reference.type, OTHER) for reference in references]
    known = [(slug(name), name) for name in sorted({*types.values(), OTHER} - {OTHER})]
    yield of_values(
        "type", "Type of work", [*known, (slug(OTHER), OTHER)], [[slug(n)] for n in names]
    )
    languages = [reference.language for reference in references]
    named = sorted((language_name(code), code) for code in set(languages))
    yield of_values(
        "language", "Language", [(code, name) for name, code in named], [[c] for c in languages]
    )
    lists = [sorted({at.list_key for at in reference.lists}) for reference in references]
    keys = sorted({key for found in lists for key in found})
    yield of_values("lists", "Listed in", [(k, list_name(atlas, k)) for k in keys], lists, NO_LIST)
    used = [uses_of(atlas.uses[reference.key]) for reference in references]
    yield of_values("used", "Used", USES, used, NOT_USED)


def uses_of(uses: Uses) -> list[str]:
    """The ways in which something rests on a reference."""
    return [name for name, _ in USES if getattr(uses, name)]


def list_name(atlas: Atlas, key: str) -> str:
    """The work whose reference list it is."""
    return atlas.references[key].cited_as if key in atlas.references else key


def language_name(code: str) -> str:
    """The name of a language in English, from CLDR; the code where CLDR has none."""
    base, _, region = code.partition("-")
    name = Locale("en").languages.get(base, base)
    return f"{name} ({region})" if region else str(name)


def slug(name: str) -> str:
    """A name as an id."""
    return name.lower().replace(" ", "-")
