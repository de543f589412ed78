"""What a key means by its place, where the layout writes something else there than a digit or a Latin letter."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# The rows of the keyboard as Linux and Windows number the keys; X and Wayland add 8. macOS gives no number of the kind.
_FIRST = {"win32": 0, "darwin": None}.get(sys.platform, 8)
_ROWS = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM", 51: ",./"}
_PLACES = {first + n: sign for first, row in _ROWS.items() for n, sign in enumerate(row)}
_DIGITS = "1234567890"
_SPECIAL = 0x01000000  # from here on Qt numbers keys that write nothing
_UNSHIFTED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


def typed_digit(event: QKeyEvent) -> int | None:
    """The digit of a key: in the digits of any script, or by its place where the layout asks for Shift (AZERTY)."""
    text = event.text()
    if len(text) == 1 and text.isdecimal():
        return int(text)
    if event.modifiers() & ~_UNSHIFTED:
        return None
    sign = _sign_there(event)
    return int(sign) if sign and sign in _DIGITS else None


def latin_key(event: QKeyEvent) -> Qt.Key | None:
    """The key that shortcuts name, if the layout has something else in its place: "D" for the Russian "В".

    None where the key has the meaning that it says: on AZERTY the letter A stays A, though it lies elsewhere.
    """
    key, sign = event.key(), _sign_there(event)
    if not sign or key >= _SPECIAL or chr(key) == sign or event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return None
    if sign in _DIGITS:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return None if shifted or chr(key).isdecimal() else Qt.Key(ord(sign))
    return None if key < 0x100 else Qt.Key(ord(sign))


def _sign_there(event: QKeyEvent) -> str:
    """What the place of the key bears on a keyboard of the United States; empty for every other place."""
    if _FIRST is None or not event.nativeScanCode():
        return ""
    return _PLACES.get(event.nativeScanCode() - _FIRST, "")
