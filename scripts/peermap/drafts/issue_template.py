"""The questions of the map in `.github/ISSUE_TEMPLATE/programme.yml`; the rest of it is written by
hand and stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from peermap.drafts.issue_form import SILENT, UNSEEN, evidence_label
from peermap.records.map import Map, Question

PATH = ".github/ISSUE_TEMPLATE/programme.yml"
QUESTIONS = re.compile(
    r"(?<=\n)  - type: checkboxes\n.*?(?=  - type: textarea\n    id: notes\n)", re.DOTALL
)
TRENDS = re.compile(
    r"(?<=\n)(    id: trend\n(?: {6}.*\n|    attributes:\n)*? {6}options:\n)(?: {8}- .*\n)+"
)


def issue_template(text: str, map_: Map) -> str:
    """The template with the trends, questions and options of the map."""
    trends = "".join(f"        - {quoted(trend.name)}\n" for trend in map_.trends)
    questions = "".join(line + "\n" for q in map_.questions for line in question_lines(q))
    text = TRENDS.sub(lambda match: match[1] + trends, text, count=1)
    return QUESTIONS.sub(lambda _: questions, text, count=1)


def question_lines(question: Question) -> Iterator[str]:
    """The options of a question to be ticked, and a field for the evidence."""
    yield from ("  - type: checkboxes", f"    id: {question.id}", "    attributes:")
    yield f"      label: {quoted(question.wording)}"
    yield f"      description: {quoted(question.definition.text)}"
    yield "      options:"
    for label in (*(option.name for option in question.options), SILENT, UNSEEN):
        yield f"        - label: {quoted(label)}"
    yield from ("  - type: textarea", f"    id: evidence-{question.id}", "    attributes:")
    yield f"      label: {quoted(evidence_label(question))}"
    yield f"      description: {quoted(how_to_say(question))}"
    yield "    validations: {required: false}"


def how_to_say(question: Question) -> str:
    """How a piece of evidence is written on a line, with an example."""
    return (
        "One piece on a line: option | work | where in it | what it says, in your own words | "
        "stated (of this programme), general (of its kind) or inferred (your reading). "
        f"For example: {question.options[0].name} | lessard2024 | Results, paragraph 2 | "
        "what it says there | stated"
    )


def quoted(words: str) -> str:
    """Text in double quotes, as YAML and JSON both write it."""
    return json.dumps(words, ensure_ascii=False)
