"""Ids that may stand in an address of the site (DESIGN §10)."""

from __future__ import annotations

import re

from peermap.load.characters import without_accents
from peermap.problems import Mark, Problem, shown

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAKEN = re.compile(r"frame|page-[0-9]+")  # addresses at which the site has pages of its own
LEFT_OUT = "The record is left out."
FORM = "An id has small letters, digits and single hyphens."


def as_id(words: str) -> str:
    """Words as an id: accents off, small letters, other signs as hyphens; empty where nothing is
    left. The form in the browser does the same.
    """
    return re.sub(r"[^a-z0-9]+", "-", without_accents(words).lower()).strip("-")


def id_problem(id_: str, mark: Mark, *, what: str = "id") -> Problem | None:
    """Why an id (or file name) cannot be the address of a record, if it cannot."""
    if TAKEN.fullmatch(id_):
        says = f"the {what} {shown(id_)} is taken by a page of the site"
        return Problem(mark, says, f"{LEFT_OUT} Choose another.")
    if ID.fullmatch(id_):
        return None
    guess = as_id(id_)
    meant = f"Did you mean '{guess}'? " if guess else ""
    return Problem(mark, f"the {what} {shown(id_)} is not an id", f"{LEFT_OUT} {meant}{FORM}")
