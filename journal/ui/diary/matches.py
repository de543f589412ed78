"""Which parts of a text are the words that were looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence


def pieces(text: str, words: Sequence[str]) -> list[tuple[str, bool]]:
    """The text cut into parts, each with whether it was looked for. Joined together they are the text again."""
    wanted = [re.escape(word) for word in words if word.strip()]
    if not wanted or not text:
        return [(text, False)] if text else []
    # Words are found by their beginnings, as the journal's full text finds them.
    cut = re.split(rf"(?i)(?<!\w)({'|'.join(sorted(wanted, key=len, reverse=True))})", text)
    return [(part, number % 2 == 1) for number, part in enumerate(cut) if part]
