"""What a file brings, said before it is imported: the names that its rows point to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from journal.core.plaintext import clean_name
from journal.texts import Texts

_LONGEST = 60
_NONE: Mapping[str, str] = MappingProxyType({})


class Brought(NamedTuple):
    """Names by id, of products and symptoms of the journal and of the file; ``masked`` symptoms are not named."""

    texts: Texts
    products: dict[str, str]
    symptoms: dict[str, str]
    masked: set[str]
    units: Mapping[str, str] = _NONE


def quoted(texts: Texts, text: str) -> str:
    """The beginning of a text, in one line."""
    one_line = clean_name(text[:_LONGEST])
    return texts("“{text}…”", text=one_line) if len(text) > _LONGEST else texts("“{text}”", text=one_line)
