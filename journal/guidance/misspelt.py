"""Finds what somebody may have meant with a misspelt name, to be asked about and never taken for it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache

_SHORTEST, _TWO_SLIPS_FROM, _ANY_BEGINNING_FROM, _MOST = 4, 8, 8, 3
_SOUND_ALIKE = tuple(map(frozenset, ("xzs", "ckqs", "fpv", "gj", "iyj")))  # at the beginning of a name


def meant_by(typed: str, known: Mapping[str, tuple[str, Hashable]], most: int = 2) -> tuple[str, ...]:
    """At most three names that are one or two slips away, the closest first, one for each thing that they are.

    ``known`` are the written name and what it is, by the folded name. Brands lie close together, and many are not in
    the list: of a brand one slip is allowed, of a medicine's own long name two, and it begins as it was typed. Of names
    that are as close, a medicine's own name comes first. ``most``: slips at most.
    """
    if len(typed) < _SHORTEST:
        return ()
    letters = _letters(typed)
    close: list[tuple[int, bool, int, str]] = []
    for folded, (name, thing) in known.items():
        of_brand = thing not in (name, (name,))
        allowed = min(most, 1 if of_brand or len(typed) < _TWO_SLIPS_FROM else 2)
        # Each slip adds or takes away at most two different letters; the rest need not be compared.
        if abs(len(folded) - len(typed)) <= allowed and (_letters(folded) ^ letters).bit_count() <= 2 * allowed:
            slips = _slips(typed, folded, allowed)
            if slips <= allowed and len(folded) >= _SHORTEST and _may_begin_so(typed, folded, slips):
                close.append((slips, of_brand, abs(len(folded) - len(typed)), folded))
    first_of: dict[Hashable, str] = {}
    for *_, folded in sorted(close):
        name, thing = known[folded]
        first_of.setdefault(thing, name)
    return tuple(first_of.values())[:_MOST]


def _may_begin_so(typed: str, name: str, slips: int) -> bool:
    """Whether a slip in the first letter is likely: people hear how a name begins, and a short one is soon another."""
    first, other = typed[0], name[0]
    alike = first == other or any({first, other} <= letters for letters in _SOUND_ALIKE)
    return alike or (slips == 1 and len(name) >= _ANY_BEGINNING_FROM)


@lru_cache(maxsize=10_000)
def _letters(name: str) -> int:
    """Which letters and digits a name holds, as bits; two that share a bit only make the filter weaker."""
    bits = 0
    for letter in name:
        bits |= 1 << (ord(letter) % 64)
    return bits


def _slips(typed: str, name: str, allowed: int) -> int:
    """How many letters are missing, too many, wrong or exchanged with their neighbour, as far as is allowed."""
    before_last: list[int] = []
    last = list(range(len(name) + 1))
    for row, letter in enumerate(typed, 1):
        now = [row]
        for column, other in enumerate(name, 1):
            slips = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == name[column - 2] and other == typed[row - 2]:
                slips = min(slips, before_last[column - 2] + 1)
            now.append(slips)
        if min(now) > allowed:
            return allowed + 1
        before_last, last = last, now
    return last[-1]
