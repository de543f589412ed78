"""What was typed and not saved waits beside the journal: brought back with its passphrase, or thrown away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.logbook import Logbook
from journal.logbook.unsaved import bring_back_with, kept_since, throw_away
from journal.texts.backup_words import made_on
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField
from journal.ui.settings.job_page import JobPage


class KeptBesideCard(QWidget):
    """Jobs of a page; what came of them is said there."""

    def __init__(self, page: JobPage, logbook: Callable[[], Logbook]) -> None:
        super().__init__()
        self._page, self._logbook, self._texts = page, logbook, page.texts
        texts = page.texts
        name = texts("Passphrase that the journal had then")
        self.what = label(role="body", wrap=True)
        self.field = PassphraseField(texts, name)
        self.field.entered.connect(self._bring_back)
        self.back = button(texts("Bring it back"), self._bring_back)
        self.away = plain_button(texts("Throw it away…"), self._ask)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for part in (
            self.what,
            label(name, "small", wrap=True),
            self.field,
            label(texts("If it had none, leave this empty."), "quiet", wrap=True),
            flowing(self.back, self.away),
        ):
            body.addWidget(part)

    def refresh(self, can_change: bool) -> bool:
        """What is so now; whether anything waits. ``can_change``: nothing else is under way, and all can be written."""
        since = kept_since(self._logbook().path)
        if since is not None:
            self.what.setText(self._words(since))
        for pressed in (self.back, self.away):
            pressed.setEnabled(can_change)
        return since is not None

    def _words(self, since: dt.datetime) -> str:
        when = made_on(self._texts, since, self._logbook().clock)
        return self._texts(
            "Something was typed and could not be saved: {when}. It is kept beside the journal, and is not in it yet. "
            "It opens with the passphrase that the journal had then.",
            when=when,
        )

    def _bring_back(self) -> None:
        """With what was typed, or as the journal opens now."""
        if not self.back.isEnabled():
            return
        logbook, typed = self._logbook(), self.field.text()
        tried = (typed,) if typed else (logbook.passphrase, None)
        self.field.edit.clear()
        words = self._texts("Bringing back what was typed")
        self._page.run_job(words, lambda _task: bring_back_with(logbook, tried), self._brought)

    def _brought(self, waiting: int) -> None:
        words = self._texts("What was typed is back. Each form shows it as soon as it is opened.")
        if waiting:
            words = self._texts.plural(
                "In {n} form something was typed later. Save or cancel that, then bring back the rest.",
                "In {n} forms something was typed later. Save or cancel that, then bring back the rest.",
                waiting,
            )
        self._page.tell(words)

    def _ask(self) -> None:
        """It cannot be undone, so it is asked."""
        texts, message = self._texts, self._page.message
        message.ask(
            texts("Throw away for good what was typed and not saved? This cannot be undone."),
            [(texts("Keep it"), message.dismiss), (texts("Throw it away"), self._throw_away)],
        )
        once_laid_out(message, lambda: bring_into_sight(message))

    def _throw_away(self) -> None:
        path = self._logbook().path
        if throw_away(path):
            self._page.tell(self._texts("What was typed and not saved is thrown away."))
        else:
            self._page.tell(self._texts("It could not be deleted. Close other programs that use it, then try again."))
