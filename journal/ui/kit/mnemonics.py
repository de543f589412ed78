"""Letters that choose an entry of a menu: one for each, none twice, in any language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction


def give_mnemonics(actions: Iterable[QAction]) -> None:
    """Underline in each text a letter that no other one has, rather the first of a word."""
    taken: set[str] = set()
    for action in actions:
        if not action.isSeparator() and action.text():
            action.setText(_with_mnemonic(_without_mnemonic(action.text()), taken))


def _without_mnemonic(text: str) -> str:
    """The text as ``plain`` makes it: && for &, and no single one."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&&")


def _with_mnemonic(text: str, taken: set[str]) -> str:
    places = [number for number, letter in enumerate(text) if letter.isalnum()]
    firsts = [number for number in places if number == 0 or not text[number - 1].isalnum()]
    for number in [*firsts, *places]:
        letter = text[number].casefold()
        if letter not in taken:
            taken.add(letter)
            return f"{text[:number]}&{text[number:]}"
    return text
