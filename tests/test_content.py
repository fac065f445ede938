"""The real synthesis held against the papers it rests on: complete, in our words, and true to them.

The papers are not part of the project: without them most of these tests are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from peermap.cli import main
from peermap.place.atlas import Atlas
from peermap.project import read_project
from peermap.records.prose import Prose
from peermap.records.reference import Reference
from seeds import (
    ROOT,
    Seeds,
    cited_for_options,
    cited_for_trends,
    dois,
    entries,
    folded,
    read_seeds,
    runs,
)

PAPERS = ("panaite2024", "lessard2024", "lessard2024-summary")
LISTS = {"panaite2024": 78, "lessard2024": 47}
MOST_SHARED_WORDS = 11
UNSEEN = re.compile("[\u00a0\u00ad\u2009\u200a\u200b\u2010\u2011\u202f\ufeff]")
OPTIONS = (
    "functions/relationship-building", "functions/emotional-support", "functions/navigation",
    "functions/promotion", "functions/advocacy",
    "formality/informal", "formality/formal",
    "relations/lived-experience", "relations/social-identity", "relations/local-community",
    "status/people-supported", "status/organisation", "status/training-certification",
    "affiliations/independent", "affiliations/community-based", "affiliations/clinically-based",
    "spaces/community-spaces", "spaces/organisations-institutions",
)  # fmt: skip
WORDINGS = (
    "What are the objectives of the peer's support?",
    "What level of formality characterizes the peer's support?",
    "On what basis do peers connect with others?",
    "Who acknowledges them as peers?",
    "What are the peer's affiliations?",
    "Where is the support offered?",
)
EVENTS = {  # first and last year of what section 3 dates; None is still going on
    "peer-support": (
        (1840, 1849), (1935, None), (1845, 1863), (1867, 1900), (1970, 1979), (1960, 1979),
    ),
    "community-health-workers": ((1920, None), (1950, 1979), (1978, 1978)),
    "patient-navigation": ((1980, 1989), (1990, 1999), (2003, 2003)),
}  # fmt: skip


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The records of the repository as it stands."""
    atlas = read_project(ROOT).atlas
    assert atlas is not None
    return atlas


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    """The papers."""
    seeds = read_seeds()
    if seeds is None:
        pytest.skip("the papers are not here: name their folder in PEERMAP_SEEDS")
    return seeds


def test_check_says_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    """``peermap check`` ends well on the sources as they are."""
    status = main(["--project", str(ROOT), "check"])
    assert capsys.readouterr().out.splitlines()[0].endswith(": no problems")
    assert status == 0


# --- the map


def test_the_map_is_the_papers(atlas: Atlas) -> None:
    """Eighteen options of six questions, and three trends, in the paper's order and wording."""
    assert tuple(f"{o.question}/{o.id}" for o in atlas.map.options) == OPTIONS
    assert tuple(trend.id for trend in atlas.map.trends) == tuple(EVENTS)
    assert tuple(str(question.wording) for question in atlas.map.questions) == WORDINGS


def test_the_wordings_stand_in_the_paper(atlas: Atlas, seeds: Seeds) -> None:
    """The six questions are quoted, not rephrased."""
    paper = folded(seeds.panaite)
    assert [q.wording for q in atlas.map.questions if folded(q.wording) not in paper] == []


@pytest.mark.parametrize("trend", EVENTS)
def test_every_dated_event_is_there(atlas: Atlas, trend: str) -> None:
    """What the paper's history dates is an event of its trend, with the references it gives."""
    events = atlas.trends[trend].events
    found = {(event.when.first, event.when.last) for event in events}
    assert [years for years in EVENTS[trend] if years not in found] == []
    assert [event.what for event in events if not event.references] == []


# --- the bibliography


def by_number(atlas: Atlas, key: str) -> dict[int, list[Reference]]:
    """The references that stand at each number of a printed list."""
    found: dict[int, list[Reference]] = {}
    for reference in atlas.references.values():
        for position in reference.lists:
            if position.list_key == key:
                found.setdefault(position.number, []).append(reference)
    return found


def test_every_number_is_one_reference(atlas: Atlas) -> None:
    """The 125 entries of both lists are 115 works, and each number leads to exactly one."""
    for key, most in LISTS.items():
        found = by_number(atlas, key)
        assert sorted(found) == list(range(1, most + 1))
        assert {n: len(works) for n, works in found.items() if len(works) != 1} == {}
    assert sum(LISTS.values()) == 125
    assert sum(bool(reference.lists) for reference in atlas.references.values()) == 115
    assert set(PAPERS) <= set(atlas.references)


@pytest.mark.parametrize("key", LISTS)
def test_every_printed_doi_is_in_the_bibliography(atlas: Atlas, seeds: Seeds, key: str) -> None:
    """A DOI that a list prints, also inside an address, stands bare in the reference."""
    works = by_number(atlas, key)
    printed = {n: dois(entry) for n, entry in entries(seeds.of(key)).items()}
    assert sum(map(len, printed.values())) == {"panaite2024": 56, "lessard2024": 14}[key]
    missing = {
        n: doi
        for n, found in printed.items()
        for doi in found
        if works[n][0].fields.get("doi", "").lower() != doi
    }
    assert missing == {}


@pytest.mark.parametrize("key", LISTS)
def test_titles_are_as_printed(atlas: Atlas, seeds: Seeds, key: str) -> None:
    """A title stands in the printed entry letter by letter: accents kept, nothing added."""
    works = by_number(atlas, key)
    strange = {
        n: works[n][0].title
        for n, entry in entries(seeds.of(key)).items()
        if bare(works[n][0].title) not in bare(entry)
    }
    assert strange == {}


def bare(text: str) -> str:
    """Letters and figures in small letters, accents kept."""
    return "".join(c for c in folded(text).casefold() if c.isalnum())


def test_french_titles_keep_their_accents(atlas: Atlas) -> None:
    """Titles and names of French works are written as French is."""
    works = atlas.references
    french = folded(works["gardien2019"].title)
    assert french == "L'accompagnement et le soutien par les pairs"
    assert works["gardien2019"].authors[0].given.startswith("È")
    assert "À l'origine même de la psychiatrie" in folded(works["pelletier2015"].title)
    assert "système de soin psychiatrique" in works["lecardinal2020"].title
    assert folded(works["lesperance2023"].authors[0].family) == "L'Espérance"


def test_nothing_unseen_in_keys_tags_and_dois(atlas: Atlas) -> None:
    """Ids can be typed: no hyphen or space that only looks like one."""
    ids = [
        text
        for reference in atlas.references.values()
        for text in (
            reference.key,
            *map(str, reference.tags),
            *(reference.fields.get(name, "") for name in ("doi", "url", "pmid", "pmcid")),
        )
    ]
    ids += [*atlas.programmes, *atlas.labels, *atlas.communities, *atlas.issues]
    assert [text for text in ids if UNSEEN.search(text)] == []


# --- tags


def tagged(atlas: Atlas, namespace: str, value: str) -> set[str]:
    """Keys of the references with a tag."""
    return {
        reference.key
        for reference in atlas.references.values()
        if any((t.namespace, t.value) == (namespace, value) for t in reference.tags)
    }


@pytest.mark.parametrize("path", OPTIONS)
def test_an_option_has_the_papers_references(atlas: Atlas, seeds: Seeds, path: str) -> None:
    """Works the paper cites for an option are tagged with it; another work of its list only if
    the record of a programme rests on it there.
    """
    question, option = path.split("/")
    works = {n: found[0].key for n, found in by_number(atlas, "panaite2024").items()}
    cited = {works[n] for n in cited_for_options(seeds.panaite)[path]}
    assert cited, "the paper cites works for each option"
    evidence = {
        str(e.source)
        for programme in atlas.programmes.values()
        for placement in programme.answers[question].placements
        if placement.option == option
        for e in placement.evidence
    }
    found = tagged(atlas, question, option)
    assert cited - found == set(), "cited and not tagged"
    assert (found & set(works.values())) - cited - evidence == set(), "tagged and not used"


@pytest.mark.parametrize("path", OPTIONS)
def test_an_options_section_cites_the_papers_references(
    atlas: Atlas, seeds: Seeds, path: str
) -> None:
    """The prose of an option cites what the paper cites there, and the papers themselves."""
    question, option = path.split("/")
    works = {n: found[0].key for n, found in by_number(atlas, "panaite2024").items()}
    section = atlas.questions[question].section(option)
    assert section is not None
    cited = {key for sentence in section.sentences for key in sentence.references}
    assert cited - set(PAPERS) == {works[n] for n in cited_for_options(seeds.panaite)[path]}


@pytest.mark.parametrize("trend", EVENTS)
def test_a_trend_has_the_papers_references(atlas: Atlas, seeds: Seeds, trend: str) -> None:
    """Works that section 3 cites for a trend have its tag, and its page cites them."""
    works = {n: found[0].key for n, found in by_number(atlas, "panaite2024").items()}
    cited = {works[n] for n in cited_for_trends(seeds.panaite)[trend]}
    assert cited - tagged(atlas, "trend", trend) == set()
    page = {key for s in statements(atlas.trends[trend].prose) for key in s[1]}
    assert cited - page == set()


# --- our words, their words


def statements(prose: Prose) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of each sentence of a page, and the references it cites."""
    for section in prose.sections:
        for sentence in section.sentences:
            yield "".join(p.text for p in sentence.passages), sentence.references


def quotes(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    """Where each quote stands, its source and its words."""
    for programme in atlas.programmes.values():
        for answer in programme.answers.values():
            for placement in answer.placements:
                yield from ((str(e.mark), e.source, e.quote) for e in placement.evidence)
    for label in atlas.labels.values():
        yield from ((str(s.mark), s.source, s.quote) for s in label.sources)
    if atlas.method:
        for difference in atlas.method.disagreements:
            yield from ((difference.id, r.source, r.quote) for r in difference.readings)


def test_quotes_stand_in_their_source(atlas: Atlas, seeds: Seeds) -> None:
    """A quote of one of the papers, or of the citation record of Lessard et al., stands there
    character for character, typography aside.
    """
    texts = {key: folded(seeds.of(key)) for key in PAPERS}
    texts["lessard2024"] += folded(seeds.record)
    strange = [
        (where, quote)
        for where, source, quote in quotes(atlas)
        if quote and source in texts and folded(quote) not in texts[source]
    ]
    assert strange == []


def own_words(atlas: Atlas) -> Iterator[tuple[str, str]]:  # noqa: C901  # one list of places
    """Everything that is to be in our own words, and where it stands."""
    for programme in atlas.programmes.values():
        yield f"{programme.id} summary", programme.summary
        yield f"{programme.id} notes", programme.notes
        for answer in programme.answers.values():
            for placement in answer.placements:
                yield from ((str(e.mark), e.says) for e in placement.evidence)
    for label in atlas.labels.values():
        yield f"{label.id} definition", label.definition.text if label.definition else ""
        yield f"{label.id} note", label.note
        yield from ((str(s.mark), s.says) for s in label.sources)
    for silo in (*atlas.communities.values(), *atlas.issues.values()):
        yield str(silo.mark), silo.definition
    for option in atlas.map.options:
        yield str(option.mark), option.definition.text
    pages = {**atlas.questions, **{t.id: t.prose for t in atlas.trends.values()}}
    for id_, prose in pages.items():
        yield f"{id_} summary", prose.summary
        yield from ((f"{id_}: {words[:40]}", words) for words, _ in statements(prose))
    for trend in atlas.trends.values():
        for event in trend.events:
            yield str(event.mark), f"{event.what} {event.note}"
    if atlas.method:
        yield "method purpose", atlas.method.purpose.text
        yield from ((f"method {s.id}", s.what) for s in atlas.method.steps)
        for difference in atlas.method.disagreements:
            yield f"method {difference.id}", difference.how_we_handle
            yield from ((f"method {difference.id}", r.says) for r in difference.readings)


def test_no_sentence_is_copied(atlas: Atlas, seeds: Seeds) -> None:
    """What is not a quote shares no run of twelve words with a paper."""
    length = MOST_SHARED_WORDS + 1
    texts = (seeds.panaite, seeds.lessard, seeds.summary, seeds.record)
    theirs = set().union(*(runs(text, length) for text in texts))
    shared = {
        where: " ".join(sorted(runs(text, length) & theirs)[0])
        for where, text in own_words(atlas)
        if runs(text, length) & theirs
    }
    assert shared == {}


# --- records


def test_every_placement_has_a_source_and_a_locator(atlas: Atlas) -> None:
    """A stranger can go from each placement to the place in the work that it rests on."""
    for programme in atlas.programmes.values():
        read = {reading.source for reading in programme.read}
        for answer in programme.answers.values():
            assert (answer.state == "placed") == bool(answer.placements)
            for placement in answer.placements:
                assert placement.evidence
                for evidence in placement.evidence:
                    assert evidence.where, str(evidence.mark)
                    assert evidence.source in read, str(evidence.mark)
                    assert evidence.says or evidence.quote, str(evidence.mark)


def test_silence_rests_on_reading(atlas: Atlas) -> None:
    """*Not stated* is said only where a source was read further than its title."""
    for programme in atlas.programmes.values():
        if any(answer.state == "not stated" for answer in programme.answers.values()):
            assert any(reading.what != "title" for reading in programme.read), programme.id
