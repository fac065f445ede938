"""Words in another language than the page, in the HTML of a template."""

from __future__ import annotations

import pytest

from peermap.records.text import Text
from peermap.render.foreign import foreign, with_languages

ENGLISH = foreign("fr")(Text("words"))


@pytest.mark.parametrize(
    ("written", "finished"),
    [
        (f"<p>Des {ENGLISH}.</p>", '<p>Des <span lang="en">words</span>.</p>'),
        (f"<b>{ENGLISH} et {ENGLISH}</b>",
         '<b><span lang="en">words</span> et <span lang="en">words</span></b>'),
        (f"<h1>{ENGLISH}</h1>", '<h1 lang="en">words</h1>'),
        (f'<a title="{ENGLISH}">{ENGLISH}</a>', '<a title="words" lang="en">words</a>'),
        (f"<option>Des {ENGLISH}</option>", "<option>Des words</option>"),
        (f"<option>{ENGLISH}</option>", '<option lang="en">words</option>'),
        (f'<i lang="de">{ENGLISH}</i>', '<i lang="de"><span lang="en">words</span></i>'),
        (f"<p>{ENGLISH}<br>mots</p>", '<p><span lang="en">words</span><br>mots</p>'),
        (f"{ENGLISH}", '<span lang="en">words</span>'),
        ("<p>Des mots.</p>", "<p>Des mots.</p>"),
    ],
)  # fmt: skip
def test_words_in_another_language_say_so_where_html_can(written: str, finished: str) -> None:
    """In running text by an element; by the element that holds them alone; in attributes, and
    where no element may stand, not at all.
    """
    assert with_languages(written) == finished


def test_words_in_the_language_of_the_page_stay_as_they_are() -> None:
    """Nothing is marked that need not be."""
    assert foreign("fr")(Text("mots", language="fr")) == "mots"
    assert foreign("fr")(3) == 3
    assert foreign("fr")(Text("")) == ""
