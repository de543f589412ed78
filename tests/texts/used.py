"""Compares what the program shows while tests run with what the extraction finds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from journal.bootstrap import ROOT
from journal.texts import Texts
from tests.texts.extracting import every_text

# Each language has its own of these; a sentence of theirs is not looked up in the catalogue.
GUIDANCE = Path(ROOT, "resources", "guidance", "en")
_SENTENCE = re.compile(r"(?<=[.?:]) ")


class NotExtractedError(AssertionError):
    """A text that no translator would get; ``marked`` it where it stands."""


@contextmanager
def used_texts_are_extracted() -> Iterator[None]:
    """Inside, every text that a module of the program passes to ``texts`` or ``plural`` is looked up."""
    said, plural = Texts.__call__, Texts.plural

    def checked(texts: Texts, message: str, **values: object) -> str:
        _check(message)
        return said(texts, message, **values)

    def both_checked(texts: Texts, one: str, many: str, n: int, **values: Any) -> str:
        _check(one)
        _check(many)
        return plural(texts, one, many, n, **values)

    with mock.patch.object(Texts, "__call__", checked), mock.patch.object(Texts, "plural", both_checked):
        yield


def _check(message: str) -> None:
    if message in _extracted() or _is_guidance(message):
        return
    caller = sys._getframe(2).f_globals.get("__name__", "")
    if caller.startswith("journal."):
        raise NotExtractedError(f"{message!r}, shown by {caller}")


@cache
def _extracted() -> frozenset[str]:
    return every_text()


@cache
def _is_guidance(message: str) -> bool:
    return all(sentence.rstrip(".") in _guidance() for sentence in _SENTENCE.split(message))


@cache
def _guidance() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(GUIDANCE.iterdir()))
