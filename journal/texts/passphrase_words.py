"""What is said of a passphrase while it is chosen; never that it is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.texts.language import Texts
from journal.texts.marked import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

FOUND = marked({
    "word": "Single words and names are tried first.",
    "keys": "Keys beside each other are tried first.",
    "repeated": "Repeated letters are tried first.",
    "sequence": "Letters and digits in their order are tried first.",
    "date": "Years and dates are tried first.",
})  # fmt: skip


def strength_words(texts: Texts, is_too_low: bool, could_be_higher: bool, patterns: Iterable[str]) -> str:
    """One or two sentences of advice, or that nothing common was found."""
    why = next((texts(FOUND[name]) for name in patterns), "")
    if is_too_low:
        return " ".join(filter(None, (texts("This would be guessed quickly."), why, texts("Add a few more words."))))
    if could_be_higher:
        return " ".join(filter(None, (texts("This can be guessed with patience."), why, texts("Another word helps."))))
    return texts("No common pattern was found in it. Whether somebody could know it, only you can say.")
