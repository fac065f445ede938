"""The tags that can be given, as they are shown to a person and read from one."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable

from peermap.load.everything import MAP, SYNTHESIS, loaded
from peermap.place.atlas import placed
from peermap.sources import Sources
from peermap.tagging.suggestions import Candidate, named_tags

LISTS = (MAP, f"{SYNTHESIS}/labels.yml", f"{SYNTHESIS}/silos.yml")
ABOUT_A_WORK = frozenset({"trend", "community", "issue", "label"})  # the others are questions
USED = (
    "A tag of a question says that the site uses the work there: cite it in a statement or as "
    "evidence, or 'peermap check' asks for it. Other tags may stand by themselves."
)


def tags_known(sources: Sources) -> frozenset[str]:
    """Every tag that map and lists know, without a look at anything else; none without a map."""
    texts = {path: sources.texts[path] for path in LISTS if path in sources.texts}
    records, _ = loaded(Sources(texts))
    if records is None:
        return frozenset()
    atlas, _ = placed(records)
    return frozenset(str(tag) for tag, *_ in named_tags(atlas))


def known_tags(known: Iterable[Candidate]) -> str:
    """All tags by what they are about, a paragraph each."""
    values: dict[str, list[str]] = {}
    for candidate in known:
        values.setdefault(candidate.tag.namespace, []).append(candidate.tag.value)
    return "\n".join(
        textwrap.fill(
            f"{name}: {', '.join(found)}", 90, subsequent_indent="  ", break_on_hyphens=False
        )
        for name, found in values.items()
    )


def whole(part: str, tags: Collection[str]) -> str:
    """A tag as it is written; one that is given by its value alone, where no other has that."""
    meant = [tag for tag in tags if tag.partition(":")[2] == part]
    return meant[0] if len(meant) == 1 else part


def speaks_of_a_question(tags: Iterable[str]) -> bool:
    """Whether one of the tags claims that the site uses the work for an option."""
    return any(tag.partition(":")[0] not in ABOUT_A_WORK for tag in tags)
