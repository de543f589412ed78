"""What is read beside a save, only to be said: where it cannot be, the save stands, and that is said instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain

T = TypeVar("T")
_DAMAGE = ("entries-damaged", "journal-damaged", "search-fails")


class ReadAside:
    """Damage of other entries is no reason to refuse this one: a save compares with its check what it touches."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._refused: Refused | None = None

    def read(self, reading: Callable[[], T], otherwise: Callable[[], T]) -> T:
        """What it answers, or what ``otherwise`` does where it is refused."""
        try:
            return reading()
        except Refused as refused:
            self._refused = self._refused or refused
            return otherwise()

    def lines(self) -> list[str]:
        """What there is to say of it, once everything was saved; nothing where all could be read."""
        if self._refused is None:
            return []
        if self._refused.code in _DAMAGE:
            words = self._texts(
                "This was saved. It is kept beside the damage: part of the journal cannot be read, so not all is said "
                "that may have to be said of it. The command check says what can be done."
            )
        else:
            why = explain(self._texts, self._refused)
            words = self._texts("This was saved. Not all is said that may have to be said of it. {why}", why=why)
        return [words]
