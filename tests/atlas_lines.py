"""An Atlas in a few lines a person can read: what was still read of a project with faults."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.atlas import Atlas
from peermap.records.map import Definition
from peermap.records.programme import Answer, Programme
from peermap.records.prose import Passage, Prose
from peermap.records.reference import Reference
from peermap.records.silo import Label, Silo
from peermap.records.trend import Event


def atlas_lines(atlas: Atlas) -> Iterator[str]:
    """Every record with what it names."""
    yield f"map: {atlas.map.title} [{atlas.map.source}]"
    for question in atlas.map.questions:
        yield f"  {question.facet}/{question.id}: {question.wording} {sources(question.definition)}"
        for option in question.options:
            yield f"    {option.id}: {option.name} {sources(option.definition)}"
    for trend in atlas.map.trends:
        yield f"  trend {trend.id}: {trend.name} {sources(trend.definition)}"
    yield from (reference_line(reference) for reference in atlas.references.values())
    yield from (silo_line(s) for s in (*atlas.communities.values(), *atlas.issues.values()))
    yield from (label_line(label) for label in atlas.labels.values())
    for id_, prose in atlas.questions.items():
        yield f"question {id_}: {prose.summary}"
        yield from prose_lines(prose)
    for trend_ in atlas.trends.values():
        yield f"trend {trend_.id}: {trend_.prose.summary}"
        yield from (event_line(event) for event in trend_.events)
        yield from prose_lines(trend_.prose)
    for programme in atlas.programmes.values():
        yield from programme_lines(programme)
    for key, uses in atlas.uses.items():
        yield f"uses of {key}: {len(uses)}"


def sources(definition: Definition | None) -> str:
    return f"[{', '.join(definition.sources)}]" if definition else "[]"


def reference_line(reference: Reference) -> str:
    makers = " and ".join(name.inverted for name in reference.makers)
    tags = ", ".join(map(str, reference.tags))
    return f"reference {reference.key}: {makers} ({reference.year}) {reference.title} | {tags}"


def silo_line(silo: Silo) -> str:
    return f"{silo.kind} {silo.id}: {silo.name} < {', '.join(silo.broader)}"


def label_line(label: Label) -> str:
    keys = ", ".join(source.source for source in label.sources)
    also = "; ".join((*label.also, *label.same_role, *label.broader))
    return f"label {label.id}: {label.name} ({also}) {sources(label.definition)} named in {keys}"


def prose_lines(prose: Prose) -> Iterator[str]:
    for section in prose.sections:
        if section.heading:
            yield f"  # {section.heading} {{#{section.anchor}}}"
        for sentence in section.sentences:
            yield f"  {'* ' if sentence.is_statement else '- '}" + "".join(
                passage_words(passage) for passage in sentence.passages
            )


def passage_words(passage: Passage) -> str:
    if passage.kind == "cite":
        return f" [{'; '.join(passage.keys)}]"
    return f"<{passage.text}>({passage.target})" if passage.kind == "link" else passage.text


def event_line(event: Event) -> str:
    keys = ", ".join(event.references)
    programme = f" → {event.programme}" if event.programme else ""
    return f"  {event.when.words} ({event.where}): {event.what} [{keys}]{programme}"


def programme_lines(programme: Programme) -> Iterator[str]:
    yield f"programme {programme.id}: {programme.name}"
    yield f"  {programme.summary}"
    years = programme.years.words if programme.years else "no years"
    yield f"  {programme.trend} | {'; '.join(map(str, programme.places))} | {years}"
    ids = (programme.labels, programme.communities, programme.issues)
    yield "  " + " | ".join(", ".join(names) or "none" for names in ids)
    yield from (answer_line(answer) for answer in programme.answers.values())
    for reading in programme.read:
        yield f"  read {reading.source}: {reading.what}, {reading.on}"


def answer_line(answer: Answer) -> str:
    options = (
        f"{p.option} ({'; '.join(f'{e.strength}: {e.source}' for e in p.evidence)})"
        for p in answer.placements
    )
    return f"  {answer.question}: {answer.state} {', '.join(options)}".rstrip()
