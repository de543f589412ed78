"""The check that SQLCipher keeps of each page, put out: a page is signed anew after a bit of it was flipped."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from journal.core.entries import Note
from journal.core.moments import moment_at
from tests.journals import PASSPHRASE, START_MS, JournalAt, new_journal, rounds

_PAGE, _SIGNATURE, _VECTOR, _SALT, _KEY = 4096, 64, 16, 16, 32


def a_journal_of_long_words(folder: Path) -> JournalAt:
    """Encrypted; most of its note lies in pages of which all but four bytes are the note's letters."""
    journal = new_journal(folder / "long.leaf", PASSPHRASE)
    with journal.open() as book:
        book.save(Note(at=moment_at(START_MS, "Europe/Berlin"), text="a day like any other " * 1000))
    return journal


def first_letters(journal: JournalAt, newest: int | None = None) -> Iterator[tuple[int, int]]:
    """Bits that change one bit each in the ninth byte of a page, and nothing else of what it holds.

    One of each page, or of the ``newest`` pages alone, among which are those of the long words.

    They lie in the vector with which the page's first block was mixed before it was encrypted. A bit of any other
    place makes sixteen bytes illegible, which is told by whoever reads them as words.
    """
    pages = journal.path.stat().st_size // _PAGE
    for page in range(1 if newest is None else pages - newest, pages):
        yield (page + 1) * _PAGE - _SIGNATURE - _VECTOR + 8, 0


class Signer:
    """Signs a page as SQLCipher 4 does."""

    def __init__(self, journal: JournalAt) -> None:
        assert journal.passphrase is not None
        with journal.path.open("rb") as file:
            salt = file.read(_SALT)
        words = unicodedata.normalize("NFC", journal.passphrase).encode()
        key = hashlib.pbkdf2_hmac("sha512", words, salt, rounds(), _KEY)
        self._key = hashlib.pbkdf2_hmac("sha512", key, bytes(each ^ 0x3A for each in salt), 2, _KEY)

    def sign(self, content: bytearray, place: int) -> None:
        """Make the signature of the page where ``place`` lies that of what it holds now."""
        page = place // _PAGE
        start, end = page * _PAGE or _SALT, (page + 1) * _PAGE - _SIGNATURE
        signed = bytes(content[start:end]) + (page + 1).to_bytes(4, "little")
        content[end : end + _SIGNATURE] = hmac.digest(self._key, signed, "sha512")
