"""What a file brings, said before it is imported: the names that its rows point to."""

from __future__ import annotations

from typing import NamedTuple

from journal.core.plaintext import clean_name
from journal.texts import Texts

_LONGEST = 60


class Brought(NamedTuple):
    """Names of products and symptoms by id, of the journal and of the file; ``masked`` symptoms are not named."""

    texts: Texts
    products: dict[str, str]
    symptoms: dict[str, str]
    masked: set[str]


def quoted(texts: Texts, text: str) -> str:
    """The beginning of a text, in one line."""
    one_line = clean_name(text[:_LONGEST])
    return texts("“{text}…”", text=one_line) if len(text) > _LONGEST else texts("“{text}”", text=one_line)
