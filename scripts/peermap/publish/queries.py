"""Worked queries over the published Parquet tables. Each is run when the site is made, so that the
answers beside them are true of the tables beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from peermap.publish.parquet import connection
from peermap.words import N_, say

PLACE = "<!-- worked queries -->"


@dataclass(frozen=True, slots=True)
class Query:
    """A question in words, and in SQL. Tables are named as files, in the folder ``data/``."""

    asks: str
    sql: str


QUERIES = (
    Query(
        N_("How many programmes take each option, on what a source states or says of the kind?"),
        """SELECT question, option, count(DISTINCT programme) AS programmes
FROM 'placements.parquet'
WHERE strength IN ('stated', 'general')
GROUP BY question, option
ORDER BY programmes DESC, question, option
LIMIT 6;""",
    ),
    Query(
        N_("On which questions have sources been read and not said, and where has nobody looked?"),
        """SELECT question,
       count(DISTINCT programme) FILTER (state = 'placed') AS placed,
       count(DISTINCT programme) FILTER (state = 'not stated') AS not_stated,
       count(DISTINCT programme) FILTER (state = 'not coded') AS not_coded
FROM 'placements.parquet'
GROUP BY question
ORDER BY question;""",
    ),
    Query(
        N_(
            "From which decades are the works under the placements, and how many programmes rest "
            "on them?"
        ),
        """SELECT r.year // 10 * 10 AS decade,
       count(DISTINCT r.key) AS works,
       count(DISTINCT p.programme) AS programmes
FROM 'placements.parquet' AS p
JOIN 'references.parquet' AS r ON r.key = p.source
WHERE r.year IS NOT NULL
GROUP BY decade
ORDER BY decade;""",
    ),
)


def worked_queries(data: Path) -> str:
    """HTML of each query with its answer, from the tables in a folder."""
    parts = (part for query in QUERIES for part in worked(query, *answer(query.sql, data)))
    return "\n".join(parts)


def answer(sql: str, data: Path) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The names of the columns, and the rows."""
    with connection() as database:
        database.execute("SET file_search_path = ?", [str(data)])
        found = database.sql(sql)
        return list(found.columns), found.fetchall()


def worked(query: Query, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """The question, the SQL and the answer."""
    asks = escape(say(query.asks))
    yield f"<h2>{asks}</h2>"
    yield f'<pre tabindex="0"><code class="language-sql">{escape(query.sql)}</code></pre>'
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    yield f'<div class="pm-scroll" role="region" aria-label="{asks}" tabindex="0">'
    caption = escape(say("Answer"))
    yield f'<table class="pm-table">\n<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>'
    lines = ("".join(f"<td>{escape(str(cell))}</td>" for cell in row) for row in rows)
    yield (
        "<tbody>\n"
        + "\n".join(f"<tr>{line}</tr>" for line in lines)
        + "\n</tbody>\n</table>\n</div>"
    )
