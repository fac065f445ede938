"""The form for a programme and the form for a correction, as pieces of the page /contribute/."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from peermap.load.regions import USUAL_NAMES, regions
from peermap.place.atlas import Atlas
from peermap.records.map import Option, Question, TrendKind
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.records.silo import Label, Silo
from peermap.render.html import html
from peermap.render.pages.contribute_words import fault_words, form_words
from peermap.render.pages.record import shortened

AT = "contribute/"
MOST_TITLE = 110  # characters of a title in the list from which a work is picked
TYPES = ("article", "incollection", "book", "report", "online", "misc")


def contribute_parts(atlas: Atlas) -> dict[str, str]:
    """The two forms with all they need, so that they work without a connection."""
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
    """Everything a draft may name: ids with their names, and the words for what is missing."""
    return {
        "questions": [question_row(question) for question in atlas.map.questions],
        "trends": named(atlas.map.trends),
        "labels": named(atlas.labels.values()),
        "communities": named(atlas.communities.values()),
        "issues": named(atlas.issues.values()),
        "references": [[r.key, reference_words(r)] for r in atlas.references.values()],
        "programmes": named(atlas.programmes.values()),
        "countries": sorted(regions()),
        "usual": USUAL_NAMES,
        "faults": fault_words(),
        "words": form_words(),
    }


def question_row(question: Question) -> dict[str, Any]:
    """A question with its options."""
    return {"id": question.id, "name": str(question.name), "options": named(question.options)}


def named(things: Iterable[Label | Silo | Programme | Option | TrendKind]) -> list[list[str]]:
    """Ids and names."""
    return [[thing.id, str(thing.name)] for thing in things]


def reference_words(reference: Reference) -> str:
    """Author, year and title, as someone begins to write them."""
    return f"{reference.author_year}. {shortened(reference.title, MOST_TITLE)}"


def data_block(value: object) -> Markup:
    """JSON that stands in a page as data and cannot close its element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
