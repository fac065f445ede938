"""Atheris against one reader: python tests/importing/fuzz.py RIS -max_total_time=600.

Needs ``pip install atheris``. The reader is one of the names of ``STARTS`` in
``test_import_properties.py``; what is broken there stands behind a sound start of its format.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["peermap"]):
    from importing.test_import_properties import PIECES, holds


def fuzzed(name: str, data: bytes) -> None:
    """Bytes as pieces of the format and free text; reading them must keep what ``holds`` says."""
    source = atheris.FuzzedDataProvider(data)
    pieces = []
    while source.remaining_bytes() > 0 and len(pieces) < 60:
        if source.ConsumeBool():
            pieces.append(PIECES[name][source.ConsumeIntInRange(0, len(PIECES[name]) - 1)])
        else:
            pieces.append(source.ConsumeUnicodeNoSurrogates(16))
    try:
        holds(name, "".join(pieces))
    except Exception:
        print(f"{name} breaks behind its start on {''.join(pieces)!a}", flush=True)
        raise


if __name__ == "__main__":
    reader = sys.argv.pop(1)
    atheris.Setup(sys.argv, lambda data: fuzzed(reader, data))
    atheris.Fuzz()
