"""The body of an issue that was filled in by `.github/ISSUE_TEMPLATE/programme.yml` → a draft.

GitHub writes such a body as headings (the labels of the form) with what was given below each.
Whatever is not understood goes into the comments of the record: nothing is lost, nothing is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from peermap.drafts.draft import Draft, Piece, one_line
from peermap.place.atlas import Atlas
from peermap.records.map import Question
from peermap.records.programme import STRENGTHS
from peermap.records.worded import MOST_TEXT
from peermap.render.words import KIND_WORDS

RECORD = "Record made by the form of the site"
FIELDS = {
    "name": "Name",
    "kind": "What is it?",
    "trend": "To which history does it belong?",
    "labels": "What are its peers called?",
    "places": "Places",
    "years": "Years",
    "communities": "Whom does it serve?",
    "issues": "What is it about?",
    "summary": "Summary",
    "read": "What have you read?",
    "notes": "Notes",
}
SILENT = "The sources do not say"
UNSEEN = "I have not looked"
NOTHING = "_No response_"
DEPTHS = ("full text", "abstract", "title")
TICKED = re.compile(r"- \[[xX]\] (.+)")
FENCE = re.compile(r"\A```\w*\n(.*?)\n?```\s*\Z", re.DOTALL)
BIBTEX = re.compile(r"^@\w+\{", re.MULTILINE)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_LINES = 200  # of one field


@dataclass(frozen=True, slots=True)
class FromForm:
    """A record that the form of the site made, and the BibTeX of works that are new."""

    record: str
    references: str


def evidence_label(question: Question) -> str:
    """The label of the field for the evidence of a question."""
    return f"Evidence: {question.name}"


def sections(body: str, labels: Iterable[str]) -> dict[str, str]:
    """What stands below each label, the first time it stands as a heading; without what nobody
    filled in.
    """
    wanted = set(labels)
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        label = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if label in wanted and label not in found:
            lines = found.setdefault(label, [])
        else:
            lines.append(line)
    texts = {label: "\n".join(text).strip() for label, text in found.items()}
    return {label: text for label, text in texts.items() if text and text != NOTHING}


def record_of_form(body: str) -> FromForm | None:
    """The record that the form of the site made, where the issue holds one."""
    text = sections(body, [RECORD, *FIELDS.values()]).get(RECORD, "")
    fenced = FENCE.match(text)
    text = fenced[1] if fenced else text
    if not text:
        return None
    start = BIBTEX.search(text)
    record = text[: start.start()] if start else text
    return FromForm(record.rstrip() + "\n", text[start.start() :].rstrip() + "\n" if start else "")


def draft_of_issue(body: str, atlas: Atlas) -> Draft:
    """The draft of an issue whose fields were filled in one by one."""
    questions = atlas.map.questions
    labels = [q.wording for q in questions] + [evidence_label(q) for q in questions]
    found = sections(body, [RECORD, *FIELDS.values(), *labels])
    given = {name: found.get(label, "")[:MOST_TEXT] for name, label in FIELDS.items()}
    comments: list[str] = []
    read = readings(given["read"], atlas, comments)
    answers = {}
    for question in questions:
        ticked = [one_line(t) for t in TICKED.findall(found.get(question.wording, ""))]
        lines = listed(found.get(evidence_label(question), ""))
        answer = answer_of(question, ticked, lines, {key for key, _, _ in read}, comments)
        if answer:
            answers[question.id] = answer
    return Draft(
        name=given["name"],
        kind=known_one(given["kind"], KIND_WORDS, comments) or "programme",
        trend=known_one(given["trend"], {t.id: t.name for t in atlas.map.trends}, comments),
        labels=known(given["labels"], {i: x.name for i, x in atlas.labels.items()}, comments),
        places=tuple(part for place in listed(given["places"]) for part in place.split(",")),
        years=given["years"],
        communities=known(
            given["communities"], {i: x.name for i, x in atlas.communities.items()}, comments
        ),
        issues=known(given["issues"], {i: x.name for i, x in atlas.issues.items()}, comments),
        summary=given["summary"],
        answers=answers,
        read=tuple(read),
        notes=given["notes"],
        comments=tuple(comments),
    )


def listed(text: str) -> list[str]:
    """The lines of a field that say something, without bullets."""
    lines = [one_line(line.lstrip("-* \t")) for line in text.split("\n")[:MOST_LINES]]
    return [line for line in lines if line and line != NOTHING]


def id_of(words: str, names: Mapping[str, str]) -> str:
    """The id that some words name, by id or by name; empty where they name none."""
    bare = one_line(words).casefold()
    return next((i for i, name in names.items() if bare in (i, str(name).casefold())), "")


def known_one(text: str, names: Mapping[str, str], comments: list[str]) -> str:
    """The id that a field names; words that name none become a comment."""
    id_ = id_of(text, names)
    if text and not id_:
        comments.append(f"not in the lists: {text}")
    return id_


def known(text: str, names: Mapping[str, str], comments: list[str]) -> tuple[str, ...]:
    """The ids that the lines of a field name; the other lines become comments."""
    found = []
    for line in listed(text):
        if id_ := id_of(line, names):
            found.append(id_)
        else:
            comments.append(f"not in the lists: {line}")
    return tuple(dict.fromkeys(found))


def readings(text: str, atlas: Atlas, comments: list[str]) -> list[tuple[str, str, str]]:
    """What was read: lines of `key or DOI | full text | 2026-11-22`."""
    dois = {r.fields.get("doi", "").casefold(): key for key, r in atlas.references.items()}
    found = []
    for line in listed(text):
        work, *others = (part.strip() for part in line.split("|"))
        bare = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", work.casefold())
        key = work if work in atlas.references else dois.get(bare, "") if bare else ""
        what = next((part for part in others if part in DEPTHS), "")
        on = next((part for part in others if DAY.fullmatch(part)), "")
        if key and what and on:
            found.append((key, what, on))
        else:
            comments.append(f"not understood as something read: {line}")
    return found


def answer_of(
    question: Question,
    ticked: Sequence[str],
    lines: Sequence[str],
    sources: set[str],
    comments: list[str],
) -> str | dict[str, tuple[Piece, ...]]:
    """The answer to a question: *not stated* where nothing else was said, or the evidence by
    option; empty without either.
    """
    names = {option.id: str(option.name) for option in question.options}
    found: dict[str, tuple[Piece, ...]] = {}
    for line in lines:
        parts = [part.strip() for part in line.split("|")]
        option = id_of(parts[0], names)
        if len(parts) == 5 and option and parts[1] in sources and parts[4] in STRENGTHS:
            found[option] = (*found.get(option, ()), Piece(*parts[1:]))
        else:
            comments.append(f"not understood as evidence for {question.id}: {line}")
    for option, name in names.items():
        if name in ticked and option not in found:
            comments.append(f"chosen without evidence: {question.id}: {option}")
    for words in dict.fromkeys(ticked):
        if words in (SILENT, UNSEEN) and (len(ticked) > 1 or lines):
            comments.append(f"ticked beside other answers: {question.id}: {words}")
        elif words not in (SILENT, UNSEEN, *names.values()):
            comments.append(f"ticked and no option: {question.id}: {words}")
    return "not stated" if [*ticked, *lines] == [SILENT] else found
