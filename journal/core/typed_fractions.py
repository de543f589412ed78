"""Simple fractions as people write them: 1/2, ½, 1 1/2, 1½, half a tablet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from journal.core.refusal import Refused

if TYPE_CHECKING:
    from fractions import Fraction

_SLASHES = "/⁄∕"
_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉"
_WORDS = {"half": 2, "quarter": 4}
# Patterns are made, and fractions loaded, when something typed is read: most starts read no fraction.
_BEGINS = rf"[+\-−]?(?:[0-9][0-9.,\s]*[{_SLASHES}]|[0-9.,\s]*[{_SIGNS}])"
# "11/2" may be eleven halves or 1 1/2, so a fraction has one digit on each side and the smaller one on top.
_SLASHED = rf"\+?(?:([0-9]+)\s+)?([1-9])\s?[{_SLASHES}]\s?([2-9])(?![0-9.,{_SLASHES}])\s*(.*)"
_SIGNED = rf"\+?([0-9]+)?\s?([{_SIGNS}])(?![0-9.,{_SLASHES}{_SIGNS}])\s*(.*)"
_IN_WORDS = r"(?:([0-9]+)\s+and\s+)?(?:an?\s+)?(half|quarter)(?:\s+of)?(?:\s+an?)?\s+(\w.*)"


class TypedFraction(NamedTuple):
    """A number with a fraction in it and the words of the unit behind it; ``mixed``: a whole number stood before."""

    value: Fraction
    unit: str
    mixed: bool


def typed_fraction(typed: str, unit_names: Iterable[str] = ()) -> TypedFraction | None:
    """The fraction at the beginning of what was typed (single spaces); None if there is none.

    ``1/2``, ``½ tablet``, ``1 1/2 tablets``, ``1½``, ``half a tablet``, ``1 and a half tablets``. Of a product whose
    unit is called "1/2 tablet", "2 1/2 tablet" is two of that. Refuses a fraction that cannot be read without doubt:
    ``3/2``, ``11/2``, ``1.5/2``, ``1/16``.
    """
    part = _fraction(typed)
    if part is not None and part.mixed and any(re.match(_BEGINS, unit_name) for unit_name in unit_names):
        return None
    return part


def is_number_alone(typed: str) -> bool:
    """Whether there is a number and no unit: "2.5", "1 1/2"."""
    return bool(typed.strip()) and not typed.strip(f"+0123456789., {_SLASHES}{_SIGNS}")


def _fraction(typed: str) -> TypedFraction | None:
    if match := _in_words(typed):
        return _with_whole(match[1], (1, _WORDS[match[2].casefold()]), match[3])
    if not re.match(_BEGINS, typed):
        return None
    if typed[:1] in "-−":
        raise Refused("amount-negative")
    return _with_whole(*_parts(typed))


def _in_words(typed: str) -> re.Match[str] | None:
    has_fraction_word = any(word in typed.casefold() for word in _WORDS)
    return re.fullmatch(_IN_WORDS, typed, re.DOTALL | re.IGNORECASE) if has_fraction_word else None


def _parts(typed: str) -> tuple[str | None, tuple[int, int], str]:
    from fractions import Fraction

    if slashed := re.fullmatch(_SLASHED, typed, re.DOTALL):
        whole, above, below, unit = slashed.groups()
        if above < below:
            return whole, (int(above), int(below)), unit
    if signed := re.fullmatch(_SIGNED, typed, re.DOTALL):
        value = unicodedata.numeric(signed[2])
        if value:
            return signed[1], Fraction(value).limit_denominator(10).as_integer_ratio(), signed[3]
    raise Refused("amount-fraction", text=typed[:40])


def _with_whole(whole: str | None, part: tuple[int, int], unit: str) -> TypedFraction:
    from fractions import Fraction

    if whole is not None and len(whole) > 12:
        raise Refused("amount-absurd")
    return TypedFraction(int(whole or 0) + Fraction(*part), unit.strip(), whole is not None)
