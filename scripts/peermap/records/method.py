"""How the synthesis was made, as ``synthesis/method.yml`` tells it: its shape is its record."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Told(BaseModel):
    """Part of the account; fields that no page shows yet are kept."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Told):
    """Something the source says, and where."""

    what: str
    where: str = ""
    when: str = ""
    source: str = ""


class Purpose(Told):
    """What the synthesis was for."""

    text: str
    where: str
    question: str = ""
    question_where: str = ""


class Approach(Told):
    """A research tradition the synthesis drew on."""

    name: str
    what: str
    refs: tuple[str, ...] = ()
    where: str = ""


class Step(Told):
    """One step of the work."""

    id: str
    name: str
    when: str
    where: str
    what: str
    chosen_for: str = ""
    themes: tuple[str, ...] = ()


class Iterations(Told):
    """How often the map was recast."""

    count: int
    when: str
    where: str
    how: str


class Person(Told):
    """Who took part, and in what."""

    who: str
    count: int
    part: str
    where: str


class Meetings(Told):
    """The participatory rounds."""

    count: int
    where: str
    country: str
    fields: tuple[str, ...]
    asked: str
    they_said: str
    changed: str


class Located(Told):
    """A text, and where the source has what it rests on."""

    text: str
    where: str = ""


class WasRead(Told):
    """What was read of a source, and when."""

    source: str
    what: str
    on: str


class Rule(Told):
    """A rule by which this site codes records."""

    id: str
    name: str
    text: str


class OwnMethod(Told):
    """How this site codes records."""

    summary: str
    read: tuple[WasRead, ...]
    rules: tuple[Rule, ...]


class SourceReading(Told):
    """What one source says about a matter on which sources differ."""

    source: str
    where: str
    says: str = ""
    quote: str = Field(default="", max_length=120)


class Disagreement(Told):
    """A matter on which the sources differ, or one source differs from itself."""

    id: str
    topic: str
    about: str
    readings: tuple[SourceReading, ...] = Field(min_length=1)
    how_we_handle: str


class Method(Told):
    """The whole account."""

    title: str
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
