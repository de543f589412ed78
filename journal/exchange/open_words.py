"""Words in a column that its reader does not know, so that a person can say what they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable

from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.exchange.foreign_values import written_clock
from journal.exchange.mapped_amount import written_amount
from journal.exchange.mapped_units import WORDS
from journal.exchange.mapped_words import scale_in
from journal.exchange.mapping import Column, Meaning
from journal.exchange.preparation_words import PREPARATIONS
from journal.exchange.rating_cells import rating_written, says_no_answer

_LONGEST = 80  # longer ones are texts
_ANSWERED_ELSEWHERE = ("amount-ambiguous", "amount-zero")  # once for the whole table
ASKED = (Meaning.TIME, Meaning.PREPARATION, Meaning.UNIT, Meaning.AMOUNT, Meaning.RATING, Meaning.SYMPTOM)


def open_words(column: Column, cells: Iterable[str], known: Collection[str], decimal: str) -> Counter[str]:
    """Each with how often it is there, in the order of the file; spelled in several ways it is one.

    ``known``: names of own units or of symptoms, as that is what the column holds.
    """
    if column.meaning not in ASKED:
        return Counter()
    names, counts, spelled = {folded(name) for name in known}, Counter[str](), dict[str, str]()
    for cell, count in Counter(cells).items():
        word = _unknown(column, cell.strip(), names, decimal)
        if word and len(word) <= _LONGEST:
            counts[spelled.setdefault(folded(word), word)] += count
    return counts


def _unknown(column: Column, cell: str, names: Collection[str], decimal: str) -> str:
    """What of the cell is not known; empty if all is."""
    if not cell:
        return ""
    match column.meaning:
        case Meaning.TIME:
            return cell if _is_refused(lambda: written_clock(cell)) else ""
        case Meaning.PREPARATION:
            return "" if folded(cell) in PREPARATIONS else cell
        case Meaning.UNIT:
            return "" if _is_unit(cell, names) else cell
        case Meaning.AMOUNT:
            return _unknown_unit(cell, names, decimal)
        case Meaning.SYMPTOM:
            return "" if folded(cell) in names else cell
    if says_no_answer(cell):
        return ""
    scale = column.scale
    refused = _is_refused(lambda: scale_in(scale).value(cell, decimal) if scale else rating_written(cell))
    return cell if refused else ""


def _unknown_unit(cell: str, names: Collection[str], decimal: str) -> str:
    """The word behind the number; the whole cell where no number can be read in it."""
    try:
        word = written_amount(cell, decimal).word
    except Refused as reason:
        return "" if reason.code in _ANSWERED_ELSEWHERE else cell
    return "" if not word or _is_unit(word, names) else word


def are_whole_amounts(cells: Iterable[str], words: Collection[str]) -> set[str]:
    """Those of the open words of an amount that are no unit behind a number, but all that the cell says."""
    written = {folded(cell.strip()) for cell in cells}
    return {word for word in words if folded(word) in written}


def _is_unit(word: str, names: Collection[str]) -> bool:
    return folded(word).rstrip(".") in WORDS or folded(word) in names


def _is_refused(read: Callable[[], object]) -> bool:
    try:
        read()
    except Refused:
        return True
    return False
