"""A programme asked for on a terminal, question by question. An empty answer leaves a thing out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peermap.drafts.draft import Draft, Piece, one_line
from peermap.load.periods import PERIOD_FORMS, is_backwards, read_period
from peermap.load.regions import regions
from peermap.place.atlas import Atlas
from peermap.problems import did_you_mean, shown
from peermap.records.day import is_day
from peermap.records.map import Question
from peermap.records.programme import STRENGTHS
from peermap.render.words import KIND_WORDS

Check = Callable[[str], str]  # what is wrong with an answer; empty where nothing is
MOST_WORKS = 8  # shown where words stand in many
DEPTHS = {"full text": "all of it", "abstract": "the abstract only", "title": "the title only"}


@dataclass(frozen=True, slots=True)
class Asking:
    """Where questions go and answers come from: a terminal, or a test. ``ask`` raises EOFError
    when nobody answers any more.
    """

    ask: Callable[[str], str]
    say: Callable[[str], None]

    def until(self, words: str, check: Check) -> str:
        """The first answer with which nothing is wrong."""
        while True:
            given = one_line(self.ask(f"{words}: "))
            fault = check(given)
            if not fault:
                return given
            self.say(f"  {fault}")

    def needed(self, words: str) -> str:
        """Text that a record cannot do without."""
        return self.until(words, lambda given: "" if given else "A record cannot do without it.")

    def one_of(self, words: str, names: Mapping[str, str], otherwise: str = "") -> str:
        """One id of a list, by number, id or name."""
        self.offer(names)
        given = self.until(words, lambda g: self.fault_of(g or otherwise, names))
        return self.meant(given or otherwise, names)

    def some_of(self, words: str, names: Mapping[str, str]) -> tuple[str, ...]:
        """Ids out of a list, separated by commas; *?* shows the list."""

        def fault(given: str) -> str:
            if given == "?":
                self.offer(names)
                return "Numbers, ids or names, with commas between them."
            return " ".join(filter(None, (self.fault_of(part, names) for part in listed(given))))

        parts = self.until(words, fault)
        return tuple(dict.fromkeys(self.meant(part, names) for part in listed(parts)))

    def offer(self, names: Mapping[str, str]) -> None:
        """The list, numbered."""
        for number, (id_, name) in enumerate(names.items(), 1):
            self.say(f"  {number} {name} ({id_})" if name != id_ else f"  {number} {name}")

    def meant(self, given: str, names: Mapping[str, str]) -> str:
        """The id that an answer means, or nothing."""
        ids = list(names)
        if given.isascii() and given.isdigit() and 0 < int(given[:6]) <= len(ids):
            return ids[int(given[:6]) - 1]
        bare = given.casefold()
        return next((i for i, name in names.items() if bare in (i, str(name).casefold())), "")

    def fault_of(self, given: str, names: Mapping[str, str]) -> str:
        """Why an answer means nothing in the list."""
        if self.meant(given, names):
            return ""
        return f"{shown(given)} is not in the list. {did_you_mean(given, names)}".strip()


def asked_programme(asking: Asking, atlas: Atlas, today: str) -> Draft:
    """Every question of a record, in order."""
    name = asking.needed("Name, as the works call it")
    kind = asking.one_of("What is it? [1]", KIND_WORDS, "programme")
    trends = {trend.id: str(trend.name) for trend in atlas.map.trends}
    trend = asking.one_of("To which history does it belong?", trends)
    labels = {label.id: str(label.name) for label in atlas.labels.values()}
    asking.say(
        "Labels, communities and issues are given by ids or names, with commas; ? lists them."
    )
    read = asked_readings(asking, atlas, today)
    return Draft(
        name=name,
        kind=kind,
        trend=trend,
        labels=asking.some_of("What are its peers called?", labels),
        places=tuple(listed(asking.until("Place, as in 'Montréal, Canada'", place_fault))),
        years=asking.until("Years, as in 2016/..", years_fault),
        communities=asking.some_of(
            "Whom does it serve?", {s.id: str(s.name) for s in atlas.communities.values()}
        ),
        issues=asking.some_of(
            "What is it about?", {s.id: str(s.name) for s in atlas.issues.values()}
        ),
        summary=asking.needed("Summary, two or three plain sentences in your own words"),
        answers=asked_answers(asking, atlas, [key for key, what, _ in read if what != "title"]),
        read=read,
        notes=asking.until("Notes (doubts, contradictions)", lambda given: ""),
    )


def asked_readings(asking: Asking, atlas: Atlas, today: str) -> tuple[tuple[str, str, str], ...]:
    """What was read: at least one work of the bibliography."""
    found: dict[str, tuple[str, str, str]] = {}
    names = {key: key for key in atlas.references}

    def fault(given: str) -> str:
        if given in names or (not given and found):
            return ""
        if not given:
            return "At least one work is needed."
        guess = works_like(given, atlas) or did_you_mean(given, names)
        return f"{shown(given)} is no key of references.bib. {guess}".strip()

    asked = "Key of a work that you read, or a word of its author or title (empty: no more)"
    while key := asking.until(asked, fault):
        what = asking.one_of("How much of it? [1]", DEPTHS, "full text")
        on = asking.until(f"On which day? [{today}]", lambda given: day_fault(given or today))
        found[key] = (key, what, on or today)
    return tuple(found.values())


def works_like(given: str, atlas: Atlas) -> str:
    """The works in whose authors or title the words stand, with their keys."""
    words = given.casefold().split()
    found = [
        f"{reference.key} ({reference.author_year})"
        for reference in atlas.references.values()
        if all(w in f"{reference.short_author} {reference.title}".casefold() for w in words)
    ]
    more = ", …" if len(found) > MOST_WORKS else ""
    return f"Perhaps {', '.join(found[:MOST_WORKS])}{more}" if found else ""


def asked_answers(
    asking: Asking, atlas: Atlas, sources: list[str]
) -> dict[str, str | dict[str, tuple[Piece, ...]]]:
    """The answers to the questions of the map; none where nothing was read further than a title."""
    answers: dict[str, str | dict[str, tuple[Piece, ...]]] = {}
    for question in atlas.map.questions if sources else ():
        answer = asked_answer(asking, question, sources)
        if answer:
            answers[question.id] = answer
    return answers


def asked_answer(
    asking: Asking, question: Question, sources: list[str]
) -> str | dict[str, tuple[Piece, ...]]:
    """The answer to one question, with evidence for each option."""
    names = {option.id: str(option.name) for option in question.options}
    asking.say(f"\n{question.wording}")
    asking.offer(names)
    taken = asking.some_of(
        "Options (empty: I have not looked; -: the sources do not say)",
        names | {"-": "the sources do not say"},
    )
    options = [option for option in names if option in taken]
    if "-" in taken and not options:
        return "not stated"
    return {option: (asked_piece(asking, names[option], sources),) for option in options}


def asked_piece(asking: Asking, option: str, sources: list[str]) -> Piece:
    """Who says so, and where."""
    only = sources[0] if len(sources) == 1 else ""
    source = only or asking.one_of(f"{option}: which work says so?", {key: key for key in sources})
    where = asking.needed(f"{option}: where in {source}?")
    says = asking.needed(f"{option}: what does it say, in your own words?")
    strengths = {str(strength): str(strength) for strength in STRENGTHS}
    return Piece(source, where, says, asking.one_of(f"{option}: how sure?", strengths))


def listed(given: str) -> list[str]:
    """The parts between commas."""
    return [part.strip() for part in given.split(",") if part.strip()]


def place_fault(given: str) -> str:
    """Why a place cannot stand so."""
    parts = listed(given)
    if not parts or parts[-1] in regions():
        return ""
    guess = did_you_mean(parts[-1], regions())
    return f"{shown(given)} does not end with a country. {guess}".strip()


def years_fault(given: str) -> str:
    """Why years cannot stand so."""
    if not given or read_period(given):
        return ""
    why = "ends before it begins" if is_backwards(given) else "is no period"
    return f"{shown(given)} {why}. {PERIOD_FORMS}"


def day_fault(given: str) -> str:
    """Why a day cannot stand so."""
    problem = f"{shown(given)} is no day of the calendar. Write it as 2026-11-22."
    return "" if is_day(given) else problem
