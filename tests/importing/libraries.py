"""Imports without a terminal: texts in, account and the new bibliography out."""

from __future__ import annotations

from dataclasses import dataclass

from peermap.importing.account import Account
from peermap.importing.bibliography import Bibliography, extended, read_bibliography
from peermap.importing.formats import read_export
from peermap.importing.joining import joined
from peermap.importing.shelf import Shelf


@dataclass(frozen=True)
class Result:
    """The account of an import and the bytes of the bibliography behind it."""

    account: Account
    data: bytes


def imported(export: str, before: bytes = b"") -> Result:
    """Import one export into a bibliography."""
    bibliography = read_bibliography(before)
    assert isinstance(bibliography, Bibliography)
    reading = read_export("export", export)
    shelf = Shelf(bibliography.references)
    outcomes = tuple(joined(reading.works, shelf))
    data = extended(bibliography, shelf.books)
    assert isinstance(data, bytes), data
    return Result(Account((reading,), outcomes), data)
