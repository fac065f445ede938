"""Drafts as the form holds them: likely ones, and whatever someone might paste."""

# ruff: noqa: E501 (the list of hostile texts reads better in few lines)
from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

HOSTILE = (
    "---", "...", "- a: b", "key: value", "# not a comment", "'", '"', "&anchor", "*alias", "!!python",
    "{a: b}", "[a, b]", "| literal", "> folded", "%YAML 1.2", "@at", "`tick", "~", "null", "NO", "0x1F",
    "a: b: c", "trailing:", " #hash", "back\\slash", "\t tab", "two\nlines", "a\r\nb", "\x00nul", "\x85",
    "\u2028line", "\ufeffbom", "\u202eright to left", "zero\u200bwidth", "\ud800", "</script><script>",
    "=1+1", "@article{x,", "}} {{", "{\\", "50 % & more #1 $5 a_b ~ ^", "and", "Née, and Co", "é" * 30,
    "x" * 300, "日本語", "👩‍⚕️", "\x7f", "\\u0000", "<<: *a", "? a", "a\x1fb", "{{", "} @book{y,", '"""',
    "Plain words", "Doe, Jane\nThe Society, of X\nWorld Health Org", "-", ",", "  ", "",
)  # fmt: skip
SIGNS = "abc :#-'\"\\{}[]@%&*!|>,?\n\t~$_^é=<"
YEARS = (
    "",
    "2016",
    "2016/..",
    "1998/2004",
    "1970s",
    "late 19th century",
    "2027",
    "2024/2028",
    "2060s",
    "2024/2105",
)
TYPES = ("article", "incollection", "book", "report", "online", "misc")
ADDRESSES = ("", "10.1186/s12875-024-02548-5", "https://example.org/a_b?c=1&d#e")


def random_draft(random: Random, vocabulary: dict[str, Any]) -> dict[str, Any]:
    """A draft that a person could have left in the form, complete or not."""
    sources = [source(random, vocabulary, f"s{n}") for n in range(random.randint(1, 3))]
    return {
        "name": words(random),
        "kind": random.choice(["programme", "movement", "group", "setting"]),
        "trend": random.choice(vocabulary["trends"])[0],
        **{kind: some(random, vocabulary[kind]) for kind in ("labels", "communities", "issues")},
        "places": places(random, vocabulary["countries"]),
        "years": random.choice(YEARS),
        "summary": given(random),
        "notes": words(random),
        "missing": words(random),
        "sources": sources,
        "answers": {q["id"]: answer(random, q, sources) for q in vocabulary["questions"]},
    }


def words(random: Random) -> str:
    """What someone might type or paste."""
    if random.random() < 0.6:
        return random.choice(HOSTILE)
    return "".join(random.choice(SIGNS) for _ in range(random.randint(0, 30)))


def given(random: Random) -> str:
    """The same where something is typed, as a rule."""
    return words(random) + random.choice([" more", "", " x"])


def some(random: Random, known: Sequence[Sequence[str]]) -> list[str]:
    """At most three ids."""
    return [id_ for id_, _ in random.sample(list(known), random.randint(0, 3))]


def places(random: Random, countries: Sequence[str]) -> str:
    """Places one on a line, as the form asks for them."""
    lines = [f"{words(random)}, {random.choice(countries)}" for _ in range(random.randint(0, 2))]
    return "\n".join(line.replace("\n", " ").replace("\r", " ") for line in lines)


def source(random: Random, vocabulary: dict[str, Any], id_: str) -> dict[str, Any]:
    """A work of the bibliography, or a new one."""
    return {
        "id": id_,
        "key": random.choice(["", "", random.choice(vocabulary["references"])[0]]),
        "title": given(random),
        "authors": words(random),
        "year": random.choice(["", "1999", "2024"]),
        "type": random.choice(TYPES),
        "container": words(random),
        "address": random.choice(ADDRESSES),
        "what": random.choice(["full text", "full text", "abstract", "title"]),
        "on": "2026-11-22",
    }


def answer(random: Random, question: Any, sources: Sequence[Any]) -> dict[str, Any]:
    """An answer to a question: a state, and options with their evidence."""
    taken = random.sample(question["options"], random.randint(1, 2))
    readable = [s["id"] for s in sources if s["what"] != "title"] or [sources[0]["id"]]
    pieces = {
        option: [piece(random, readable) for _ in range(random.randint(1, 2))]
        for option, _ in taken
    }
    state = random.choice(["placed", "not stated", "not coded", "not coded"])
    return {"state": state, "options": pieces}


def piece(random: Random, readable: Sequence[str]) -> dict[str, str]:
    """A piece of evidence."""
    return {
        "source": random.choice(readable),
        "where": given(random),
        "says": given(random),
        "quote": words(random)[:100],
        "strength": random.choice(["stated", "general", "inferred"]),
    }
