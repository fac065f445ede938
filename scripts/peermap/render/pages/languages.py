"""How much of the synthesis is said in each language, as a table for the method page."""

from __future__ import annotations

from babel import Locale

from peermap.place.atlas import Atlas
from peermap.place.translated import shares
from peermap.render.html import html
from peermap.words import say, spoken


def languages_part(atlas: Atlas) -> str:
    """A row a kind, a column a language; a line that says so where all is in English only."""
    found = shares(atlas)
    languages = list(found)
    names = [Locale.parse(each).get_display_name(spoken()) or each for each in languages]
    first = found[languages[0]] if languages else []
    rows = [
        (say(share.kind), [found[each][n] for each in languages]) for n, share in enumerate(first)
    ]
    return html("method_languages.html", "method/", names=names, rows=rows)
