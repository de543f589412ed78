"""What Trends says in place of its sentences while too few days are written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from journal.core import limits
from journal.texts import Texts
from journal.ui.kit.buttons import button, primary_button
from journal.ui.kit.widgets import Card, label, row


class FewDaysCard(Card):
    """How many days it takes and how many there are; buttons lead to writing one down, or to earlier ones."""

    def __init__(self, texts: Texts, log_now: Callable[[], object], show_all: Callable[[], object]) -> None:
        super().__init__(margin=24, spacing=12)
        self._texts = texts
        self.words = label(wrap=True)
        self.log_now = primary_button(texts("Log now"), on_click=log_now)
        self.body.addWidget(self.words)
        self.show_all = button(texts("Show all days"), show_all)
        self.show_all.hide()
        self.body.addLayout(row(self.log_now, self.show_all, None))

    def say(self, recorded: int, today: bool = False, earlier: dt.date | None = None) -> None:
        """So many days are written down; ``today`` has entries too, and is not among them.

        ``earlier``: the last day before these that has any.
        """
        few = "Log {fewest} days to see a trend. {n} so far."
        words = self._texts(few, fewest=limits.FEWEST_RECORDED_DAYS, n=self._texts.integer(recorded))
        counted = self._texts("Today has entries and is counted from tomorrow on.") if today else ""
        before = (
            self._texts("The last day before that is {day}.", day=self._texts.short_day(earlier)) if earlier else ""
        )
        self.words.setText(" ".join(filter(None, (words, counted, before))))
        self.show_all.setVisible(earlier is not None)
