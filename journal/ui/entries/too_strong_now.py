"""The two sentences beside an amount that may be too strong now. They block nothing.

Before the first dose of a journal there is no amount from before that it knows of; the person may have taken some all
the same, so that is said as a condition and not as a fact.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journal.core.batches import of_another_batch
from journal.core.first_dose_again import after_days_without, of_another_kind
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.entries.dose_batch import batch_open_on
from journal.ui.kit.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from journal.core.entries import Product
    from journal.logbook import Logbook


_FROM_BEFORE = marked("The amount from before may be too strong now. If someone is with you, tell them.")
_FIRST_OF_ALL = marked(
    "If you have taken some before, as much as you took then may be too strong now. If someone is with you, tell them."
)  # fmt: skip


def sentences(texts: Texts, logbook: Logbook) -> QLabel:
    """The label with them, hidden until they apply."""
    words = label(texts(_FROM_BEFORE if logbook.last_dose() is not None else _FIRST_OF_ALL), "small", wrap=True)
    words.hide()
    return words


def may_be_too_strong(logbook: Logbook, product: Product | None, new: bool, day: dt.date) -> bool:
    """Whether a new dose on this journal day follows days without, or is of something new.

    ``product``: the chosen one; ``new``: it is only being typed.
    """
    return new or (product is not None and _is_new(logbook, product, day)) or _follows_days_without(logbook, day)


def _is_new(logbook: Logbook, product: Product, day: dt.date) -> bool:
    """A product without a dose, of another kind than it was then, or of another lot."""
    last = logbook.last_dose(product.id)
    if last is None or of_another_kind(product, last, logbook.history(product.id)):
        return True
    last_day = logbook.day_of(last)
    return last_day is not None and of_another_batch(batch_open_on(logbook, product.id, day), last, last_day)


def _follows_days_without(logbook: Logbook, day: dt.date) -> bool:
    last = logbook.last_dose()
    last_day = logbook.day_of(last) if last is not None else None
    if last_day is not None and last_day >= day:
        return False
    return after_days_without(logbook.days_marked_none(last_day or dt.date.min, day), last_day, day)
