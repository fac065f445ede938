"""The flow of works on the method page, computed from the log, and what was read on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from peermap.place.atlas import Atlas
from peermap.records.day import is_day
from peermap.records.screening import Amount, Round, Screening
from peermap.render.html import html
from peermap.render.pictures.flow import FlowStage, flow_picture
from peermap.render.readable import readable_date
from peermap.render.words import DEPTH_WORDS
from peermap.words import many
from peermap.words import say as _


@dataclass(frozen=True, slots=True)
class Flow:
    """The rounds that one work tells of, or this site's own, with their picture as SVG."""

    by: str
    picture: str
    rounds: tuple[ToldRound, ...]


@dataclass(frozen=True, slots=True)
class ToldRound:
    """A round with its time in words and its amounts in the order in which they came about."""

    round: Round
    time: str
    amounts: tuple[ToldAmount, ...]


@dataclass(frozen=True, slots=True)
class ToldAmount:
    """One amount: what became of the works, how many, and the amount itself with its reason."""

    what: str
    number: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class ReadingDay:
    """How many works were read for the records on a day, by how far."""

    day: str
    depth: str
    works: int


def flow_part(atlas: Atlas, screening: Screening, at: str) -> str:
    """The log as pictures, each with the same in words below it."""
    sources = dict.fromkeys(one.by for one in screening.log)
    flows = [flow_of(by, screening.by(by)) for by in sources]
    return html("method_flow.html", at, atlas=atlas, flows=flows, method=atlas.method)


def flow_of(by: str, rounds: Sequence[Round]) -> Flow:
    """The flow of one work's rounds."""
    picture = flow_picture(flow_stages(rounds))
    return Flow(by, picture, tuple(ToldRound(r, time_words(r.on), amounts_told(r)) for r in rounds))


def time_words(on: str) -> str:
    """*22 November 2026*, or *2022–2023*; words that are no time, which is told, as they stand."""
    return readable_date(on) if is_day(on) else on.replace("/", "–")


def flow_stages(rounds: Iterable[Round]) -> list[FlowStage]:
    """Counts with what left and came in between them, as the picture wants them."""
    stages: list[FlowStage] = []
    before: int | None = 0
    for one in rounds:
        after = one.corpus_after(before)
        if stages:
            stages[-1] = changed(stages[-1], one)
            stages += ends(one, after)
        else:
            stages += [*beginnings(one), *ends(one, after)]
        before = after
    return stages


def beginnings(one: Round) -> Iterator[FlowStage]:
    """What the first round found and screened, as far as that is stated."""
    found = one.found.count
    if found is not None:
        left = one.duplicates.count or 0
        yield FlowStage(one.found.name or _("Found"), found, kinds(one.found), left)
    if one.screened.count is not None:
        name, left = one.screened.name or _("Screened"), one.excluded_count or 0
        reason = together(one.excluded)
        detail = kinds(one.screened)
        yield FlowStage(name, one.screened.count, detail, left, why_removed=reason)


def ends(one: Round, after: int | None) -> Iterator[FlowStage]:
    """How many works there are at the end of a round, where that can be told."""
    if after is not None:
        told = one.included if one.corpus.count is None else one.corpus
        is_all = told.count == after
        name = told.name if is_all and told.name else one.name
        yield FlowStage(name, after, kinds(told) if is_all else "")


def changed(stage: FlowStage, one: Round) -> FlowStage:
    """The stage with what a later round takes out and brings in."""
    return replace(
        stage,
        removed=one.removed_count or 0,
        added=one.included.count or 0,
        why_removed=together(one.removed),
        why_added=kinds(one.included) or one.included.name,
    )


def amounts_told(one: Round) -> tuple[ToldAmount, ...]:
    """Every amount of a round; of a later round nothing is said of removing where nothing was."""
    rows = [(_("Found"), one.found), (_("Duplicates"), one.duplicates)]
    rows += [(_("Screened"), one.screened)]
    rows += [(_("Left out"), amount) for amount in one.excluded or (Amount(total=0),)]
    rows += [(_("Taken out again"), amount) for amount in one.removed]
    rows += [(_("Taken in"), one.included)]
    rows += [(_("Then there were"), one.corpus)] if one.corpus.count is not None else []
    return tuple(ToldAmount(what, number_words(amount), amount) for what, amount in rows)


def number_words(amount: Amount) -> str:
    """*61 (58 articles, 3 reports)*, *25 articles*, or *not stated*."""
    words = kinds(amount)
    if amount.count is None:
        return _("not stated")
    if len(amount.kinds) == 1 and amount.total is None:
        return words
    return f"{amount.count} ({words})" if words else str(amount.count)


def kinds(amount: Amount) -> str:
    """*13 articles, 7 reports*, without what is none."""
    return ", ".join(kind_words(kind, number) for kind, number in amount.kinds if number)


def kind_words(kind: str, number: int) -> str:
    """*13 articles*, *1 report*."""
    if kind == "articles":
        return many(number, "{n} article", "{n} articles")
    return many(number, "{n} report", "{n} reports")


def together(amounts: Iterable[Amount]) -> str:
    """The kinds of several amounts, one after the other."""
    return "; ".join(filter(None, map(kinds, amounts)))


def reading_part(atlas: Atlas, at: str) -> str:
    """What was read for the records of this site, day by day."""
    return html("method_reading.html", at, days=reading_days(atlas))


def reading_days(atlas: Atlas) -> list[ReadingDay]:
    """By day, oldest first, how many different works were read how far for synthesis and
    programmes.
    """
    works: dict[tuple[str, str], set[str]] = {}
    readings = [(r.on, r.what, r.source) for p in atlas.programmes.values() for r in p.read]
    if atlas.method:
        readings += [(r.on, r.what, r.source) for r in atlas.method.own_method.read]
    for on, what, source in readings:
        works.setdefault((on, what), set()).add(source)
    order = list(DEPTH_WORDS)
    ordered = sorted(works, key=lambda pair: (pair[0], order.index(pair[1])))
    return [
        ReadingDay(readable_date(on), DEPTH_WORDS[what], len(works[on, what]))
        for on, what in ordered
    ]
