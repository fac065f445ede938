"""Which pages an edit of records reaches: what a preview shows before the whole site follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peermap.place.atlas import Atlas
from peermap.place.provenance import uses_of
from peermap.place.reach import Reach, reach
from peermap.problems import Mark
from peermap.publish.pouring import bare_pages
from peermap.records.programme import Programme
from peermap.records.reference import Reference
from peermap.records.text import Text

NOTHING = Reach((), (), ())


def with_reference(atlas: Atlas, reference: Reference) -> Atlas:
    """The Atlas with one reference as it is now."""
    return with_uses(replace(atlas, references={**atlas.references, reference.key: reference}))


def with_programme(atlas: Atlas, programme: Programme) -> Atlas:
    """The Atlas with one programme as it is now."""
    return with_uses(replace(atlas, programmes={**atlas.programmes, programme.id: programme}))


def with_uses(atlas: Atlas) -> Atlas:
    """The Atlas with what rests on each reference reckoned again."""
    uses = uses_of(
        atlas.references, atlas.map, atlas.questions, atlas.trends, atlas.programmes, atlas.labels
    )
    return replace(atlas, uses=uses)


def pages(atlas: Atlas) -> dict[str, tuple[object, ...]]:
    """The pages of all records by address, without those of lists."""
    return {
        page.address: (page.title, page.description, page.body, page.head, page.files)
        for page in bare_pages(atlas)
        if "/page-" not in page.address
    }


def record_of(address: str) -> tuple[str, str]:
    """The folder and the id of the record whose page stands at an address."""
    folder, name, *_ = address.split("/")
    return folder, name.partition("--")[0]


def reached(of: Reach) -> set[tuple[str, str]]:
    """The same for the records that an edit reaches."""
    return {(kind, id_) for kind in Reach.__slots__ for id_ in getattr(of, kind)}


@pytest.fixture(scope="module")
def before(atlas: Atlas) -> dict[str, tuple[object, ...]]:
    """The pages before any edit."""
    return pages(atlas)


@pytest.mark.parametrize("key", ["sokol2016", "panaite2024", "freeman2012"])
def test_every_page_of_a_record_that_tells_of_a_reference_is_reached(
    key: str, atlas: Atlas, before: dict[str, tuple[object, ...]]
) -> None:
    """Who edits title and year of a reference sees it on its own page and on those of all
    programmes, references and labels that name it.
    """
    reference = atlas.references[key]
    assert reference.issued
    issued = replace(reference.issued, year=1901)
    after = with_reference(atlas, replace(reference, title="Edited", issued=issued))
    of = reach(atlas, after)
    assert of is not None
    changed = {record_of(at) for at, page in pages(after).items() if before[at] != page}
    assert ("references", key) in changed
    assert changed <= reached(of)


def test_every_page_that_tells_of_a_programme_is_reached(
    atlas: Atlas, before: dict[str, tuple[object, ...]]
) -> None:
    """Who edits name and summary of a programme sees it on its own page and on those of its works
    and labels. Programmes that are like it come later, with the whole site.
    """
    programme = replace(
        atlas.programmes["caring-community"], name=Text("Edited"), summary=Text("Edited.")
    )
    after = with_programme(atlas, programme)
    of = reach(atlas, after)
    assert of is not None
    changed = {record_of(at) for at, page in pages(after).items() if before[at] != page}
    assert ("programmes", "caring-community") in changed
    assert {one for one in changed if one[0] != "programmes"} <= reached(of)
    assert of.programmes == ("caring-community",)


def test_a_work_that_is_no_longer_named_is_reached_too(atlas: Atlas) -> None:
    """A reference that an edit takes out of a record loses its use on its own page."""
    programme = atlas.programmes["caring-community"]
    of = reach(atlas, with_programme(atlas, replace(programme, read=(), answers={}, labels=())))
    assert of is not None
    assert "lessard2024" in of.references
    assert set(programme.labels) <= set(of.labels)


def test_a_work_that_only_notes_name_reaches_the_programme(atlas: Atlas) -> None:
    """Notes show author and year of a work, so an edit of the work is seen there."""
    noted = replace(atlas.programmes["caring-community"], notes=Text("As bartone2019 says."))
    before = with_programme(atlas, noted)
    reference = replace(atlas.references["bartone2019"], title="Edited")
    of = reach(before, with_reference(before, reference))
    assert of is not None
    assert "caring-community" in of.programmes


def test_lines_that_move_reach_nothing(atlas: Atlas) -> None:
    """A line that comes in above an entry moves it in the file, and changes no page."""
    reference = atlas.references["sokol2016"]
    moved = replace(reference, mark=Mark(reference.mark.path, reference.mark.line + 1))
    assert reach(atlas, with_reference(atlas, moved)) == NOTHING


def test_what_comes_or_goes_is_more_than_an_edit(atlas: Atlas) -> None:
    """A new reference changes every list, so nothing less than the whole site will do."""
    new = replace(atlas.references["sokol2016"], key="sokol2017")
    after = with_reference(atlas, new)
    assert reach(atlas, after) is None
    assert reach(after, atlas) is None
