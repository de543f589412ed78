"""Words that a page may cut at their end, marked in a text that it must hold."""

from __future__ import annotations

import re


def label(kept: str, rest: str) -> str:
    """Words of which only ``kept`` must be there; what is cut ends with "…"."""
    return f"⟨{kept}|{rest}⟩"


def stands(text: str, page: str) -> bool:
    """Whether the page holds the text, its labels in full or cut."""
    pattern = "".join(map(_pattern, re.split("(⟨.*?⟩)", text)))
    return re.search(pattern, page) is not None


def plain(text: str) -> str:
    """With its labels in full."""
    return re.sub(r"⟨(.*?)\|(.*?)⟩", r"\1\2", text)


def _pattern(part: str) -> str:
    if not part.startswith("⟨"):
        return re.escape(part)
    kept, rest = part.strip("⟨⟩").split("|")
    cut = "|".join(re.escape(rest[:length].rstrip()) for length in range(len(rest)))
    return f"{re.escape(kept)}(?:{re.escape(rest)}|(?:{cut})…)"
