"""The two papers the synthesis rests on, as text, taken apart far enough to hold records against.

Numbers of references stand in the text of Panaite et al. 2024 as `` 2 , 12 ``.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDED = str.maketrans(
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "–": "-", "—": "-",
        "\u00a0": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u200b": "",
    }
)  # fmt: skip
NUMBERS = re.compile(r"(?<=[\s])(\d{1,2})(?=[\s.,;)]|$)")
ENTRY = re.compile(r"^\s*-?\s*(\d{1,2})\.\s+(.+)$", re.M)
DOI = re.compile(r"10\.\d{4,9}/[^\s\]>]+")
HEADING = re.compile(r"^(\d)(?:\.(\d))?\.\s+\S")

# Which option each paragraph of a section is about; "" where it is about none or several.
PARAGRAPHS: Mapping[str, tuple[str, ...]] = {
    "5.1": (
        "", "functions/relationship-building", "functions/emotional-support",
        "functions/navigation", "functions/promotion", "functions/advocacy", "",
    ),
    "5.2": ("", "formality/informal", "formality/formal", ""),
    "6.1": (
        "relations/lived-experience", "relations/social-identity", "relations/local-community", "",
    ),
    "6.2": (
        "status/people-supported", "status/organisation", "status/training-certification", "",
    ),
    "7.1": (
        "affiliations/independent", "affiliations/community-based",
        "affiliations/clinically-based", "",
    ),
    "7.2": ("spaces/community-spaces", "spaces/organisations-institutions"),
}  # fmt: skip
TRENDS = ("", "peer-support", "community-health-workers", "patient-navigation")


@dataclass(frozen=True, slots=True)
class Seeds:
    """The texts by the key of the work; ``record`` is the citation record (RIS) of lessard2024."""

    panaite: str
    lessard: str
    summary: str
    record: str

    def of(self, key: str) -> str:
        """The text of a work."""
        return {
            "panaite2024": self.panaite,
            "lessard2024": self.lessard,
            "lessard2024-summary": self.summary,
        }[key]


def read_seeds() -> Seeds | None:
    """The texts, from the folder that ``PEERMAP_SEEDS`` names or from ``../shared/seeds``."""
    folder = Path(os.environ.get("PEERMAP_SEEDS") or ROOT.parent / "shared" / "seeds")
    if not folder.is_dir():
        return None
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    return Seeds(
        panaite=one(texts, "4. CONCEPTUAL MAP"),
        lessard=one(texts, "Caring community participatory research program"),
        summary=one(texts, "The following is a summary of"),
        record=one(texts, "TY - JOUR"),
    )


def one(texts: list[str], sign: str) -> str:
    """The one text that holds a sign."""
    (found,) = [text for text in texts if sign in text]
    return found


def folded(text: str) -> str:
    """Text with plain quotes, hyphens and single spaces; accents and capitals stay."""
    return " ".join(unicodedata.normalize("NFC", text).translate(FOLDED).split())


def words(text: str) -> list[str]:
    """The words of a text in small letters, without signs."""
    return re.findall(r"\w+", folded(text).replace("'", "").casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words."""
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def entries(text: str) -> dict[int, str]:
    """The reference list of a paper: number → what is printed."""
    start = max(text.rfind("\nREFERENCES\n"), text.rfind("\nReferences\n"))
    found: dict[int, str] = {}
    for match in ENTRY.finditer(text, start):
        if int(match[1]) == len(found) + 1:
            found[len(found) + 1] = match[2]
    return found


def dois(entry: str) -> list[str]:
    """DOIs of a printed entry, in small letters, also where they stand inside an address."""
    return [doi.rstrip(".,;)").lower() for doi in DOI.findall(entry)]


def paragraphs(text: str) -> Iterator[tuple[str, int, str]]:
    """Section number, number of the paragraph in it (from 0), and the paragraph."""
    section, number = "", 0
    for line in text.splitlines():
        match = HEADING.match(line)
        if match and len(line) < 100:
            section, number = f"{match[1]}.{match[2]}" if match[2] else match[1], 0
        elif section and line.strip():
            yield section, number, line
            number += 1


def cited(paragraph: str) -> set[int]:
    """Numbers of the reference list in a paragraph."""
    plain = re.sub(r"\(see Section \d\)", "", paragraph)
    return {int(number) for number in NUMBERS.findall(plain)}


def cited_for_options(text: str) -> dict[str, set[int]]:
    """``question/option`` → the numbers that its paragraph of Panaite et al. 2024 cites."""
    return {
        PARAGRAPHS[section][number]: cited(paragraph)
        for section, number, paragraph in paragraphs(text)
        if section in PARAGRAPHS and PARAGRAPHS[section][number]
    }


def cited_for_trends(text: str) -> dict[str, set[int]]:
    """Trend → the numbers that its paragraph in section 3 cites."""
    return {
        TRENDS[number]: cited(paragraph)
        for section, number, paragraph in paragraphs(text)
        if section == "3" and TRENDS[number]
    }
