"""How the synthesis was made, as ``synthesis/method.yml`` tells it: its shape is its record."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from peermap.records.day import Day
from peermap.records.programme import Depth
from peermap.records.text import Text
from peermap.records.worded import Words


class Told(BaseModel):
    """Part of the account; fields that no page shows yet are kept."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Fact(Told):
    """Something the source says, and where."""

    what: Words
    where: Words = Text("")
    when: str = ""
    source: str = ""


class Purpose(Told):
    """What the synthesis was for."""

    text: Words
    where: Words
    question: Words = Text("")
    question_where: Words = Text("")


class Approach(Told):
    """A research tradition the synthesis drew on."""

    name: Words
    what: Words
    refs: tuple[str, ...] = ()
    where: Words = Text("")


class Step(Told):
    """One step of the work."""

    id: str
    name: Words
    when: str
    where: Words
    what: Words
    chosen_for: Words = Text("")
    themes: tuple[Words, ...] = ()


class Iterations(Told):
    """How often the map was recast."""

    count: int
    when: str
    where: Words
    how: Words


class Person(Told):
    """Who took part, and in what."""

    who: Words
    count: int
    part: Words
    where: Words


class Meetings(Told):
    """The participatory rounds."""

    count: int
    where: Words
    country: Words
    fields: tuple[Words, ...]
    asked: Words
    they_said: Words
    changed: Words


class Located(Told):
    """A text, and where the source has what it rests on."""

    text: Words
    where: Words = Text("")


class WasRead(Told):
    """What was read of a source, and when."""

    source: str
    what: Depth
    on: Day


class Rule(Told):
    """A rule by which this site codes records."""

    id: str
    name: Words
    text: Words


class OwnMethod(Told):
    """How this site codes records."""

    summary: Words
    read: tuple[WasRead, ...]
    rules: tuple[Rule, ...]


class SourceReading(Told):
    """What one source says about a matter on which sources differ."""

    source: str
    where: Words
    says: Words = Text("")
    quote: str = Field(default="", max_length=120)


class Disagreement(Told):
    """A matter on which the sources differ, or one source differs from itself."""

    id: str
    topic: Words
    about: Words
    readings: tuple[SourceReading, ...] = Field(min_length=1)
    how_we_handle: Words


class Method(Told):
    """The whole account."""

    title: Words
    source: str
    purpose: Purpose
    dates: tuple[Fact, ...]
    approach: tuple[Approach, ...]
    steps: tuple[Step, ...]
    iterations: Iterations
    people: tuple[Person, ...]
    meetings: Meetings
    not_claimed: tuple[Fact, ...]
    not_identified: Located
    not_seen: tuple[Fact, ...]
    own_method: OwnMethod
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of every reference the account names."""
        named = [self.source, *(key for a in self.approach for key in a.refs)]
        named += [fact.source for fact in self.not_seen if fact.source]
        named += [reading.source for reading in self.own_method.read]
        named += [r.source for d in self.disagreements for r in d.readings]
        return tuple(dict.fromkeys(named))
