"""The kinds of row in one table: what the columns are in each, with their words; and rows of no kind that is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from journal.core.plaintext import clean_name, folded
from journal.exchange.mapped_words import Words
from journal.exchange.mapping import Meaning, TableMapping
from journal.texts import Texts
from journal.texts.listing import first_of

_NAMED = 8  # of categories that are left out
_KNOWN = 1000  # of them that are told apart
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class OneCase:
    """What the columns are, and what stands for what in each."""

    mapping: TableMapping
    words: tuple[Words, ...]

    def meant(self, row: Sequence[str]) -> list[str]:
        """The cells as they are to be read."""
        return [words.meant(cell) if words else cell for words, cell in zip(self.words, row, strict=True)]


class Cases:
    """Every kind of row of a table; one that says none has a single kind."""

    def __init__(self, mapping: TableMapping) -> None:
        self._place = mapping.place(Meaning.CATEGORY)
        self._by_category = {folded(case.category): _one(mapping.of_case(case)) for case in mapping.cases}
        self.first = next(iter(self._by_category.values()), _one(mapping))

    def category(self, row: Sequence[str]) -> str:
        """What the row says that it is."""
        return "" if self._place is None else row[self._place]

    def of(self, row: Sequence[str]) -> OneCase | None:
        """How the row is read; None: it is left out."""
        return self.first if not self._by_category else self._by_category.get(folded(self.category(row)))


class Others:
    """Counts the rows of categories that are not read."""

    def __init__(self) -> None:
        self._rows: Counter[str] = Counter()

    def count(self, category: str) -> None:
        """One more row of it."""
        name = clean_name(category[:_LONGEST])
        self._rows[name if name in self._rows or len(self._rows) < _KNOWN else ""] += 1

    def remarks(self, texts: Texts) -> list[str]:
        """How many were left out, and which; () without any."""
        if not self._rows:
            return []
        named = [name for name, _ in self._rows.most_common() if name]
        one = "{n} row of another category was left out."
        many = "{n} rows of other categories were left out."
        return [
            texts.plural(one, many, self._rows.total()),
            *first_of(texts, named, _NAMED, partial(self._said, texts)),
        ]

    def _said(self, texts: Texts, name: str) -> str:
        return texts("“{name}”: {n}", name=name, n=texts.integer(self._rows[name]))


def _one(mapping: TableMapping) -> OneCase:
    return OneCase(mapping, tuple(Words(column.words) for column in mapping.columns))
