"""Which names are looked for together."""

from __future__ import annotations

from collections.abc import Mapping

from peermap.place.atlas import Atlas
from peermap.place.synonyms import MOST_NARROWER, names_of, synonyms
from peermap.problems import Mark
from peermap.records.silo import Label
from peermap.records.text import Text


def label(
    id_: str,
    *,
    also: tuple[str, ...] = (),
    broader: tuple[str, ...] = (),
    same_role: tuple[str, ...] = (),
    fr: str = "",
) -> Label:
    """A label that is named like its id, with what a test says of it."""
    name = Text(id_.replace("-", " "), {"fr": fr} if fr else {})
    return Label(id_, name, also, broader, same_role, None, (), Text(""), Mark("labels.yml"))


def related(*labels: Label) -> Mapping[str, tuple[str, ...]]:
    """The labels beside each label."""
    return {row.label: row.related for row in synonyms({one.id: one for one in labels})}


def test_a_name_stands_once() -> None:
    """A plural, other accents and other capitals are no further name; another spelling and
    another language are.
    """
    peer = label(
        "pair-aidant", also=("Pairs aidants", "pair-aidant", "peer helper"), fr="PÁIR aidant"
    )
    assert names_of(peer) == ("pair aidant", "pair-aidant", "peer helper")


def test_same_role_holds_both_ways() -> None:
    """When one of two names says that the other is the same role, both are looked for."""
    found = related(
        label("peer-worker", same_role=("peer-support-worker",)), label("peer-support-worker")
    )
    assert found == {
        "peer-worker": ("peer-support-worker",),
        "peer-support-worker": ("peer-worker",),
    }


def test_what_is_narrower_at_any_depth_and_wider_by_one_step_is_beside_it() -> None:
    """Who looks for a wide name gets all narrower ones; who looks for a narrow name gets the next
    wider one, and not its other narrower names.
    """
    found = related(
        label("worker"),
        label("health-worker", broader=("worker",)),
        label("promotora", broader=("health-worker",)),
        label("volunteer", broader=("worker",)),
    )
    assert found["worker"] == ("health-worker", "volunteer", "promotora")
    assert found["promotora"] == ("health-worker",)
    assert found["volunteer"] == ("worker",)


def test_a_word_for_all_joins_nothing() -> None:
    """A label with very many below it makes no two of them names for one role."""
    many = [label(f"name-{n}", broader=("peer",)) for n in range(MOST_NARROWER + 1)]
    found = related(label("peer"), *many)
    assert set(found.values()) == {()}


def test_labels_in_a_circle_do_no_harm() -> None:
    """Two labels that are each wider than the other are beside each other, once."""
    found = related(label("a", broader=("b",)), label("b", broader=("a",)))
    assert found == {"a": ("b",), "b": ("a",)}


def test_names_of_the_real_labels(atlas: Atlas) -> None:
    """A promotora is also looked for as a community health worker, and a pair aidant as a peer
    support worker; not everybody is looked for as a peer.
    """
    beside = {row.label: row.related for row in synonyms(atlas.labels)}
    assert "community-health-worker" in beside["promotora"]
    assert "promotora" in beside["community-health-worker"]
    assert "peer-support-worker" in beside["pair-aidant"]
    assert [id_ for id_, ids in beside.items() if "peer" in ids] == []


def test_names_of_another_language_find_the_role_too(atlas: Atlas) -> None:
    """Who looks for *navigateur de patients* is led to the patient navigator, whatever the
    language of the page; a French doublet is two names.
    """
    of = {row.label: row.names for row in synonyms(atlas.labels)}
    assert {"Patient navigator", "Navigateur de patients", "navigatrice de patients"} <= set(
        of["patient-navigator"]
    )
    assert {"Pair aidant", "paire aidante"} <= set(of["peer-support-worker"])
