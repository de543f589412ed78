"""Which questions about kinds the journal remembers, and which one is to be asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from journal.core.entries import Product, Setting
from journal.core.product_kinds import ANSWERED, Question, open_question, questions

if TYPE_CHECKING:
    from journal.logbook import Logbook


def asked_questions(logbook: Logbook, products: Iterable[Product]) -> Mapping[str, str]:
    """The keys of the questions about these products that were asked, each with what was answered."""
    keys = [question.key for product in products for question in questions(product)]
    kept = logbook.existing(keys) if keys else {}
    return {
        key: setting.value
        for key, setting in kept.items()
        if isinstance(setting, Setting) and setting.deleted_ms is None
    }


def answered_questions(logbook: Logbook, products: Iterable[Product]) -> Collection[str]:
    """The keys of those that were answered with "as it is"; what was put off can still be answered."""
    return {key for key, value in asked_questions(logbook, products).items() if value == ANSWERED}


def first_question(logbook: Logbook, products: Iterable[Product]) -> Question | None:
    """The first question about these products that was never asked, in their order."""
    doubtful = [product for product in products if questions(product)]
    asked = asked_questions(logbook, doubtful)
    open_questions = (open_question(product, asked) for product in doubtful)
    return next((question for question in open_questions if question is not None), None)
