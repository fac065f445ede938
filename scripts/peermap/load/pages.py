"""``synthesis/questions/*.md`` and ``synthesis/trends/*.md`` → prose and events.

A page is about what its file's name says, also when its front matter cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from peermap.load.named import all_named, named_at
from peermap.load.only_in_english import cited
from peermap.load.overlays import NO_OVERLAYS, Overlays, joined
from peermap.load.periods import PERIOD_FORMS, read_period, shown_period
from peermap.load.prose import Page, read_page
from peermap.load.shaped import shaped
from peermap.load.shapes import EventShape, GuideShape, QuestionPageShape, Shape, TrendShape
from peermap.load.yaml_tree import Tree
from peermap.problems import Mark, Problem, counted, shown
from peermap.records.prose import Prose, Section
from peermap.records.text import Text
from peermap.records.trend import Event, Trend

Front = TypeVar("Front", bound=Shape)


def read_question_page(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[tuple[str, Prose], list[Problem]]:
    """The id of the question a page is about, and its prose."""
    page, others, misfits = read_pages(path, text, QuestionPageShape, overlays)
    front, tree, found = front_of(page, QuestionPageShape, Tree(path, {}))
    if page.front:
        found += front_problems(path, tree, "question", front.question, front.summary)
    prose = prose_of(path, page, front.summary, others)
    return (page_id(path), prose), [*found, *misfits]


def read_trend(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[Trend, list[Problem]]:
    """A trend with its events in the order of time."""
    page, others, misfits = read_pages(path, text, TrendShape, overlays)
    front, tree, found = front_of(page, TrendShape, Tree(path, {}))
    if page.front:
        found += front_problems(path, tree, "trend", front.trend, front.summary)
    events = []
    for index, event in enumerate(front.events):
        read, problems = event_of(event, page_id(path), index, tree)
        found += problems
        events += [read] if read else []
    ordered = sorted(events, key=lambda e: (e.when.first, e.when.last or 9999, e.mark))
    prose = prose_of(path, page, front.summary, others)
    return Trend(page_id(path), tuple(ordered), prose, prose.mark), [*found, *misfits]


def read_guide(
    path: str, text: str, overlays: Overlays = NO_OVERLAYS
) -> tuple[Prose | None, list[Problem]]:
    """The coding guide: title and summary in front, then prose."""
    page, others, misfits = read_pages(path, text, GuideShape, overlays)
    found = [*page.problems, *misfits]
    if page.front is None:
        return None, found
    shape, _, faults = shaped(GuideShape, page.front)
    found += faults
    return (prose_of(path, page, shape.summary, others) if shape else None), found


def read_pages(
    path: str, text: str, shape: type[Shape], overlays: Overlays
) -> tuple[Page, dict[str, Page], list[Problem]]:
    """The English page with the words of every language in its front matter, the pages of the other
    languages, and what does not fit together.
    """
    page, others = read_page(path, text), {}
    found: list[Problem] = []
    for language, (file, words) in sorted(overlays.items()):
        other = read_page(file, words)
        found += other.problems
        if page.front and other.front:
            front, misfits = joined(shape, page.front, other.front, language)
            page = replace(page, front=front)
            found += misfits
        others[language] = other
        if not (page.problems or other.problems):  # else its sections may not be those meant
            found += differences(page, other)
    return page, others, found


def differences(page: Page, other: Page) -> Iterator[Problem]:
    """What a page in another language has and the English one has not: sections, and works on which
    its claims rest. What it lacks is no fault: that is shown in English.
    """
    ours = {section.anchor: section for section in page.sections}
    for section in other.sections:
        if section.anchor not in ours:
            says = f"the English page has no section {shown(section.anchor)}"
            yield Problem(section.mark, says, "Give its heading the anchor that it has in English.")
        else:
            yield from other_works(ours[section.anchor], section)


def other_works(english: Section, section: Section) -> Iterator[Problem]:
    """Works that a section cites more often than the English one."""
    ours, theirs = cited(english), cited(section)
    for key in sorted((theirs - ours).keys()):
        times, often = counted(theirs[key], "time"), counted(ours[key], "time")
        says = f"{shown(key)} is cited {times}, and in the English section {often}"
        way_out = "The same claims rest on the same works in every language."
        yield Problem(section.mark, says, way_out, "warning")


def front_of(page: Page, shape: type[Front], empty: Tree) -> tuple[Front, Tree, list[Problem]]:
    """The page's front matter, empty where it cannot be read; and every problem of the page."""
    front, tree, faults = shaped(shape, page.front or empty)
    return front or shape(), tree, [*page.problems, *faults]


def page_id(path: str) -> str:
    """The id of the question or trend that a page is about."""
    return path.rpartition("/")[2].removesuffix(".md")


def front_problems(path: str, tree: Tree, name: str, given: str, summary: str) -> Iterator[Problem]:
    """An id in the front matter that is not the file's name, and what is missing."""
    id_ = page_id(path)
    if not given:
        yield Problem(tree.key_mark((name,)), f"'{name}' is missing", f"Write '{name}: {id_}'.")
    elif given != id_:
        says = f"'{name}' is {shown(given)}, and the file is {id_}.md"
        way_out = f"Write '{name}: {id_}', or rename the file; it is read by its name."
        yield Problem(tree.mark((name,)), says, way_out)
    if not summary:
        way_out = "One plain sentence: it stands under the title and in search results."
        yield Problem(tree.key_mark(("summary",)), "'summary' is missing", way_out)


def event_of(
    shape: EventShape, trend: str, index: int, tree: Tree
) -> tuple[Event | None, list[Problem]]:
    """One dated event; one whose date cannot be read is a problem."""
    at = ("events", index)
    when = read_period(shape.when)
    if when is None:
        mark = tree.mark((*at, "when"))
        return None, [Problem(mark, f"'when' is {shown_period(shape.when)}", PERIOD_FORMS)]
    event = Event(
        trend=trend,
        when=when,
        what=shape.what,
        where=shape.where,
        references=all_named(shape.refs, tree, (*at, "refs")),
        programme=named_at(shape.programme, tree, (*at, "programme")),
        note=shape.note,
        anchor=f"event-{index + 1}",
        mark=tree.mark(at),
    )
    return event, []


def prose_of(path: str, page: Page, summary: Text, others: Mapping[str, Page]) -> Prose:
    """The page's prose, with a mark at its first line, and that of the other languages."""
    mark = page.front.mark(()) if page.front else Mark(path, 1)
    translations = {
        language: Prose(summary, other.sections, other.front.mark(()) if other.front else mark)
        for language, other in others.items()
    }
    return Prose(summary, page.sections, mark, translations)
