"""One page of every kind the site has."""

from __future__ import annotations

from building import ROOT


def open_programme() -> str:
    """The address of the first programme with a question that its sources leave open."""
    for path in sorted((ROOT / "synthesis/programmes").glob("*.yml")):
        if ": not stated\n" in path.read_text(encoding="utf-8"):
            return f"programmes/{path.stem}/"
    raise LookupError("no programme has a question that is not stated")


HOME = ""
KINDS = {
    "home": HOME,
    "map": "map/",
    "questions": "questions/",
    "a question": "questions/functions/",
    "an option": "questions/functions/navigation/",
    "trends": "trends/",
    "a trend": "trends/peer-support/",
    "programmes": "programmes/",
    "a programme": "programmes/caring-community/",
    "a programme with answers not stated": open_programme(),
    "bridges": "bridges/",
    "gaps": "gaps/",
    "comparison": "compare/?p=caring-community,asha-india,alcoholics-anonymous",
    "search": "search/?q=navigation",
    "labels": "labels/",
    "a label": "labels/promotora/",
    "references": "references/",
    "a reference": "references/sokol2016/",
    "a reference used everywhere": "references/panaite2024/",
    "method": "method/",
    "disagreements": "disagreements/",
    "coding guide": "coding-guide/",
    "describe a programme": "describe/",
    "data": "data/",
    "cite": "cite/",
    "contribute": "contribute/",
    "what's new": "whats-new/",
    "no such page": "404.html",
    "home in French": "fr/",
    "a question in French": "fr/questions/functions/",
    "a programme in French": "fr/programmes/caring-community/",
    "programmes in French": "fr/programmes/",
    "a reference in French": "fr/references/sokol2016/",
    "a label in French": "fr/labels/promotora/",
}
