"""The two sentences beside an amount that may be too strong now. They block nothing.

Before the first dose of a journal there is no amount from before that it knows of; the person may have taken some all
the same, so that is said as a condition and not as a fact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from journal.core.batches import of_another_batch, open_batch
from journal.core.changes import Revision
from journal.core.entries import Batch, Dose, Entry, Product
from journal.core.first_dose_again import after_days_without, of_another_kind
from journal.texts import Texts
from journal.texts.marked import marked

_FROM_BEFORE = marked("The amount from before may be too strong now. If someone is with you, tell them.")
_FIRST_OF_ALL = marked(
    "If you have taken some before, as much as you took then may be too strong now. If someone is with you, tell them."
)  # fmt: skip


class ReadDoses(Protocol):
    """What is asked of an open journal."""

    def last_dose(self, product: str | None = None) -> Dose | None:
        """The newest dose, of a product if one is named."""

    def day_of(self, entry: Entry) -> dt.date | None:
        """The journal day of an entry."""

    def history(self, entry_id: str) -> Sequence[Revision]:
        """What an entry was before, oldest first."""

    def listed(self, cls: type[Batch]) -> list[Batch]:
        """Everything of a kind of few rows."""

    def days_marked_none(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The journal days that are marked "none today"."""


def too_strong_words(texts: Texts, logbook: ReadDoses) -> str:
    """The sentences, as long as the dose that they are about is not saved."""
    return texts(_FROM_BEFORE if logbook.last_dose() is not None else _FIRST_OF_ALL)


def may_be_too_strong(logbook: ReadDoses, product: Product | None, new: bool, day: dt.date) -> bool:
    """Whether a new dose on this journal day follows days without, or is of something new.

    ``product``: the chosen one; ``new``: it is only being typed.
    """
    return new or (product is not None and _is_new(logbook, product, day)) or _follows_days_without(logbook, day)


def _is_new(logbook: ReadDoses, product: Product, day: dt.date) -> bool:
    """A product without a dose, of another kind than it was then, or of another lot."""
    last = logbook.last_dose(product.id)
    if last is None or of_another_kind(product, last, logbook.history(product.id)):
        return True
    last_day = logbook.day_of(last)
    return last_day is not None and of_another_batch(open_batch(logbook.listed(Batch), product.id, day), last, last_day)


def _follows_days_without(logbook: ReadDoses, day: dt.date) -> bool:
    last = logbook.last_dose()
    last_day = logbook.day_of(last) if last is not None else None
    if last_day is not None and last_day >= day:
        return False
    return after_days_without(logbook.days_marked_none(last_day or dt.date.min, day), last_day, day)
