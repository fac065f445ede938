"""By what references can be narrowed in the library: their tags, and what each work is."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from peermap.place.atlas import Atlas
from peermap.place.dimensions import Dimension, by_name, of_values
from peermap.place.provenance import Uses
from peermap.place.reference_dimensions import reference_dimensions
from peermap.words import N_, Words, say, spoken

OTHER = "misc"
NO_LIST = ("no-list", N_("In none of them"))
NOT_USED = ("not-used", N_("Not used yet"))
USES = (
    ("statements", N_("In a statement")),
    ("placements", N_("As evidence for a programme")),
    ("events", N_("For an event of a trend")),
    ("labels", N_("For a name of peers")),
    ("definitions", N_("For a definition of the map")),
)


def library_dimensions(atlas: Atlas, types: Words) -> tuple[Dimension, ...]:
    """The dimensions of the references in the order of the atlas. ``types`` are the words for
    types of BibTeX; several types with one word are one value.
    """
    return (*reference_dimensions(atlas), *works(atlas, types))


def works(atlas: Atlas, types: Words) -> Iterator[Dimension]:
    """Type of work, language, the lists that it comes from, and what it is used for."""
    references = atlas.references.values()
    english, other = types.english, types.english[OTHER]
    kinds = [slug(english.get(reference.type, other)) for reference in references]
    words = {slug(w): say(w) for w in english.values() if w != other}
    known = [*by_name(words.items()), (slug(other), say(other))]
    yield of_values("type", say("Type of work"), known, [[kind] for kind in kinds])
    languages = [reference.language for reference in references]
    spoken_of = by_name((code, language_name(code)) for code in set(languages))
    yield of_values("language", say("Language"), spoken_of, [[code] for code in languages])
    lists = [sorted({at.list_key for at in reference.lists}) for reference in references]
    keys = sorted({key for found in lists for key in found})
    of_keys = [(key, list_name(atlas, key)) for key in keys]
    yield of_values("lists", say("Listed in"), of_keys, lists, NO_LIST)
    used = [uses_of(atlas.uses[reference.key]) for reference in references]
    ways = [(id_, say(words)) for id_, words in USES]
    yield of_values("used", say("Used"), ways, used, NOT_USED)


def uses_of(uses: Uses) -> list[str]:
    """The ways in which something rests on a reference."""
    return [name for name, _ in USES if getattr(uses, name)]


def list_name(atlas: Atlas, key: str) -> str:
    """The work whose reference list it is."""
    return atlas.references[key].cited_as if key in atlas.references else key


def language_name(code: str) -> str:
    """The name of a language in the one that is spoken, from CLDR; the code where CLDR has none."""
    base, _, region = code.partition("-")
    name = Locale(spoken()).languages.get(base, base)
    return f"{name} ({region})" if region else str(name)


def slug(name: str) -> str:
    """A name as an id."""
    return name.lower().replace(" ", "-")
