"""All sources of a page of the engine as files beside it; those of a record go with the record."""

from __future__ import annotations

from collections.abc import Iterator

from peermap.place.atlas import Atlas
from peermap.records.reference import Reference
from peermap.render.addresses import address
from peermap.render.formats.files import source_files
from peermap.render.pages.question import option_references, question_references
from peermap.render.pages.trend import trend_references


def page_source_files(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """The path of each file below the site, and its text."""
    for at, references in sourced_pages(atlas):
        for name, text in source_files(references).items():
            yield f"{at}{name}", text


def sourced_pages(atlas: Atlas) -> Iterator[tuple[str, list[Reference]]]:
    """Address and sources of every question, option and trend, as the page lists them."""
    for question in atlas.map.questions:
        yield address(question), question_references(atlas, question)
        for option in question.options:
            yield address(option), option_references(atlas, option)
    for trend in atlas.trends.values():
        yield address(trend), trend_references(atlas, trend)
