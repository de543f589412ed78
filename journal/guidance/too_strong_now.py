"""The two sentences beside an amount that may be too strong now, and why they stand there. They block nothing.

Before the first dose of a journal there is no amount from before that it knows of; the person may have taken some all
the same, so that is said as a condition and not as a fact.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import StrEnum
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


NOT_FILLED_IN = marked("No amount is filled in. Read first what stands above.")


class Why(StrEnum):
    """Why the amount from before may be too strong now."""

    DAYS_WITHOUT = "days_without"
    NEW_PRODUCT = "new_product"
    OTHER_KIND = "other_kind"
    OTHER_BATCH = "other_batch"


_BECAUSE: Mapping[Why, str] = {
    Why.DAYS_WITHOUT: marked("Why this is here: 3 or more days without."),
    Why.NEW_PRODUCT: marked("Why this is here: no dose of this product is written down yet."),
    Why.OTHER_KIND: marked("Why this is here: the product is of another kind than at its last dose."),
    Why.OTHER_BATCH: marked("Why this is here: another batch is open than at its last dose."),
}


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


def too_strong_words(texts: Texts, logbook: ReadDoses, why: Why) -> str:
    """The sentences, as long as the dose that they are about is not saved."""
    if logbook.last_dose() is None:
        return texts(_FIRST_OF_ALL)
    return f"{texts(_FROM_BEFORE)} {texts(_BECAUSE[why])}"


def why_too_strong(logbook: ReadDoses, product: Product | None, new: bool, day: dt.date) -> Why | None:
    """Whether a new dose on this journal day follows days without, or is of something new; None: neither.

    ``product``: the chosen one; ``new``: it is only being typed.
    """
    if _follows_days_without(logbook, day):
        return Why.DAYS_WITHOUT
    if new:
        return Why.NEW_PRODUCT
    return None if product is None else _what_is_new(logbook, product, day)


def _what_is_new(logbook: ReadDoses, product: Product, day: dt.date) -> Why | None:
    """A product without a dose, of another kind than it was then, or of another lot."""
    last = logbook.last_dose(product.id)
    if last is None:
        return Why.NEW_PRODUCT
    if of_another_kind(product, last, logbook.history(product.id)):
        return Why.OTHER_KIND
    last_day, batch = logbook.day_of(last), open_batch(logbook.listed(Batch), product.id, day)
    return Why.OTHER_BATCH if last_day is not None and of_another_batch(batch, last, last_day) else None


def _follows_days_without(logbook: ReadDoses, day: dt.date) -> bool:
    last = logbook.last_dose()
    last_day = logbook.day_of(last) if last is not None else None
    if last_day is not None and last_day >= day:
        return False
    return after_days_without(logbook.days_marked_none(last_day or dt.date.min, day), last_day, day)
