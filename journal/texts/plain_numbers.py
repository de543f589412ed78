"""Typed text with the digits and signs that every reader knows: in any script, with spaces between groups."""

from __future__ import annotations

import re
import unicodedata

# The Arabic decimal sign; the one between groups, which is never anything else; signs of full-width writing.
_SIGNS = {"٫": ".", "٬": "", "．": ".", "，": ",", "：": ":", "／": "/", "－": "-"}  # noqa: RUF001
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f]")
# Between groups of three these are never anything else. Ordinary spaces are left alone: "3 500 mg capsules" are three.
_GROUP_SIGNS = "\u00a0\u202f'’"
_GROUPED = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:[{_GROUP_SIGNS}]\d{{3}})+(?!\d)", re.ASCII)
_GROUP_SIGN = re.compile(f"[{_GROUP_SIGNS}]")


def with_plain_numbers(text: str) -> str:
    """The text with ASCII digits, and without spaces between groups of three."""
    plain = "".join(map(_plain_sign, _DIRECTION_MARKS.sub("", text)))
    return _GROUPED.sub(lambda match: _GROUP_SIGN.sub("", match.group()), plain)


def _plain_sign(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return _SIGNS.get(sign, sign) if digit is None else str(digit)


def spaced(text: str) -> str:
    """So, in small letters, and with single spaces."""
    return " ".join(with_plain_numbers(text).casefold().split())
