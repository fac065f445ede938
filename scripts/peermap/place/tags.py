"""Tags held against use: a tag says that the synthesis uses this reference for this option."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from peermap.place.known import Known, unknown
from peermap.place.provenance import Uses
from peermap.problems import Mark, Problem
from peermap.records.reference import Reference, Tag


def placed_reference(reference: Reference, known: Known) -> tuple[Reference, list[Problem]]:
    """The reference with the tags that name something, and a problem for each of the others."""
    found = []
    for tag in reference.tags:
        values = values_of(tag.namespace, known)
        if tag.value not in values:
            is_option = tag.namespace in known.options
            kind = "option" if is_option else tag.namespace
            problem = unknown(kind, tag.value, values, tag_mark(reference, tag))
            what = f"option of {tag.namespace}" if is_option else kind
            found.append(replace(problem, says=f"the tag '{tag}' names no {what}"))
    if not found:
        return reference, found
    tags = tuple(tag for tag in reference.tags if tag.value in values_of(tag.namespace, known))
    return replace(reference, tags=tags), found


def values_of(namespace: str, known: Known) -> Collection[str]:
    """What a tag of this namespace may name."""
    if namespace in known.options:
        return known.options[namespace]
    return known.of_kind(namespace)


def keywords_mark(reference: Reference) -> Mark:
    """Where the tags of a reference stand, or would."""
    return reference.field_marks.get("keywords", reference.mark)


def tag_mark(reference: Reference, tag: Tag) -> Mark:
    """Where a tag stands."""
    return reference.field_marks.get(str(tag), keywords_mark(reference))


def tags_without_use(
    references: Mapping[str, Reference], uses: Mapping[str, Uses], known: Known
) -> Iterable[Problem]:
    """A tag of an option without a statement or placement for it. It is only to be asked where
    every use was read: a tag whose use is lost for another fault is a good one.
    """
    for key, reference in references.items():
        for tag in sorted_tags(tagged(reference, known) - used(uses[key], known)):
            says = f"'{key}' is tagged '{tag}', and no statement or placement uses it so"
            way_out = "Take the tag out, or cite the reference there."
            yield Problem(tag_mark(reference, tag), says, way_out, "warning")


def missing_tags(
    references: Mapping[str, Reference], uses: Mapping[str, Uses], known: Known
) -> Iterable[Problem]:
    """A statement or placement for an option whose reference has no tag of it."""
    for key, reference in references.items():
        for tag in sorted_tags(used(uses[key], known) - tagged(reference, known)):
            says = f"'{key}' is used for '{tag}' and lacks the tag"
            way_out = f"Add '{tag}' to its keywords."
            yield Problem(keywords_mark(reference), says, way_out, "warning")


def used(uses: Uses, known: Known) -> set[tuple[str, str]]:
    """The options of the map, each with its question, for which a reference is used."""
    return {(q, o) for q, o in uses.options() if o in known.options[q]}


def tagged(reference: Reference, known: Known) -> set[tuple[str, str]]:
    """The options, each with its question, that the tags of a reference name."""
    return {(t.namespace, t.value) for t in reference.tags if t.namespace in known.options}


def sorted_tags(pairs: Iterable[tuple[str, str]]) -> Iterable[Tag]:
    """Options with their questions as tags, in their order."""
    return (Tag(question, option) for question, option in sorted(pairs))
