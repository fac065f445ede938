"""What questions and options of a map cannot be called, lest something be taken for them."""

from __future__ import annotations

from pathlib import Path

from peermap.codebook.columns import ProgrammeColumns
from peermap.load.everything import SILO_NAMESPACES
from peermap.load.shapes import NOT_FOR_OPTIONS, NOT_FOR_QUESTIONS
from peermap.place.dimensions import Dimension
from peermap.place.library_dimensions import library_dimensions
from peermap.place.programme_dimensions import programme_dimensions
from peermap.place.reference_dimensions import reference_dimensions
from peermap.project import read_project
from peermap.render.words import TYPE_WORDS

GROUND = Path(__file__).parent.parent / "cases" / "_ground"


def dimensions() -> list[Dimension]:
    """By what programmes and references of a small project can be narrowed."""
    atlas = read_project(GROUND).atlas
    assert atlas
    library = library_dimensions(atlas, TYPE_WORDS)
    return [*programme_dimensions(atlas), *reference_dimensions(atlas), *library]


def test_no_question_is_called_like_something_beside_it() -> None:
    """Neither like what tags begin with, nor like a column of the table of programmes, nor like
    another dimension by which a list is narrowed.
    """
    others = {each.id for each in dimensions() if each.options is None and not each.facet}
    beside = {*SILO_NAMESPACES, *ProgrammeColumns.model_fields, *others}
    assert beside <= NOT_FOR_QUESTIONS


def test_no_option_is_called_like_a_state() -> None:
    """In the lists that narrow by a question, its states stand beside its options."""
    of_questions = [each for each in dimensions() if each.options is not None]
    states = {value[0] for each in of_questions for value in each.values[each.options :]}
    assert of_questions
    assert states <= NOT_FOR_OPTIONS
