"""Markdown prose with ``[@key]`` citations → sections, paragraphs and sentences that know their line.

Read with markdown-it's CommonMark rules and HTML switched off: what looks like markup stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from peermap.load.sentences import sentences_of
from peermap.load.yaml_tree import Tree, read_yaml
from peermap.problems import Mark, Problem, shown
from peermap.records.prose import Block, Passage, Section, Sentence

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---[ \t]*\n", re.S | re.M)
CITATION = re.compile(r"\[(?=[^\]\n]*@)([^\]\n]*)\]")
KEYS = re.compile(r"@([A-Za-z0-9_:.-]+)")
STRICT = re.compile(r"\s*@[A-Za-z0-9_:.-]+(\s*;\s*@[A-Za-z0-9_:.-]+)*\s*")
HEADING_ID = re.compile(r"^(.*?)\s*\{#([a-z0-9-]+)\}$")
LINK = re.compile(
    r"(https?://|mailto:)|(programme|option|question|trend|label|reference|page):", re.I
)
LEAVES = {"fence": "a code block", "code_block": "a code block (four spaces)", "hr": "a rule"}
PARSER = MarkdownIt("commonmark", {"html": False})
PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # links are judged below


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file taken apart: front matter as a tree, sections, and problems."""

    front: Tree | None
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]


def read_page(path: str, text: str) -> Page:
    """A source page: front matter and prose. Problems are collected; what can be read is read."""
    match = FRONT_MATTER.match(text)
    if match is None:
        says = "the page does not begin with front matter"
        missing = Problem(Mark(path, 1), says, "Begin with a line '---', fields, and a line '---'.")
        sections, problems = read_sections(path, text, 0)
        return Page(None, sections, (missing, *problems))
    front, found = read_yaml(path, match[1], first_line=2)
    lines_above = match[0].count("\n")
    sections, problems = read_sections(path, text[match.end() :], lines_above)
    return Page(front, sections, (*found, *problems))


def read_sections(
    path: str, text: str, lines_above: int
) -> tuple[tuple[Section, ...], tuple[Problem, ...]]:
    """Markdown as sections; the first has no heading. ``lines_above`` shifts the marks."""
    reader = Reader(path, lines_above)
    reader.read(PARSER.parse(text))
    return tuple(reader.sections), tuple(reader.problems)


class Reader:
    """Walks markdown-it's tokens and gathers sections; it knows lines, not what keys mean."""

    def __init__(self, path: str, lines_above: int) -> None:
        self.path = path
        self.lines_above = lines_above
        self.sections: list[Section] = [Section("", "", (), Mark(path, lines_above + 1))]
        self.problems: list[Problem] = []
        self.anchors: set[str] = set()

    def mark(self, token: Token) -> Mark:
        return Mark(self.path, self.lines_above + (token.map[0] if token.map else 0) + 1)

    def read(self, tokens: Sequence[Token]) -> None:
        """Headings open sections; lists and paragraphs become blocks of the last one."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "heading_open":
                self.open_section(tokens[index + 1])
                index += 2
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                end = closing(tokens, index)
                kind = "bullets" if token.type.startswith("bullet") else "numbers"
                self.add(kind, list(inlines(tokens[index:end])))
                index = end
            elif token.type == "inline":
                self.add("paragraph", [token])
            elif token.type in LEAVES:
                self.report_leaf(token)
            index += 1

    def open_section(self, inline: Token) -> None:
        """A heading ``## Words {#anchor}``; without an anchor one is made of its words."""
        match = HEADING_ID.match(inline.content)
        heading, anchor = (match[1], match[2]) if match else (inline.content, "")
        anchor = anchor or re.sub(r"[^a-z0-9]+", "-", heading.lower()).strip("-")
        if any(section.anchor == anchor for section in self.sections):
            says = f"the section {shown(anchor)} stands twice"
            self.problems.append(Problem(self.mark(inline), says, "Give one another anchor: {#…}."))
            anchor = f"{anchor}-{len(self.sections)}"
        self.sections.append(Section(anchor, heading, (), self.mark(inline)))

    def add(self, kind: str, inline_tokens: list[Token]) -> None:
        """A block of one item for each inline token."""
        items = tuple(tuple(self.sentences(token)) for token in inline_tokens)
        last = self.sections[-1]
        blocks = (*last.blocks, Block(kind, items))
        self.sections[-1] = Section(last.anchor, last.heading, blocks, last.mark)

    def sentences(self, token: Token) -> Iterator[Sentence]:
        """The sentences of one paragraph or list item, each anchor unique on the page."""
        mark = self.mark(token)
        for sentence in sentences_of(tuple(self.passages(token)), mark):
            anchor, number = sentence.anchor, 2
            while anchor in self.anchors:
                anchor, number = f"{sentence.anchor}-{number}", number + 1
            self.anchors.add(anchor)
            yield Sentence(sentence.passages, anchor, sentence.mark)

    def passages(self, token: Token) -> Iterator[Passage]:
        """Inline tokens as passages; emphasis inside a link is read as its words."""
        mark, style, target = self.mark(token), "text", ""
        for child in token.children or ():
            if child.type in {"softbreak", "hardbreak"}:
                mark = Mark(mark.path, mark.line + 1)
                yield Passage("text", " ", mark=mark)
            elif child.type == "link_open":
                target = self.checked_target(str(child.attrs.get("href", "")), mark)
                style = "link" if target else "text"
            elif child.type in {"em_open", "strong_open"}:
                style = style if style == "link" else STYLES[child.type]
            elif child.type in {"link_close", "em_close", "strong_close"}:
                style = style if style == "link" and child.type != "link_close" else "text"
            elif child.type == "image":
                self.problems.append(
                    Problem(mark, "a picture stands here", "Prose has words only.")
                )
            elif child.type == "code_inline":
                yield Passage("code", child.content, mark=mark)
            elif style == "text":
                yield from self.with_citations(child.content, mark)
            else:
                yield Passage(style, child.content, target if style == "link" else "", mark=mark)

    def with_citations(self, text: str, mark: Mark) -> Iterator[Passage]:
        """Text cut at its citations ``[@key; @key]``."""
        end = 0
        for match in CITATION.finditer(text):
            if not STRICT.fullmatch(match[1]):
                says = f"{shown(match[0])} is not a citation as it is read here"
                way_out = "Write [@key] or [@key; @key], with the page in the sentence."
                self.problems.append(Problem(mark, says, way_out))
            yield Passage("text", text[end : match.start()].removesuffix(" "), mark=mark)
            yield Passage("cite", keys=tuple(KEYS.findall(match[1])), mark=mark)
            end = match.end()
        if "[@" in text[end:]:
            self.problems.append(Problem(mark, "a citation is not closed", "Close it: [@key]."))
        yield Passage("text", text[end:], mark=mark)

    def checked_target(self, target: str, mark: Mark) -> str:
        """The target of a link if its kind is allowed, else nothing and a problem."""
        if LINK.match(target):
            return target
        says = f"a link leads to {shown(target)}"
        way_out = (
            "Links lead to http(s), mailto, or a record: programme:id, option:question/option, "
            "question:id, trend:id, label:id, reference:key, page:method."
        )
        self.problems.append(Problem(mark, says, way_out))
        return ""

    def report_leaf(self, token: Token) -> None:
        """Something that prose has no place for; a code block's text is kept as a paragraph."""
        says = f"{LEAVES[token.type]} stands here"
        way_out = "Prose has headings, paragraphs and lists only; it is read as text."
        self.problems.append(Problem(self.mark(token), says, way_out, "warning"))
        if token.content.strip():
            words = Token("text", "", 0, content=" ".join(token.content.split()))
            self.add("paragraph", [Token("inline", "", 0, map=token.map, children=[words])])


STYLES = {"em_open": "emphasis", "strong_open": "strong"}


def closing(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that closes the one at ``start``."""
    level = tokens[start].level
    return next(
        index
        for index in range(start + 1, len(tokens))
        if tokens[index].level == level and tokens[index].nesting == -1
    )


def inlines(tokens: Sequence[Token]) -> Iterator[Token]:
    """The runs of text in some tokens."""
    return (token for token in tokens if token.type == "inline")
