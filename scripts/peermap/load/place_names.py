"""``places.yml`` beside a catalogue: names of regions and towns in a language, by their English
name and the country, as ``Dhaka, Bangladesh: Dacca``.
"""

from __future__ import annotations

from collections.abc import Mapping

from peermap.load.yaml_file import read_yaml
from peermap.problems import Mark, Problem

FORM = "A line is the English name with the country, a colon, and the name in the language."


def read_place_names(file: str, text: str) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The names, and what of the file cannot be read."""
    tree, problems = read_yaml(file, text)
    if tree is None:
        return {}, problems
    if not isinstance(tree.value, dict):
        return {}, (*problems, Problem(Mark(file, 1), "the names are no mapping", FORM))
    names = {place: name for place, name in tree.value.items() if isinstance(name, str)}
    strange = (
        Problem(tree.key_mark((place,)), f"the name of '{place}' is no text", FORM)
        for place in tree.value.keys() - names.keys()
    )
    return names, (*problems, *sorted(strange))
