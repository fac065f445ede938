"""The Jinja environment of the record pages: autoescape, nothing undefined, no URL spelled out."""

from __future__ import annotations

import operator
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any, ClassVar

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes

from peermap.catalogues import Catalogue
from peermap.render import words
from peermap.render.addresses import compared, further_page, narrowed, url_from
from peermap.render.compiling import Compiler, FixedWords, escaped
from peermap.render.foreign import foreign, with_languages
from peermap.render.pages.rose_key import rose_key
from peermap.render.periods import readable_period
from peermap.render.pictures.glyph import programme_glyph
from peermap.render.readable import readable_address, readable_date, readable_number
from peermap.words import ENGLISH, many, said_by, say, say_of, spoken

FIXED = {
    "state_words": words.STATE_WORDS,
    "strength_words": words.STRENGTH_WORDS,
    "depth_words": words.DEPTH_WORDS,
    "kind_words": words.KIND_WORDS,
    "notice_words": words.NOTICE_WORDS,
    "notice_sentences": words.NOTICE_SENTENCES,
    "type_words": words.TYPE_WORDS,
    "readable_address": readable_address,
    "readable_date": readable_date,
    "readable_number": readable_number,
    "readable_period": readable_period,
    "programme_glyph": programme_glyph,
    "rose_key": rose_key,
    "compared": compared,
    "further_page": further_page,
    "narrowed": narrowed,
}


class Templates(Environment):
    """An environment for thousands of pages. The names for all of its templates stand in one plain
    mapping, which is copied for every page: a chain of mappings takes ten times as long.
    """

    code_generator_class = Compiler
    escaped = staticmethod(escaped)
    called: ClassVar[Callable[..., Any]] = operator.call

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        return super()._generate(FixedWords(self.said).visit(source), name, filename, defer_init)

    def said(self, fixed: str) -> object:
        """Fixed words as a template shows them."""
        return self.finalize(say(fixed)) if self.finalize else say(fixed)


@lru_cache(maxsize=16)
def environment(language: str, _catalogue: Catalogue) -> Environment:
    """The templates of a language, with the fixed words and small pictures they may use. In another
    language than English, what is not in it is marked where it is shown.
    """
    env = Templates(
        loader=PackageLoader("peermap.render", "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=None if language == ENGLISH else foreign(language),
    )
    env.globals.update(FIXED)
    env.globals |= {"_": say, "spoken": spoken, "said_of": say_of, "many": many}
    return env


def html(template: str, page: str, **view: object) -> str:
    """A template filled for the page at that address, ``here``; ``url`` makes links relative to
    it.
    """
    language = spoken()
    filled = environment(*said_by()).get_template(template)
    text = filled.render(url=url_from(page), here=page, **view)
    return text if language == ENGLISH else with_languages(text)
