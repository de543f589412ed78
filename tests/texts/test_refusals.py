"""Refusals quote what was typed without turning their own sentence round."""

from __future__ import annotations

from journal.core.refusal import Refused
from journal.texts import english
from journal.texts.refusals import SENTENCES, explain
from journal.texts.refusals_at_terminal import AT_TERMINAL
from journal.texts.refusals_in_rows import IN_ROWS
from journal.texts.refusals_of_files import OF_FILES
from journal.texts.refusals_of_journal import OF_JOURNAL
from journal.texts.refusals_of_typing import OF_TYPING


def test_a_sentence_that_quotes_is_not_turned_round() -> None:
    refused = Refused("amount-unreadable", text="\u202e2.5 liter")
    assert explain(english(), refused).startswith("“2.5 liter” is not an amount.")


def test_what_is_said_of_rows_is_said_everywhere() -> None:
    assert IN_ROWS.items() <= SENTENCES.items()


def test_no_refusal_stands_in_two_tables() -> None:
    tables = (OF_TYPING, OF_JOURNAL, OF_FILES, IN_ROWS, AT_TERMINAL)
    assert len(SENTENCES) == sum(map(len, tables))
