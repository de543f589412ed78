"""The choice without which rows of a file are left out: said in one sentence, with a way to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from journal.exchange.file_rows import RefusedRow
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural
from journal.ui.importing.reading_choices import MISSING
from journal.ui.kit.inline_message import InlineMessage

_LACKING = {
    "order": marked_plural(
        "{n} date can be read in two ways. Say in which order day, month and year are written.",
        "{n} dates can be read in two ways. Say in which order day, month and year are written.",
    ),
    "decimal": marked_plural(
        "{n} amount can be read in two ways. Say what the decimal sign is.",
        "{n} amounts can be read in two ways. Say what the decimal sign is.",
    ),
    "zero": marked_plural(
        "{n} amount is 0, which is no dose. Was nothing taken that day?",
        "{n} amounts are 0, which is no dose. Was nothing taken on those days?",
    ),
    "unit": marked_plural("{n} amount has no unit. Say which it is.", "{n} amounts have no unit. Say which it is."),
}
_CHOOSE = marked({
    "order": "Choose the order", "decimal": "Choose the decimal sign", "unit": "Choose the unit",
    "midday": "Choose what becomes of such rows", "zero": "Say what an amount of 0 means",
    "columns": "Go to the columns", "kinds": "Choose a kind of row",
})  # fmt: skip


class MissingChoice(InlineMessage):
    """``lead_to`` brings the keyboard to the choice of this key."""

    def __init__(self, texts: Texts, lead_to: Callable[[str], object]) -> None:
        super().__init__()
        self._texts, self._lead_to = texts, lead_to

    def ask_for_most(self, rows: Sequence[RefusedRow]) -> None:
        """Ask for what would help most of these rows; for nothing if no choice would."""
        lacking = Counter(MISSING[row.reason.code] for row in rows if row.reason.code in MISSING)
        if not lacking:
            self.dismiss()
            return
        key, count = lacking.most_common(1)[0]
        self.ask_for(key, self._texts.plural(*_LACKING[key], count))

    def ask_for(self, key: str, words: str) -> None:
        """Say what is missing, with a way to it."""
        if self.text() != words:
            self.show_message(words, [(self._texts(_CHOOSE[key]), partial(self._lead_to, key))])
