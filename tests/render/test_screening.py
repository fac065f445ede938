"""The flow of works, computed from the log of screening."""

from __future__ import annotations

from peermap.place.atlas import Atlas
from peermap.records.screening import Amount, Round
from peermap.render.pages.screening import flow_stages, reading_days, time_words
from peermap.render.pictures.flow import flow_summary


def test_the_flow_of_the_paper_has_the_numbers_of_the_paper(atlas: Atlas) -> None:
    """Panaite and colleagues, Section 2: 81 selected, 61 read, 33 out and 25 in, 53 in the end."""
    assert atlas.screening is not None
    stages = flow_stages(atlas.screening.by("panaite2024"))
    assert flow_summary(stages) == "81 − 20 → 61 − 33 + 25 → 53"
    assert [stage.label for stage in stages] == ["Selected", "Read in depth", "Final corpus"]
    assert stages[0].why_removed == "13 articles, 7 reports"


def test_the_lists_of_the_papers_are_told_as_the_bibliography_has_them(atlas: Atlas) -> None:
    """The numbers of the lists, the works among them and the difference are those that the field
    ``lists`` of the references gives.
    """
    assert atlas.screening is not None
    told = next(one for one in atlas.screening.log if one.id == "the-two-reference-lists")
    lists = [r.lists for r in atlas.references.values() if r.lists]
    assert told.found.count == sum(map(len, lists))
    assert told.included.count == len(lists)


def test_what_is_not_stated_is_not_reckoned() -> None:
    """After a round of which nobody says how many came in, there is no number to show."""
    first = Round(id="one", name="One", on="2020", included=Amount(total=3))
    second = Round(id="two", name="Two", on="2021")
    third = Round(id="three", name="Three", on="2022", included=Amount(total=2))
    assert flow_summary(flow_stages([first, second, third])) == "3 + 2"
    known = Round(id="three", name="Three", on="2022", corpus=Amount(total=9))
    assert [stage.count for stage in flow_stages([first, second, known])] == [3, 9]


def test_found_and_duplicates_come_before_screening() -> None:
    """A log that says everything is drawn from the first search on."""
    one = Round(id="one", name="One", on="2026-11-22", found=Amount(total=40),
                duplicates=Amount(total=4), screened=Amount(total=36),
                excluded=(Amount(total=30),), included=Amount(total=6))  # fmt: skip
    assert flow_summary(flow_stages([one])) == "40 − 4 → 36 − 30 → 6"


def test_days_of_reading_count_each_work_once(atlas: Atlas) -> None:
    """However many records a work was read for, it counts once a day and depth."""
    days = reading_days(atlas)
    assert days
    full = {r.source for p in atlas.programmes.values() for r in p.read if r.what == "full text"}
    assert max(day.works for day in days if day.depth == "full text") <= len(full) + 3
    assert time_words("2026-11-22") == "22 November 2026"
    assert time_words("2022/2023") == "2022–2023"
    assert time_words("2026-02-30") == "2026-02-30"
