"""Ready HTML of generated pages, which waits beside them while the engine works."""

from __future__ import annotations

from pathlib import Path

from peermap.place.atlas import Atlas
from peermap.publish.aside import LEAST, keep_aside, put_back, set_aside
from peermap.publish.prepare import engine_pages

LONG = f'<p id="far">{"long " * LEAST}</p>\n<p>and more</p>'


def page(body: str) -> str:
    """A page with front matter."""
    return f'---\ntitle: "A"\n---\n{body}'


def test_long_html_waits_and_headings_stay() -> None:
    """Headings and what is short stay, also the first heading within HTML; a run of HTML leaves a
    sign with its anchors.
    """
    body = f"<p>short</p>\n<h1>A</h1>\n{LONG}\n\n## B\n\n<p>short</p>"
    text, kept = set_aside(page(body))
    sign = '<div data-aside="0"><a id="far"></a></div>'
    assert text == page(f"<p>short</p>\n<h1>A</h1>\n{sign}\n\n## B\n\n<p>short</p>")
    assert kept == [LONG]


def test_every_generated_page_is_whole_again(atlas: Atlas, tmp_path: Path) -> None:
    """What is set aside comes back where it was, and most of the largest pages is set aside."""
    pages = list(engine_pages(atlas))
    for one in pages:
        text, kept = set_aside(one.text)
        keep_aside(tmp_path, one.path, kept)
        assert put_back(tmp_path, one.path, text) == one.text
    largest = max(pages, key=lambda one: len(one.text))
    assert len(set_aside(largest.text)[0]) < len(largest.text) / 10


def test_a_sign_in_the_text_of_others_is_none() -> None:
    """A page that nothing was set aside of is as it was."""
    assert put_back(Path("nowhere"), "index.html", "<p>data-aside</p>") == "<p>data-aside</p>"
