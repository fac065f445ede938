"""What the form for a programme says: of what is missing, and of what it does."""

from __future__ import annotations

from peermap.words import say as _


def fault_words() -> dict[str, str]:
    """By the code of a fault: what is, and what to do."""
    return {
        "no-source": _("No work is named yet. Add at least one that you have read."),
        "work": _("Choose a work from the list, or tick “It is not in the list”."),
        "twice": _("This work stands above already. Take one of the two away."),
        "title": _("The title of the work is missing. Write it as it is printed."),
        "authors": _(
            "One line is not a name. Put each author on a line of its own: Boivin, Antoine."
        ),
        "year": _("The year is not one. Write four digits, such as 2019, or leave it empty."),
        "address": _(
            "This is neither a DOI nor a web address. Write 10.1234/abc or https://… , or leave "
            "it empty."
        ),
        "day": _("The day is missing or not in the calendar. Write it as 2026-11-22."),
        "needed": _("This is empty. A record cannot do without it."),
        "long": _("This has {length} characters, and there is room for {most}."),
        "choose": _("Nothing is chosen. Choose one."),
        "place": _("“{place}” does not end with a country. Write: Montréal, Canada."),
        "place-guess": _("“{place}” does not end with a country. Did you mean {guess}?"),
        "years": _("These years cannot be read. Write 2016, 1998/2004, 2016/.. or 1970s."),
        "ahead": _(
            "You last read in {last}, and these years lie far ahead of it. Write 2016/.. for what "
            "goes on without a known end."
        ),
        "silence": _(
            "You have read only titles. Silence can be claimed only of what was read in full or "
            "as an abstract: say so under the works, or choose “I have not looked”."
        ),
        "no-option": _("No option is chosen. Choose at least one, or one of the other answers."),
        "evidence-source": _("No work is chosen. Choose the one that says so."),
        "title-only": _(
            "Of this work only the title was read, which supports nothing. Choose another."
        ),
        "where": _("Where in the work? Write the section and paragraph, the page or the table."),
        "says": _("What does the work say? Put it in your own words."),
        "quote": _("The quotation has {length} characters, and there is room for {most}."),
        "strength": _("How sure is this? Choose one."),
    }


def form_words() -> dict[str, str]:
    """What the form says as it is used."""
    return {
        "here": _("Already here: {names}. You may want to correct that record instead."),
        "unlisted": _(
            "The list of works did not arrive. You can write the record without it: tick “It is "
            "not in the list”."
        ),
        "kept": _("Your draft is kept in this browser."),
        "unkept": _("This browser keeps no drafts. Save the file before you leave."),
        "clear": _("Delete the whole draft? What you wrote is lost."),
        "cleared": _("The draft is gone."),
        "work": _("Work {n}"),
        "piece": _("Evidence {n} for {option}"),
        "choose": _("Choose a work"),
        "unnamed": _("a work without a title"),
        "todo": _("{n} things are missing"),
        "todo-one": _("One thing is missing"),
        "copied": _("Copied."),
        "uncopied": _("Copying is not possible here. The text is selected: copy it yourself."),
        "saved": _("Saved as {name}."),
        "ready": _("The record is ready."),
        "unfinished": _("The record is not complete. Still missing:"),
        "attach": _("Paste the record here, or attach the file that you saved."),
        "subject": _("A programme: {name}"),
        "correct": _("A correction: {page}"),
        "page": _("Page"),
        "says": _("What it says"),
        "ought": _("What it ought to say"),
        "source": _("Source"),
        "anywhere": _("the site"),
        "oughtNeeded": _("This is empty. Say what ought to stand there."),
        "incomplete": _("The record is not complete"),
    }
