"""``synthesis/questions/*.md`` and ``synthesis/trends/*.md`` → prose and events.

A page is about what its file's name says, also when its front matter cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from peermap.load.named import all_named, named_at
from peermap.load.periods import PERIOD_FORMS, read_period
from peermap.load.prose import Page, read_page
from peermap.load.shaped import shaped
from peermap.load.shapes import EventShape, GuideShape, QuestionPageShape, Shape, TrendShape
from peermap.load.yaml_tree import Tree
from peermap.problems import Mark, Problem, shown
from peermap.records.prose import Prose
from peermap.records.trend import Event, Trend

Front = TypeVar("Front", bound=Shape)


def read_question_page(path: str, text: str) -> tuple[tuple[str, Prose], list[Problem]]:
    """The id of the question a page is about, and its prose."""
    page = read_page(path, text)
    front, tree, found = front_of(page, QuestionPageShape, Tree(path, {}))
    if page.front:
        found += front_problems(path, tree, "question", front.question, front.summary)
    return (page_id(path), prose_of(path, page, front.summary)), found


def read_trend(path: str, text: str) -> tuple[Trend, list[Problem]]:
    """A trend with its events in the order of time."""
    page = read_page(path, text)
    front, tree, found = front_of(page, TrendShape, Tree(path, {}))
    if page.front:
        found += front_problems(path, tree, "trend", front.trend, front.summary)
    events = []
    for index, event in enumerate(front.events):
        read, problems = event_of(event, page_id(path), index, tree)
        found += problems
        events += [read] if read else []
    ordered = sorted(events, key=lambda e: (e.when.first, e.when.last or 9999, e.mark))
    prose = prose_of(path, page, front.summary)
    return Trend(page_id(path), tuple(ordered), prose, prose.mark), found


def read_guide(path: str, text: str) -> tuple[Prose | None, list[Problem]]:
    """The coding guide: title and summary in front, then prose."""
    page = read_page(path, text)
    found = list(page.problems)
    if page.front is None:
        return None, found
    shape, _, faults = shaped(GuideShape, page.front)
    found += faults
    return (prose_of(path, page, shape.summary) if shape else None), found


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
        return None, [Problem(mark, f"'when' is {shown(shape.when)}", PERIOD_FORMS)]
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


def prose_of(path: str, page: Page, summary: str) -> Prose:
    """The page's prose, with a mark at its first line."""
    mark = page.front.mark(()) if page.front else Mark(path, 1)
    return Prose(summary, page.sections, mark)
