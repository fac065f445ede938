"""``synthesis/questions/*.md`` and ``synthesis/trends/*.md`` → prose and events."""

from __future__ import annotations

from peermap.load.periods import read_period
from peermap.load.prose import Page, read_page
from peermap.load.shaped import shaped
from peermap.load.shapes import EventShape, QuestionPageShape, TrendShape
from peermap.load.yaml_tree import Tree
from peermap.problems import Mark, Problem, shown
from peermap.records.prose import Prose
from peermap.records.trend import Event, Trend

PERIOD_FORMS = "Write 1935, 1845/1863, 1920/.., 1970s, late 19th century, early 2000s."


def read_question_page(path: str, text: str) -> tuple[tuple[str, Prose] | None, list[Problem]]:
    """The id of the question a page is about, and its prose."""
    page = read_page(path, text)
    found = list(page.problems)
    if page.front is None:
        return None, found
    shape, _, faults = shaped(QuestionPageShape, page.front)
    found += faults
    if shape is None:
        return None, found
    return (shape.question, prose_of(page, shape.summary)), found


def read_trend(path: str, text: str) -> tuple[Trend | None, list[Problem]]:
    """A trend with its events in the order of time."""
    page = read_page(path, text)
    found = list(page.problems)
    if page.front is None:
        return None, found
    shape, tree, faults = shaped(TrendShape, page.front)
    found += faults
    if shape is None:
        return None, found
    events = []
    for index, event in enumerate(shape.events):
        read, problems = event_of(event, shape.trend, index, tree)
        found += problems
        events += [read] if read else []
    ordered = sorted(events, key=lambda e: (e.when.first, e.when.last or 9999, e.mark))
    return Trend(
        shape.trend, tuple(ordered), prose_of(page, shape.summary), page.front.mark(())
    ), found


def event_of(
    shape: EventShape, trend: str, index: int, tree: Tree
) -> tuple[Event | None, list[Problem]]:
    """One dated event; one whose date cannot be read is a problem."""
    mark = tree.mark(("events", index))
    when = read_period(shape.when)
    if when is None:
        at = tree.mark(("events", index, "when"))
        return None, [Problem(at, f"when is {shown(shape.when)}", PERIOD_FORMS)]
    anchor = f"event-{index + 1}"
    event = Event(
        trend=trend,
        when=when,
        what=shape.what,
        where=shape.where,
        references=shape.refs,
        programme=shape.programme,
        note=shape.note,
        anchor=anchor,
        mark=mark,
    )
    return event, []


def prose_of(page: Page, summary: str) -> Prose:
    """The page's prose, with a mark at its first line."""
    mark = page.front.mark(()) if page.front else Mark("")
    return Prose(summary, page.sections, mark)
