"""What scripts say to readers: that it can be said in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.jslexer import Token, tokenize

from finder.node import node
from words.messages import SCRIPTS, messages

HERE = Path(__file__).parent
CALL = re.compile(r"(?<![\w.$])(?:say\(|many\([^\"\n]*?)\"((?:[^\"\\]|\\.)*)\"")

# Two words side by side, or one with a capital: as what readers read is written.
WORDY = re.compile(r"[A-Za-z]{2,},? [A-Za-z]{2,}|^[A-Z][a-z]+")
# What follows one of these is read by readers, whatever it looks like.
SHOWN = (
    "textContent=",
    '"aria-label":',
    ".title=",
    "title:",
    "placeholder:",
    "alert(",
    "confirm(",
)
# What follows one of these is read by programs.
HIDDEN = (
    "class:",
    "Error(",
    "querySelector(",
    "querySelectorAll(",
    "closest(",
    "matches(",
    "===",
    "!==",
)

# Words of the data and of programs, which are the same in every language.
OF_PROGRAMS = {
    *("not stated", "not coded", "not given", "looked for"),  # states in records and tables
    *("BibTeX", "Enter", "ClipboardItem", "DecompressionStream", "use strict"),
    *("Question", "Option", "Trend", "Label", "Reference", "Page"),  # kinds of the search index
    *(".pm-search input", ".pm-search button"),
}
OF_PROGRAMS_IN = {
    "contribute/draft.js": (
        "# not in the lists: ",
        ": not stated",
    ),  # a record, as Python writes it
    "finder/drawing.js": ("<", "px sans-serif", "italic ", "bold "),
}


def test_the_words_of_scripts() -> None:
    """Everything the tests beside this one say of words, plural forms and tables holds."""
    run = node("--test", *sorted(HERE.glob("*.test.js")))
    assert run.returncode == 0, run.stdout


def texts(token: Token) -> list[str]:
    """What stands in a string; of a template, the pieces between its gaps."""
    inner = token.value[1:-1]
    if token.type == "string":
        return [inner]
    pieces, deep = [""], 0
    for sign in inner.replace("${", "\0"):
        deep += (sign in "\0{" and (deep > 0 or sign == "\0")) - (sign == "}" and deep > 0)
        if not deep and sign != "}":
            pieces[-1] += sign
        elif pieces[-1]:
            pieces.append("")
    return pieces


def unsaid(name: str, source: str) -> Iterator[str]:
    """Places of texts that readers seem to read and that pass neither ``say`` nor ``many``."""
    before, calls = [""], list[str]()
    for token in tokenize(source):
        if token.type in {"linecomment", "multilinecomment"}:
            continue
        if token.type in {"string", "template_string"} and not {"say", "many"} & set(calls):
            for text in texts(token):
                if is_for_readers(name, "".join(before[-8:]), text):
                    yield f"docs/assets/{name}:{token.lineno}: {text!r}"
        if token.value == "(":
            calls.append(before[-1])
        elif token.value == ")" and calls:
            calls.pop()
        before.append(token.value)


def is_for_readers(name: str, before: str, text: str) -> bool:
    """Whether a text seems to be read by people, going by itself and by what stands before it."""
    if text in OF_PROGRAMS or text.startswith(OF_PROGRAMS_IN.get(name, ("\0",))):
        return False
    if before.endswith(HIDDEN) or re.search(r"class:[^,{}]*$", before):
        return False
    return bool(WORDY.search(text) or (before.endswith(SHOWN) and re.search(r"[A-Za-z]{2}", text)))


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_readers_read_can_be_said_in_another_language(name: str) -> None:
    """No text for readers stands in a script by itself: all go through ``say`` or ``many``, or
    come with the page.
    """
    assert list(unsaid(name, SCRIPTS[name].read_text())) == []


@pytest.mark.parametrize(
    "line",
    [
        'button("Copy", act);',
        "made.textContent = `${n} works`;",
        'made.title = "works";',
        'element("a", { "aria-label": `remove ${name}` });',
        'tell(isIn ? "Taken out" : say("Added"));',
    ],
)
def test_a_text_that_cannot_be_translated_is_found(line: str) -> None:
    """The test before this one sees texts in all the ways in which they reach a reader."""
    assert len(list(unsaid("x.js", line))) == 1


@pytest.mark.parametrize("name", SCRIPTS)
def test_what_is_said_is_found_for_the_catalogue(name: str) -> None:
    """An extractor finds every text that is said, so that none is missing in a catalogue."""
    said = CALL.findall(SCRIPTS[name].read_text())
    assert sorted(first for first, *_ in messages(name)) == sorted(said)
