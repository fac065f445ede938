"""The form for a programme and the form for a correction, as pieces of the page /contribute/."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from peermap.load.regions import USUAL_NAMES, regions
from peermap.place.atlas import Atlas
from peermap.records.map import Option, Question, TrendKind
from peermap.records.silo import Label, Silo
from peermap.render.html import html
from peermap.render.pages.contribute_words import fault_words, form_words

AT = "contribute/"
TYPES = ("article", "incollection", "book", "report", "online", "misc")


def contribute_parts(atlas: Atlas) -> dict[str, str]:
    """The two forms with all they need but the works and programmes there are, which may be many:
    the form for a programme fetches them.
    """
    return {
        "contribute-programme.html": html(
            "contribute_programme.html",
            AT,
            atlas=atlas,
            vocabulary=data_block(vocabulary(atlas)),
            types=TYPES,
        ),
        "contribute-correction.html": html("contribute_correction.html", AT),
    }


def vocabulary(atlas: Atlas) -> dict[str, Any]:
    """What a draft may name, whatever the bibliography holds: ids with their names; and the words
    for what is missing.
    """
    return {
        "questions": [question_row(question) for question in atlas.map.questions],
        "trends": named(atlas.map.trends),
        "labels": named(atlas.labels.values()),
        "communities": named(atlas.communities.values()),
        "issues": named(atlas.issues.values()),
        "countries": sorted(regions()),
        "usual": USUAL_NAMES,
        "faults": fault_words(),
        "words": form_words(),
    }


def question_row(question: Question) -> dict[str, Any]:
    """A question with its options."""
    return {"id": question.id, "name": str(question.name), "options": named(question.options)}


def named(things: Iterable[Label | Silo | Option | TrendKind]) -> list[list[str]]:
    """Ids and names."""
    return [[thing.id, str(thing.name)] for thing in things]


def data_block(value: object) -> Markup:
    """JSON that stands in a page as data and cannot close its element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
