"""Simple fractions as people write them: 1/2, ½, 1 1/2, 1½, half a tablet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from journal.core.refusal import Refused

_SLASHES = "/⁄∕"
_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉"
_WORDS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_BEGINS = re.compile(rf"[+\-−]?(?:[0-9][0-9.,\s]*[{_SLASHES}]|[0-9.,\s]*[{_SIGNS}])")
# "11/2" may be eleven halves or 1 1/2, so a fraction has one digit on each side and the smaller one on top.
_SLASHED = re.compile(rf"\+?(?:([0-9]+)\s+)?([1-9])\s?[{_SLASHES}]\s?([2-9])(?![0-9.,{_SLASHES}])\s*(.*)", re.DOTALL)
_SIGNED = re.compile(rf"\+?([0-9]+)?\s?([{_SIGNS}])(?![0-9.,{_SLASHES}{_SIGNS}])\s*(.*)", re.DOTALL)
_IN_WORDS = re.compile(
    r"(?:([0-9]+)\s+and\s+)?(?:an?\s+)?(half|quarter)(?:\s+of)?(?:\s+an?)?\s+(\w.*)", re.DOTALL | re.IGNORECASE
)


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
    if part is not None and part.mixed and any(_BEGINS.match(unit_name) for unit_name in unit_names):
        return None
    return part


def is_number_alone(typed: str) -> bool:
    """Whether there is a number and no unit: "2.5", "1 1/2"."""
    return bool(typed.strip()) and not typed.strip(f"+0123456789., {_SLASHES}{_SIGNS}")


def _fraction(typed: str) -> TypedFraction | None:
    match = _IN_WORDS.fullmatch(typed)
    if match is not None:
        return _with_whole(match[1], _WORDS[match[2].casefold()], match[3])
    if not _BEGINS.match(typed):
        return None
    if typed[:1] in "-−":
        raise Refused("amount-negative")
    return _with_whole(*_parts(typed))


def _parts(typed: str) -> tuple[str | None, Fraction, str]:
    if slashed := _SLASHED.fullmatch(typed):
        whole, above, below, unit = slashed.groups()
        if above < below:
            return whole, Fraction(int(above), int(below)), unit
    if signed := _SIGNED.fullmatch(typed):
        value = unicodedata.numeric(signed[2])
        if value:
            return signed[1], Fraction(value).limit_denominator(10), signed[3]
    raise Refused("amount-fraction", text=typed[:40])


def _with_whole(whole: str | None, part: Fraction, unit: str) -> TypedFraction:
    if whole is not None and len(whole) > 12:
        raise Refused("amount-absurd")
    return TypedFraction(int(whole or 0) + part, unit.strip(), whole is not None)
