"""An issue of the programme form becomes a record, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import ROOT
from peermap.drafts.draft import one_line, record_text
from peermap.drafts.issue_form import (
    FIELDS,
    RECORD,
    SILENT,
    UNSEEN,
    draft_of_issue,
    evidence_label,
    record_of_form,
)
from peermap.drafts.issue_template import issue_template
from peermap.load.yaml_file import read_yaml
from peermap.place.atlas import Atlas
from peermap.render.words import KIND_WORDS

TEMPLATES = ROOT / ".github/ISSUE_TEMPLATE"


def form(name: str) -> dict[str, Any]:
    """The fields of an issue form by their ids."""
    text = (TEMPLATES / f"{name}.yml").read_text(encoding="utf-8")
    return {part["id"]: part["attributes"] for part in yaml.safe_load(text)["body"] if "id" in part}


def body(**given: str) -> str:
    """An issue as GitHub writes it: every label of the form, and what was given below it."""
    parts = [
        f"### {attributes['label']}\n\n{given.get(id_, '_No response_')}"
        for id_, attributes in form("programme").items()
    ]
    return "\r\n".join("\n\n".join(parts).split("\n"))


def test_the_form_asks_what_the_map_asks(atlas: Atlas) -> None:
    """The questions, their options, the trends and the kinds of the form are those of the map."""
    fields = form("programme")
    for question in atlas.map.questions:
        asked = fields[question.id]
        assert asked["label"] == question.wording
        options = [str(option.name) for option in question.options]
        assert [one["label"] for one in asked["options"]] == [*options, SILENT, UNSEEN]
        assert fields[f"evidence-{question.id}"]["label"] == evidence_label(question)
    assert fields["trend"]["options"] == [str(trend.name) for trend in atlas.map.trends]
    assert fields["kind"]["options"] == list(KIND_WORDS.values())
    assert fields["record"]["label"] == RECORD
    assert {name: fields[name]["label"] for name in FIELDS} == FIELDS


def test_the_site_fills_in_fields_that_there_are() -> None:
    """The prefilled issues of /contribute/ name fields of the forms."""
    scripts = ROOT / "docs/assets/contribute"
    assert '"programme.yml", subject, ["record"' in (scripts / "programme_form.js").read_text()
    assert '"correction.yml", subject, ["ought"' in (scripts / "correction.js").read_text()
    assert "record" in form("programme")
    assert "ought" in form("correction")


def test_what_was_filled_in_becomes_a_draft(atlas: Atlas) -> None:
    """Names become ids, works are found by key or DOI, evidence stands under its option, and what
    cannot be understood is kept as a comment.
    """
    draft = draft_of_issue(
        body(
            name="Neighbours",
            kind="Group",
            trend=str(atlas.map.trends[0].name),
            labels="Peer\nlistening friend",
            places="Montréal, Canada",
            read="https://doi.org/10.1186/S12875-024-02548-5 | full text | 2026-11-22\na book",
            functions="- [X] Navigation\n- [ ] Advocacy\n- [X] Promotion",
            formality=f"- [X] {SILENT}",
            **{"evidence-functions": "Navigation | lessard2024 | p. 3 | It: is | stated\nbad line"},
        ),
        atlas,
    )
    assert (draft.name, draft.kind, draft.labels) == ("Neighbours", "group", ("peer",))
    assert draft.trend == atlas.map.trends[0].id
    assert draft.read == (("lessard2024", "full text", "2026-11-22"),)
    assert draft.answers["formality"] == "not stated"
    assert list(draft.answers["functions"]) == ["navigation"]
    assert set(draft.comments) == {
        "not understood as something read: a book",
        "not in the lists: listening friend",
        "not understood as evidence for functions: bad line",
        "chosen without evidence: functions: promotion",
    }
    assert read_yaml("r.yml", record_text(draft))[1] == ()


def test_what_is_not_on_the_map_is_a_comment(atlas: Atlas) -> None:
    """A kind, a trend or a ticked option that nobody knows here is kept as a comment."""
    draft = draft_of_issue(
        body(
            name="Neighbours",
            kind="Circle of friends",
            trend="Barefoot doctors",
            functions="- [X] Friendship\n- [ ] Navigation",
        ),
        atlas,
    )
    assert (draft.kind, draft.trend, draft.answers) == ("programme", "", {})
    assert draft.comments == (
        "ticked and no option: functions: Friendship",
        "not in the lists: Circle of friends",
        "not in the lists: Barefoot doctors",
    )


GOOD_LINE = "Navigation | lessard2024 | p. 3 | It is | stated"


@pytest.mark.parametrize(
    ("ticks", "evidence", "answer"),
    [
        ([SILENT], "", "not stated"),
        ([SILENT, "Navigation"], "", None),
        ([SILENT, "Friendship"], "", None),
        ([SILENT, UNSEEN], "", None),
        ([SILENT], "a line that nobody understands", None),
        ([SILENT], GOOD_LINE, ["navigation"]),
        ([SILENT, "Navigation"], GOOD_LINE, ["navigation"]),
        ([UNSEEN], "", None),
    ],
)
def test_not_stated_is_recorded_where_nothing_else_was_said(
    atlas: Atlas, ticks: list[str], evidence: str, answer: object
) -> None:
    """Silence of the sources counts where it is the one answer; beside others it is a comment."""
    ticked = "\n".join(f"- [x] {words}" for words in ticks)
    given = {"read": "lessard2024 | full text | 2026-11-22", "evidence-functions": evidence}
    draft = draft_of_issue(body(functions=ticked, **given), atlas)
    found = draft.answers.get("functions")
    assert (list(found) if isinstance(found, dict) else found) == answer
    told = f"ticked beside other answers: functions: {SILENT}" in draft.comments
    assert told == (SILENT in ticks and answer != "not stated")


def test_a_record_of_the_form_is_taken_as_it_is() -> None:
    """The text that the site's form made stands in the issue, fenced, with new works behind it."""
    made = record_of_form(body(record="```yaml\nname: A\n\n@misc{a,\n  title = {B},\n}\n```"))
    assert made is not None
    assert made.record == "name: A\n"
    assert made.references == "@misc{a,\n  title = {B},\n}\n"
    assert record_of_form(body(name="A")) is None


HOSTILE = (
    "",
    "# Name\nnone",
    "\x00\x1b[31m",
    "### Name\n\nTwice\n\n### Name\n\nAgain",
    "### Name\n\n!!python/object:os.system",
    "### Name\n\n'\n---\n- a: &a [*a, *a]",
    "### Name\n\n\u202eevil\u200b",
    "### Name\n\n" + "a: b " * 9000,
    "### Name\n\n</script><img src=x onerror=alert(1)>",
    "### Name\n\n=cmd|' /C calc'!A0",
    "### Name\n\n\n\n",
    "### Name\n\n\ud800",
    "### Places\n\n../../etc/passwd, Canada",
    "### What have you read?\n\n|||\n- x | full text | 2026-99-99",
    "### Evidence: Functions\n\n||||||",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_stands_in_an_issue_is_text(atlas: Atlas, text: str) -> None:
    """A hostile issue makes a draft whose record is text and nothing else: it can be read, and
    every value in it is plain.
    """
    draft = draft_of_issue(text, atlas)
    tree, problems = read_yaml("record.yml", record_text(draft))
    assert tree is not None
    assert problems == ()
    assert tree.value.get("name", "") == one_line(draft.name)
    assert all(isinstance(value, str | list | dict) for value in tree.value.values())


def test_only_the_first_of_a_label_counts(atlas: Atlas) -> None:
    """A heading written into a field cannot put another name in the place of the first."""
    assert draft_of_issue("### Name\n\nOne\n\n### Name\n\nTwo", atlas).name.startswith("One")


def test_templates_are_all_there() -> None:
    """The three issue forms can be read, and each asks for something."""
    assert {path.stem for path in Path(TEMPLATES).glob("*.yml")} == {
        "programme",
        "reference",
        "correction",
    }
    for name in ("programme", "reference", "correction"):
        assert form(name)


def test_the_form_of_the_repository_is_what_the_command_writes(atlas: Atlas) -> None:
    """After a change of the map, `peermap schemas` writes its questions into the form; what people
    wrote there stays, and a form that is true already is not touched.
    """
    text = (TEMPLATES / "programme.yml").read_text(encoding="utf-8")
    assert issue_template(text, atlas.map) == text
    facet, *others = atlas.map.facets
    fewer = replace(atlas.map, facets=tuple(others), trends=atlas.map.trends[:1])
    changed = issue_template(text, fewer)
    ids = [field.get("id") for field in yaml.safe_load(changed)["body"]]
    assert not {question.id for question in facet.questions} & set(ids)
    assert {"record", "trend", "read", "notes"} <= set(ids)
    assert issue_template(changed, atlas.map) == text
