"""What the cells of a column are to be read as: words that stand for others, and scales other than 0 to 10."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.core.warning_words import sign_meant
from journal.exchange.foreign_values import exact_number
from journal.exchange.mapping import Meaning, TableMapping
from journal.exchange.rating_cells import rating_written, says_no_answer
from journal.texts import Texts

MOST_WORDS = 500  # of one column
_ANY = "*"
_MOST = 10
_DIRECTIONS = {"": None, "best": True, "worst": False}  # of a scale's second end


class Words:
    """What stands for what. ``*`` is any text, the same on both sides: "* (mild)" is "*"."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, str] = {}
        self._patterns: list[tuple[str, str, str]] = []
        for written, meant in pairs:
            if _ANY in written:
                before, _, behind = written.partition(_ANY)
                self._patterns.append((before.casefold(), behind.casefold(), meant))
            else:
                self._whole[folded(written)] = meant

    def __bool__(self) -> bool:
        return bool(self._whole or self._patterns)

    def meant(self, cell: str) -> str:
        """What the cell is to be read as; itself where nothing was said of it."""
        if folded(cell) in self._whole:
            return self._whole[folded(cell)]
        for before, behind, meant in self._patterns:
            end = len(cell) - len(behind)
            if end >= len(before) and cell[: len(before)].casefold() == before and cell[end:].casefold() == behind:
                return meant.replace(_ANY, cell[len(before) : end].strip())
        return cell


class Scale(NamedTuple):
    """A scale by its ends: what is 0 here and what is 10, "1-5" or, the other way round, "5-1".

    ``best``: whether the second end is the best, "1-5 best", or the worst, "1-5 worst"; None: nobody said.
    """

    none: int
    most: int
    best: bool | None = None

    def value(self, cell: str, decimal: str, turned: bool = False) -> int:
        """The rating from 0 to 10, rounded; "4/5" says the scale itself. ``turned``: the second end is 0 here.

        Raises Refused("rating-off-scale").
        """
        if (self.none, self.most) == (0, _MOST):  # nothing to convert: a half stays between two answers
            whole = rating_written(cell) or 0
            return _MOST - whole if turned else whole
        share = self._share(cell, decimal)
        return int((_MOST - share if turned else share).quantize(Decimal(1), ROUND_HALF_UP))

    def is_rounded(self, cell: str, decimal: str) -> bool:
        """Whether the rating stands for several numbers of the scale, or for one that it does not name exactly."""
        share = self._share(cell, decimal)
        return share != share.to_integral_value()

    def _share(self, cell: str, decimal: str) -> Decimal:
        """Where the number stands from 0 to 10, not rounded; Refused("rating-off-scale")."""
        number, _, of = (part.strip() for part in cell.partition("/"))
        low, high = self.ends
        try:
            written = Decimal(exact_number(number, decimal))
        except Refused:
            written = Decimal(-1)
        if not low <= written <= high or of not in ("", str(high)):
            raise Refused("rating-off-scale", text=cell[:40], low=low, high=high)
        return (written - self.none) * _MOST / (self.most - self.none)

    @property
    def ends(self) -> tuple[int, int]:
        """The lowest and the highest number."""
        return min(self.none, self.most), max(self.none, self.most)


def scale_in(text: str) -> Scale:
    """The scale that is written so; Refused("mapping-scale") for anything else."""
    numbers, _, direction = text.strip().partition(" ")
    if direction not in _DIRECTIONS:
        numbers, direction = text, ""
    ends = [end.strip() for end in numbers.split("-")]
    if len(ends) != 2 or not all(end.isascii() and end.isdecimal() and len(end) <= 4 for end in ends):
        raise Refused("mapping-scale", text=text[:40])
    scale = Scale(int(ends[0]), int(ends[1]), _DIRECTIONS[direction])
    if scale.none == scale.most:
        raise Refused("mapping-scale", text=text[:40])
    return scale


def first_values(
    names: Sequence[str], mapping: TableMapping, written: Sequence[str], row: Sequence[str], texts: Texts
) -> list[str]:
    """Ratings as they stand in the file, where they are rounded or words: that is a person's own answer.

    They stand in a person's note and say that they are of the file: nobody wrote them here.

    Not those of warning signs, whose ratings are named nowhere unasked.
    """
    lines, columns = [], mapping.columns
    named = next((cell for column, cell in zip(columns, row, strict=True) if column.meaning is Meaning.SYMPTOM), "")
    for name, column, first, cell in zip(names, columns, written, row, strict=True):
        symptom = column.symptom or named or name
        changed = column.meaning is Meaning.RATING and _is_changed(column.scale, first, cell, mapping.decimal)
        if changed and sign_meant(symptom) is None:
            lines.append(_as_written(symptom, first, column.scale, texts))
    return lines


def _is_changed(scale: str, first: str, cell: str, decimal: str) -> bool:
    """Whether the file's own number or word cannot be told from the rating any more."""
    if says_no_answer(cell):
        return False
    if not scale or scale_in(scale)[:2] == (0, _MOST):
        return first != cell
    try:
        of = scale_in(scale)
        return first != cell or of.is_rounded(cell, decimal)
    except Refused:
        return False


def _as_written(symptom: str, first: str, scale: str, texts: Texts) -> str:
    if not scale or scale_in(scale)[:2] == (0, _MOST):
        return texts("{symptom}, as imported: “{value}”", symptom=symptom, value=first)
    none, most, _ = scale_in(scale)
    words = "{symptom}, as imported: {value}, on a scale from {none} to {most}"
    return texts(words, symptom=symptom, value=first, none=texts.integer(none), most=texts.integer(most))
