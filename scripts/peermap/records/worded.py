"""Fields of sources that hold words for readers: plain text, or ``{en: …, fr: …}``."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from peermap.records.text import Text, single_spaced

MOST_TEXT = 20_000


def as_text(value: Any) -> Text:
    """Plain text, or ``{en: …, fr: …}``, with single spaces."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(short_enough(single_spaced(value)))
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise fault("text_shape", "{what} is {given}", "Write text, or {en: …, fr: …}.")
    if "en" not in value:
        raise fault("text_english", "{what} has no English words", "Write {en: …, fr: …}.")
    words = {language: short_enough(single_spaced(text)) for language, text in value.items()}
    return Text(words.pop("en"), words)


def as_given_text(value: Any) -> Text:
    """The same where there must be some."""
    text = as_text(value)
    if not text:
        raise fault("text_empty", "{what} is empty", "")
    return text


def short_enough(text: str) -> str:
    """The text, unless it is far longer than any record's."""
    if len(text) > MOST_TEXT:
        says = f"{{what}} has {len(text):,} characters"
        raise fault("text_long", says, f"It may have {MOST_TEXT:,}.")
    return text


def on_one_line(value: Any) -> Any:
    """Text with single spaces; anything else as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value


def fault(kind: str, says: str, way_out: str) -> PydanticCustomError:
    """A fault of ours; ``{what}`` and ``{given}`` in ``says`` stand for the field and its value."""
    return PydanticCustomError(kind, says, {"way_out": way_out})


IN_LANGUAGES = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "required": ["en"], "additionalProperties": {"type": "string"}},
    ]
}
Words = Annotated[Text, BeforeValidator(as_text), WithJsonSchema(IN_LANGUAGES)]
GivenWords = Annotated[Text, BeforeValidator(as_given_text), WithJsonSchema(IN_LANGUAGES)]
