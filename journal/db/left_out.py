"""Damaged rows are left out of what a thread reads to show it, instead of being refused; somebody is told of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher

from journal.db.connection import SqlConnection
from journal.db.row_checks import Damaged

NOT_UTF8 = "could not decode to utf-8"  # how sqlcipher3 begins its message on a text column with other bytes
OnDamage = Callable[[str], object]  # called with the table that something was left out of


class LeavingOut:
    """Of one file. Each thread has its own rule: to refuse, unless it says otherwise."""

    def __init__(self) -> None:
        self._of_thread = threading.local()

    def from_now_on(self, on_damage: OnDamage | None) -> None:
        """What this thread reads leaves out what is damaged and calls ``on_damage``; None: it is refused again."""
        self._of_thread.on_damage = on_damage

    @contextmanager
    def here(self, on_damage: OnDamage | None) -> Iterator[None]:
        """The same while the block runs."""
        before = self._on_damage()
        self.from_now_on(on_damage)
        try:
            yield
        finally:
            self.from_now_on(before)

    def _on_damage(self) -> OnDamage | None:
        on_damage: OnDamage | None = getattr(self._of_thread, "on_damage", None)
        return on_damage

    @contextmanager
    def on(self, connection: SqlConnection) -> Iterator[None]:
        """A connection reads as its thread does. SQLCipher has verified every page of an encrypted file."""
        connection.left_out = self._on_damage() if connection.verifies_rows else None
        try:
            yield
        finally:
            connection.left_out = None


@contextmanager
def or_left_out(connection: SqlConnection, table: str) -> Iterator[None]:
    """What is compared inside is refused; where damage is left out it is told of instead."""
    try:
        yield
    except (Damaged, sqlcipher.OperationalError) as problem:
        if connection.left_out is None or not (isinstance(problem, Damaged) or is_no_text(problem)):
            raise
        connection.left_out(table)


def is_no_text(problem: sqlcipher.OperationalError) -> bool:
    """Whether bytes were met that are not UTF-8: no text of ours."""
    return str(problem).casefold().startswith(NOT_UTF8)


def any_bytes(stored: bytes) -> str:
    """Text of bytes that are none: its row is left out, as no check fits it, and all others are read."""
    return stored.decode("utf-8", "surrogateescape")
