"""Texts that once broke something somewhere, made from a few dozen pieces: for round trips through every format."""

from __future__ import annotations

from itertools import product

_PIECES = (
    "=1+1", "+1", "-1", "@A1", "%x", "|x", "'", "''", '"', '""', ",", ";", "\t", "\n", "\n\n", " ", "  ", "\u00a0",
    "\u200b",
    "\ufeff", "\u2028", "\u2029", "\u0085", "\u200d", "\u200f", "\u202e", "\u2066", "\ufffe", "\uffff", "\ue000",
    "\U0010ffff",
    "e\u0301", "é", "ß", "İ", "ﬁ", "👍🏽", "👨‍👩‍👧", "中文", "עברית", "العربية", "ไทย", "\\", "\\n", "\\u0000", "\\x1f",
    "{}", "{name}", "%s", "${x}", "<b>", "&amp;", "</script>", "<!--", "]]>", "NULL", "null", "None", "NaN", "true",
    "1e5",
    "0x10", "007", "1,5", "1.500", "12/11/2026", "2026-11-22", "10:30", "_x0041_", "#REF!", "=HYPERLINK(\"x\")",
    "a'b", "a;=1+1", "a,=1+1", "a\t=1+1", "a\n=1+1", "a\n'b", "\n=1", " =1", "'=1", "’", "–", "…", "x" * 190, "sep=;",
    "PK", "id", "kind", "skipped", "\u0301", "\u20dd", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
)  # fmt: skip
_AROUND = ("", "a", "'", "\n", "=", " ")


def odd_strings() -> list[str]:
    """At least 550, each other than the rest."""
    joined = (before + piece + after for before, piece, after in product(_AROUND, _PIECES, ("", "z")))
    return list(dict.fromkeys(text for text in joined if text))
