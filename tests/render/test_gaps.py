"""The page of gaps as a reader without JavaScript has it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from peermap.place.atlas import Atlas
from peermap.records.map import Option
from peermap.records.programme import Programme
from peermap.render.pages.gaps import LOOKS, gaps_page

Row = list[ET.Element]


@pytest.fixture(scope="module")
def table(atlas: Atlas) -> ET.Element:
    """The matrix of the page."""
    text = gaps_page(atlas).text
    start, end = text.index("<table"), text.index("</table>") + len("</table>")
    return ET.fromstring(text[start:end])


def rows_of(table: ET.Element, atlas: Atlas) -> Iterator[tuple[str, Row]]:
    """The id of a question and each of its rows."""
    for question, body in zip(atlas.map.questions, table.findall("tbody"), strict=True):
        for row in body.findall("tr")[1:]:
            yield question.id, list(row)


def words(cell: ET.Element) -> str:
    """What a cell says."""
    return " ".join(" ".join(cell.itertext()).split())


def takes(programme: Programme, option: Option) -> bool:
    """Whether a source says that the programme takes an option."""
    placements = programme.answers[option.question].placements
    return any(p.option == option.id and p.strength != "inferred" for p in placements)


def test_every_number_is_what_counting_gives(table: ET.Element, atlas: Atlas) -> None:
    """A cell of an option and a trend has the number of programmes of that trend of which a source
    says that they take the option, and the row ends with the number of all that do.
    """
    found = {(q, words(row[0])): [words(c).split()[0] for c in row[1:]]
             for q, row in rows_of(table, atlas)}  # fmt: skip
    for option in atlas.map.options:
        takers = [p for p in atlas.programmes.values() if takes(p, option)]
        expected = [sum(p.trend == t.id for p in takers) for t in atlas.map.trends]
        shown = found[option.question, str(option.name)]
        assert shown == [str(n) for n in (*expected, len(takers))], option.id


def test_each_question_has_its_states_below(table: ET.Element, atlas: Atlas) -> None:
    """Below the options of each question, *not stated* and *not coded* have rows of their own."""
    for question in atlas.map.questions:
        heads = [words(row[0]) for q, row in rows_of(table, atlas) if q == question.id]
        number = len(question.options)
        assert heads[:number] == [str(option.name) for option in question.options]
        assert heads[number : number + 2] == ["Not stated", "Not coded"]


def test_an_empty_cell_says_why(table: ET.Element, atlas: Atlas) -> None:
    """Where every programme of a trend is coded for the question, an empty cell says that it was
    looked for; where one is not, it says so, and leads to those that are not.
    """
    for option, row in option_rows(table, atlas):
        for trend, cell in zip(atlas.map.trends, row[1:], strict=False):
            of_trend = [p for p in atlas.programmes.values() if p.trend == trend.id]
            if any(takes(p, option) for p in of_trend):
                continue
            open_ = any(p.answers[option.question].state == "not coded" for p in of_trend)
            expected = "0 not all coded" if open_ else "0 looked for, none found"
            assert words(cell) == expected, (option.id, trend.id)
            assert cell.get("data-state") == ("not-coded" if open_ else "not-stated")


def option_rows(table: ET.Element, atlas: Atlas) -> Iterator[tuple[Option, Row]]:
    """Each option with its row."""
    names = {(o.question, str(o.name)): o for o in atlas.map.options}
    for question, row in rows_of(table, atlas):
        option = names.get((question, words(row[0])))
        if option is not None:
            yield option, row


def test_a_number_leads_to_its_programmes(table: ET.Element, atlas: Atlas) -> None:
    """A number is a link to the finder with both filters."""
    for option, row in option_rows(table, atlas):
        for trend, cell in zip(atlas.map.trends, row[1:], strict=False):
            link = cell.find("a")
            if link is not None:
                query = f"{option.question}={option.id}&trend={trend.id}"
                assert link.get("href") == f"../programmes/?{query}"


def test_heads_name_their_rows_and_columns(table: ET.Element) -> None:
    """Every head has a scope, every row begins with a head, and the table has a caption."""
    assert table.find("caption") is not None
    assert all(head.get("scope") for head in table.iter("th"))
    assert all(row[0].tag == "th" for row in table.iter("tr"))


def test_the_key_has_every_kind_of_cell(atlas: Atlas) -> None:
    """Also the plain 0 of two things that nobody looks for, such as a community and an issue."""
    text = gaps_page(atlas).text
    key = text[text.index('<ul class="pm-matrix-key"') :].partition("</ul>")[0]
    assert set(re.findall(r'data-state="([a-z-]+)"', key)) == set(LOOKS.values())
