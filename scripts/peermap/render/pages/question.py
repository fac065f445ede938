"""The page of a question, and the page of each of its options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peermap.load.characters import without_accents
from peermap.place.atlas import Atlas
from peermap.place.spread import standings
from peermap.records.map import Facet, Option, Question
from peermap.records.programme import STRENGTHS, Evidence, Programme, Strength
from peermap.records.prose import Section
from peermap.records.reference import Reference
from peermap.render.addresses import address, narrowed, url_from
from peermap.render.formats.coins import coins
from peermap.render.html import html
from peermap.render.links import link_from
from peermap.render.pages.citing import bibliography_part
from peermap.render.pages.engine import EnginePage, engine_page, heading
from peermap.render.pages.facts import card
from peermap.render.pages.programme_evidence import not_translated
from peermap.render.pages.record import shortened
from peermap.words import N_, many, say

MOST_PROGRAMMES = 60
MOST_SOURCES = 150
STRENGTH_HEADINGS: dict[Strength, str] = {
    "stated": N_("Programmes of which a source states it"),
    "general": N_("Programmes of whose kind a source says it"),
    "inferred": N_("Programmes for which it is our reading"),
}


def question_pages(atlas: Atlas) -> Iterator[EnginePage]:
    """For every question its page and its options' pages."""
    for facet in atlas.map.facets:
        for question in facet.questions:
            if question.id in atlas.questions:
                yield question_page(atlas, facet, question)
            for option in question.options:
                yield option_page(atlas, facet, question, option)


def question_page(atlas: Atlas, facet: Facet, question: Question) -> EnginePage:
    """The question in its exact wording, its prose, and the way to each option."""
    at, prose = address(question), atlas.questions[question.id]
    parts = [
        html("question_head.html", at, atlas=atlas, facet=facet, question=question, prose=prose)
    ]
    parts += [prose_part(atlas, facet, question, section, at) for section in prose.sections]
    parts.append(sources_part(atlas, question_references(atlas, question), at))
    return engine_page(
        at,
        question.name,
        prose.summary,
        "\n".join(parts),
        hide=("navigation",),
        source=prose.mark.path,
    )


def prose_part(atlas: Atlas, facet: Facet, question: Question, section: Section, at: str) -> str:
    """One section; that of an option leads on to the option's page."""
    option = next((o for o in question.options if o.id == section.anchor), None)
    head = heading(section.heading, section.anchor, facet=facet.id) if section.heading else ""
    onward = onward_words(atlas, option) if option else ""
    body = blocks(atlas, section, at, anchored=True)
    link = html("onward.html", at, thing=option, words=onward) if option else ""
    return "\n".join([head, body, link])


def onward_words(atlas: Atlas, option: Option) -> str:
    """How many programmes take an option on a source, as the words of a link."""
    return many(
        standings(option, atlas.programmes.values())["takes"],
        "{option}: {n} programme and the sources",
        "{option}: {n} programmes and the sources",
        option=option.name,
    )


def option_page(atlas: Atlas, facet: Facet, question: Question, option: Option) -> EnginePage:
    """The option's definition and prose, its programmes by strength of evidence, its references."""
    at = address(option)
    prose = atlas.questions.get(question.id)
    section = prose.section(option.id) if prose else None
    parts = [
        html("option_head.html", at, atlas=atlas, facet=facet, question=question, option=option)
    ]
    if section:
        parts += [
            heading(say("What is known"), "known"),
            blocks(atlas, section, at, anchored=False),
        ]
    parts += programme_parts(atlas, option, at)
    parts.append(states_part(atlas, option, at))
    listed = narrowed((option.question, option.id), of="references")
    parts.append(sources_part(atlas, option_references(atlas, option), at, listed))
    source = prose.mark.path if prose else option.mark.path
    description = shortened(option.definition.text)
    return engine_page(
        at, option.name, description, "\n".join(parts), hide=("navigation",), source=source
    )


def programme_parts(atlas: Atlas, option: Option, at: str) -> Iterator[str]:
    """Lists of programmes that take the option, strongest evidence first, each cut after sixty with
    a way to the finder.
    """
    found = takers(atlas, option)
    if not_translated(evidence for _, evidence in found):
        yield html("not_translated.html", at)
    for strength in STRENGTHS:
        taking = [(programme, e) for programme, e in found if e.strength == strength]
        if taking:
            yield heading(f"{say(STRENGTH_HEADINGS[strength])} ({len(taking)})", strength)
            cards = [card(atlas, programme, e) for programme, e in taking[:MOST_PROGRAMMES]]
            yield html("option_programmes.html", at, atlas=atlas, cards=cards)
        if words := more_words(len(taking)):
            yield html("onward.html", at, thing=narrowed((option.question, option.id)), words=words)


def more_words(number: int) -> str:
    """What is said behind a list of sixty programmes of so many; nothing where none is left out."""
    more = number - MOST_PROGRAMMES
    return say("… and {n} more, in the list of programmes.", n=more) if more > 0 else ""


def takers(atlas: Atlas, option: Option) -> list[tuple[Programme, Evidence]]:
    """Programmes placed on the option, also in our reading only, each with the strongest piece of
    its evidence.
    """
    found = []
    for programme in atlas.programmes.values():
        for placement in programme.answers[option.question].placements:
            if placement.option == option.id:
                strongest = min(placement.evidence, key=lambda e: STRENGTHS.index(e.strength))
                found.append((programme, strongest))
    return found


def states_part(atlas: Atlas, option: Option, at: str) -> str:
    """How many programmes take the option or another, on a source or in our reading only, and of
    how many it is not known.
    """
    counts = standings(option, atlas.programmes.values())
    return html("option_states.html", at, counts=counts, total=len(atlas.programmes))


def is_tagged(reference: Reference, option: Option) -> bool:
    """Whether the bibliography tags the reference with this option."""
    return any((t.namespace, t.value) == (option.question, option.id) for t in reference.tags)


def option_references(atlas: Atlas, option: Option) -> list[Reference]:
    """The references the bibliography tags with the option, by author and year."""
    return by_author(r for r in atlas.references.values() if r.tags and is_tagged(r, option))


def question_references(atlas: Atlas, question: Question) -> list[Reference]:
    """The references the page of a question cites, by author and year; none without a page."""
    if question.id not in atlas.questions:
        return []
    sections = atlas.questions[question.id].sections
    keys = {key for s in sections for sentence in s.sentences for key in sentence.references}
    return by_author(atlas.references[key] for key in keys)


def by_author(references: Iterable[Reference]) -> list[Reference]:
    """References in the order of a printed list, where *Émond* stands among the E."""
    return sorted(
        references, key=lambda r: (without_accents(r.short_author.casefold()), r.year, r.key)
    )


def sources_part(atlas: Atlas, ordered: Sequence[Reference], at: str, listed: str = "") -> str:
    """The list of sources at the end of a page, with the files that hold them, and the same as a
    bibliography. Where all are ``listed`` elsewhere, both end after some, with a way there.
    """
    if not ordered:
        return ""
    shown = ordered[:MOST_SOURCES] if listed else ordered
    more = len(ordered) - len(shown)
    words = say("… and {n} more, in the list of references.", n=more) if more else ""
    sources = html(
        "sources.html", at, references=shown, coins=coins(shown), listed=listed, words=words
    )
    bibliography = bibliography_part(atlas, shown, at)
    return "\n".join([heading(say("Sources"), "sources"), sources, bibliography])


def blocks(atlas: Atlas, section: Section, at: str, *, anchored: bool) -> str:
    """The paragraphs and lists of a section as HTML; statements have anchors on one page only."""
    link = link_from(atlas, url_from(at))
    return html("blocks.html", at, atlas=atlas, section=section, link=link, anchored=anchored)
