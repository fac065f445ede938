"""Markdown prose with ``[@key]`` citations → sections, paragraphs and sentences that know their
line.

Read with markdown-it's CommonMark rules and HTML switched off: what looks like markup stays text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from peermap.load.controls import without_controls
from peermap.load.ids import as_id
from peermap.load.inline import CITATION, WORDS_ONLY, InlineReader, words_of
from peermap.load.sentences import sentences_of
from peermap.load.yaml_file import read_yaml
from peermap.load.yaml_tree import Tree
from peermap.problems import Mark, Problem, shown
from peermap.records.prose import Block, Section, Sentence

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
UNCLOSED = re.compile(r"\A---[ \t]*\n(.*?)(?:\n[ \t]*\n|\Z)", re.S)  # up to the first blank line
ANCHOR = re.compile(r"[a-z0-9-]+")
LEAVES = {"fence": "a code block", "code_block": "a code block (four spaces)", "hr": "a rule"}
PARSER = MarkdownIt("commonmark", {"html": False}).disable("reference")
PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # links are judged later


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file taken apart: front matter as a tree, sections, and problems."""

    front: Tree | None
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]


def read_page(path: str, text: str) -> Page:
    """A source page: front matter and prose. Problems are collected; what can be read is read."""
    text, found = without_controls(path, text)
    match = FRONT_MATTER.match(text)
    if match is None:
        found.append(no_front_matter(path, text))
        match = UNCLOSED.match(text)
    front: Tree | None = None
    if match:
        front, problems = read_yaml(path, match[1], first_line=2)
        found += problems
    prose = text[match.end() :] if match else text
    lines_above = match[0].count("\n") if match else 0
    sections, problems = read_sections(path, prose, lines_above)
    return Page(front, sections, (*found, *problems))


def no_front_matter(path: str, text: str) -> Problem:
    """Front matter that is not there, or does not end."""
    if text.startswith("---"):
        says, way_out = "the front matter is not closed", "End it with a line '---'."
    else:
        says = "the page does not begin with front matter"
        way_out = "Begin with a line '---', fields, and a line '---'."
    return Problem(Mark(path, 1), says, way_out)


def read_sections(
    path: str, text: str, lines_above: int
) -> tuple[tuple[Section, ...], tuple[Problem, ...]]:
    """Markdown as sections; the first has no heading. ``lines_above`` shifts the marks."""
    reader = Reader(path, lines_above)
    reader.read(PARSER.parse(text))
    return reader.sections, tuple(reader.problems)


class Reader:
    """Walks markdown-it's tokens and gathers sections; it knows lines, not what keys mean."""

    def __init__(self, path: str, lines_above: int) -> None:
        self.path = path
        self.lines_above = lines_above
        self.heads: list[Section] = [Section("", "", (), Mark(path, lines_above + 1))]
        self.blocks: list[list[Block]] = [[]]
        self.inline = InlineReader()
        self.problems = self.inline.problems
        self.anchors: set[str] = {""}
        self.used: Counter[str] = Counter()

    @property
    def sections(self) -> tuple[Section, ...]:
        """What was gathered so far."""
        pairs = zip(self.heads, self.blocks, strict=True)
        return tuple(replace(head, blocks=tuple(blocks)) for head, blocks in pairs)

    def mark(self, token: Token) -> Mark:
        return Mark(self.path, self.lines_above + (token.map[0] if token.map else 0) + 1)

    def read(self, tokens: Sequence[Token]) -> None:
        """Headings open sections; lists and paragraphs become blocks of the last one."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "heading_open":
                self.open_section(tokens[index + 1], max(int(token.tag[1:]), 2))
                index += 2
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                end = closing(tokens, index)
                kind = "bullets" if token.type.startswith("bullet") else "numbers"
                self.add(kind, list(self.runs(tokens[index:end])))
                index = end
            else:
                self.add("paragraph", list(self.runs([token])))
            index += 1

    def open_section(self, inline: Token, level: int) -> None:
        """A heading ``## Words {#anchor}``; without an anchor one is made of its words."""
        mark = self.mark(inline)
        heading, anchor = heading_parts(words_of(inline))
        self.inline.tell_markup(inline, mark)
        anchor = anchor or as_id(heading) or "section"
        if CITATION.search(heading):
            way_out = "Put it behind a sentence; here it is read as text."
            self.problems.append(Problem(mark, "a citation stands in a heading", way_out))
        if anchor in self.anchors:
            says = f"the section {shown(anchor)} stands twice"
            self.problems.append(Problem(mark, says, "Give this one another anchor: {#…}."))
        anchor = self.unique(anchor)
        self.heads.append(Section(anchor, heading, (), mark, level))
        self.blocks.append([])

    def unique(self, anchor: str) -> str:
        """An anchor no other section or sentence of the page has, by ``-2`` and so on."""
        found = anchor
        while found in self.anchors:
            self.used[anchor] += 1
            found = f"{anchor}-{self.used[anchor] + 1}"
        self.anchors.add(found)
        return found

    def add(self, kind: str, runs: Sequence[Token]) -> None:
        """A block of one item for each run of text, if there is any."""
        items = tuple(filter(None, (tuple(self.sentences(token)) for token in runs)))
        if items:
            self.blocks[-1].append(Block(kind, items))

    def sentences(self, token: Token) -> Iterator[Sentence]:
        """The sentences of one paragraph or list item, each anchor unique on the page."""
        mark = self.mark(token)
        for sentence in sentences_of(self.inline.passages(token, mark), mark):
            yield replace(sentence, anchor=self.unique(sentence.anchor))

    def runs(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """The runs of text in some tokens; a code block's text is one, and that is told."""
        for token in tokens:
            if token.type == "inline":
                yield token
            elif token.type in LEAVES:
                says = f"{LEAVES[token.type]} stands here"
                self.problems.append(Problem(self.mark(token), says, WORDS_ONLY, "warning"))
                words = Token("text", "", 0, content=" ".join(token.content.split()))
                if words.content:
                    yield Token("inline", "", 0, map=token.map, children=[words])


def heading_parts(words: str) -> tuple[str, str]:
    """The words of a heading, and its anchor if it is given one."""
    heading, opening, rest = words.strip().rpartition("{#")
    anchor = rest.removesuffix("}")
    if opening and rest.endswith("}") and ANCHOR.fullmatch(anchor):
        return heading.rstrip(), anchor
    return words.strip(), ""


def closing(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that closes the one at ``start``."""
    level = tokens[start].level
    return next(
        index
        for index in range(start + 1, len(tokens))
        if tokens[index].level == level and tokens[index].nesting == -1
    )
