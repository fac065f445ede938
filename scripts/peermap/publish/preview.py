"""A preview that is told of every change, and shows an edited record at once.

The pages that an edit of records reaches are poured into the site that is shown. The whole site is
then built into a second folder, which takes the place of the first when it is done: so nobody
waits for it, and nobody meets half a site. Any other change builds the whole site before it is
shown, as ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from peermap.place.atlas import Atlas
from peermap.place.reach import Reach, reach
from peermap.project import Project, read_project, with_citations
from peermap.publish.pouring import pour_reached
from peermap.publish.saved import Saved, changed, saved
from peermap.publish.under_way import Builds
from peermap.words import ENGLISH, speaking

RECORDS = re.compile(r"bibliography/references\.bib|synthesis/([a-z]{2,3}/)?programmes/[^/]+\.yml")


@dataclass(slots=True)
class Preview:
    """``build`` builds the whole site into the folder it is given, ``build_apart`` does so in a
    process of its own and tells whether it did, and ``show`` serves that folder; ``folders`` are
    the two, the first one shown. ``tell`` says problems of an edit. What was ``seen`` last of what
    people save is what the site that is shown was made of.
    """

    root: Path
    builds: Builds
    folders: tuple[Path, Path]
    build: Callable[[Path], None]
    build_apart: Callable[[Path], bool]
    show: Callable[[Path], None]
    tell: Callable[[Project], None]
    seen: Saved
    following: Thread | None = None
    is_behind: bool = False
    """Whether something was edited since the build that follows began."""
    lock: Lock = field(default_factory=Lock)

    @property
    def is_late(self) -> bool:
        """Whether something was saved since."""
        return saved(self.root) != self.seen

    def change(self) -> None:
        """Show what it makes that some file has changed."""
        before, self.seen = self.seen, saved(self.root)
        edited = changed(before.texts, self.seen.texts)
        is_around = before.stamps != self.seen.stamps
        is_of_records = not is_around and all(map(RECORDS.fullmatch, edited))
        is_old = not is_around and not edited  # a page that a build wrote for the engine
        if not is_old and not (is_of_records and self.shows_records()):
            self.wait()
            self.build(self.folders[0])
            self.show(self.folders[0])

    def shows_records(self) -> bool:
        """Pour what an edit of records reaches, and let the whole site follow; False where it is
        more than that.
        """
        before, kept = self.builds.shown, self.builds.kept
        after = read_project(self.root, kept)
        reached = reaches(before, after, self.builds) if before else None
        if reached is None:
            return False
        address = self.builds.pourings[ENGLISH].facts.url
        after = with_citations(after, self.root, address, kept)
        self.tell(after)
        for language, of in reached.items():
            self.pour(language, atlas_of(after, language), of)
        self.builds.shown = after
        self.follow()
        return True

    def pour(self, language: str, atlas: Atlas, of: Reach) -> None:
        """Pour some records in one language."""
        site = self.folders[0] if language == ENGLISH else self.folders[0] / language
        with speaking(language):
            pour_reached(atlas, of, site, self.builds.pourings[language])

    def follow(self) -> None:
        """Let the whole site be built behind the one that is shown."""
        with self.lock:
            self.is_behind = True
            if self.following is None:
                self.following = Thread(target=self.catch_up, daemon=True)
                self.following.start()

    def catch_up(self) -> None:
        """Build until nothing has been edited meanwhile, then show it if it is whole."""
        is_whole = False
        while not self.is_over(is_whole=is_whole):
            is_whole = self.build_apart(self.folders[1])

    def is_over(self, *, is_whole: bool) -> bool:
        """Whether nothing was edited since the last build began. Then what it built takes the place
        of what is shown, before another edit can begin the next.
        """
        with self.lock:
            was_behind, self.is_behind = self.is_behind, False
            if not was_behind:
                self.following = None
                if is_whole:
                    self.folders = self.folders[::-1]
                    self.show(self.folders[0])
            return not was_behind

    def wait(self) -> None:
        """Let the build that follows come to its end."""
        if (following := self.following) is not None:
            following.join()


def reaches(before: Project, after: Project, builds: Builds) -> dict[str, Reach] | None:
    """What an edit reaches in each language; None where it is more than records."""
    if before.atlas is None or after.atlas is None:
        return None
    found = {
        language: reach(atlas_of(before, language), atlas_of(after, language))
        for language in builds.pourings
    }
    sure = {language: of for language, of in found.items() if of is not None}
    return sure if sure.keys() == found.keys() else None


def atlas_of(project: Project, language: str) -> Atlas:
    """The Atlas of a project that has one."""
    atlas = project.in_language(language)
    assert atlas is not None
    return atlas
