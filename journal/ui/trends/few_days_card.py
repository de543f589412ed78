"""What Trends says in place of its sentences while too few days are written down."""

from __future__ import annotations

from collections.abc import Callable

from journal.core import limits
from journal.texts import Texts
from journal.ui.kit.buttons import primary_button
from journal.ui.kit.widgets import Card, label, row


class FewDaysCard(Card):
    """How many days it takes and how many there are, with a button that leads to writing one down."""

    def __init__(self, texts: Texts, log_now: Callable[[], object]) -> None:
        super().__init__(margin=24, spacing=12)
        self._texts = texts
        self.words = label(wrap=True)
        self.log_now = primary_button(texts("Log now"), on_click=log_now)
        self.body.addWidget(self.words)
        self.body.addLayout(row(self.log_now, None))

    def say(self, recorded: int, today: bool = False) -> None:
        """So many days are written down; ``today`` has entries too, and is not among them."""
        few = "Log {fewest} days to see a trend. {n} so far."
        words = self._texts(few, fewest=limits.FEWEST_RECORDED_DAYS, n=self._texts.integer(recorded))
        counted = self._texts("Today has entries and is counted from tomorrow on.") if today else ""
        self.words.setText(f"{words} {counted}".strip())
