"""What English prose says and that of another language does not."""

from __future__ import annotations

from collections import Counter

from peermap.load.in_language import said_prose
from peermap.load.pages import read_question_page
from peermap.records.prose import Prose
from peermap.records.text import Text

FRONT = "---\nquestion: functions\nsummary: A summary.\n---\n\n"
ENGLISH = f"""{FRONT}Help begins at the door [@a; @b].

## One {{#one}}

Neighbours come [@a]. They stay [@c]. They come again [@a; @b]. It ends [@a; @c].

## Two {{#two}}

They wait [@a].
"""
FRENCH = f"""{FRONT.replace("question: functions", "")}L’aide commence à la porte [@a].

## Un {{#one}}

Des voisins viennent [@a]. Cela finit [@a; @c]. They stay [@d].
"""


def french() -> Prose:
    """The page in French."""
    overlay = {"fr": ("synthesis/fr/questions/functions.md", FRENCH)}
    (_, prose), _ = read_question_page("synthesis/questions/functions.md", ENGLISH, overlay)
    return said_prose(prose, "fr")


def said(prose: Prose) -> dict[str, list[list[str]]]:
    """Sections → the sentences of each block, those in English marked."""
    return {
        section.anchor: [
            [
                "".join(
                    f"<{p.text}>" if isinstance(p.text, Text) and p.text else p.text
                    for p in sentence.passages
                ).strip()
                for sentence in block.sentences
            ]
            for block in section.blocks
        ]
        for section in prose.sections
    }


def test_what_is_only_in_english_stands_there_in_english() -> None:
    """A claim with a work that is not cited in French at the end of its section, a section in its
    place; both know that they are English.
    """
    assert said(french()) == {
        "": [["L’aide commence à la porte."], ["<Help begins at the door><.>"]],
        "one": [
            ["Des voisins viennent.", "Cela finit.", "They stay."],
            ["<They stay><.>", "<They come again><.>"],
        ],
        "two": [["<They wait><.>"]],
    }


def test_no_anchor_stands_twice() -> None:
    """Also where a sentence is the same in both languages."""
    anchors = Counter(s.anchor for section in french().sections for s in section.sentences)
    assert set(anchors.values()) == {1}
