"""The rescue of a damaged journal: what it does, what came of it, and only then whether that is used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.core.rescued import ALL_PARTS, Rescued, not_brought_back
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.rescue_words import doubtful_rows, what_came_back
from journal.ui.backups.scrolled_card import asking, fill
from journal.ui.kit.buttons import button, plain_button, primary_button
from journal.ui.kit.screen import Page
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tasks import Task, TaskProgress
from journal.ui.kit.widgets import announce, label
from journal.ui.lock.passphrase import PassphraseField


class RescuePage(Page):
    """``rescue_wanted(passphrase)``, and once the numbers were seen ``look_wanted`` and ``use_wanted``.

    ``look_only_wanted(passphrase)``: nothing is to be made of it, or not yet.
    """

    rescue_wanted = Signal(object)  # str or None
    look_only_wanted = Signal(object)  # the same
    use_wanted = Signal(object, object)  # Path, str or None
    look_wanted = Signal(object, object)  # the same

    def __init__(self, texts: Texts, asks: bool, back: Callable[[], object]) -> None:
        super().__init__()
        self._texts, self._asks = texts, asks
        self._rescued: tuple[Path, str | None] | None = None
        self.field = PassphraseField(texts, texts("Passphrase of the journal"))
        self.field.entered.connect(self._want_rescue)
        self.asking = asking(texts("Passphrase of the journal; leave it empty if it has none"), self.field)
        self.words = label(texts(_WHAT), wrap=True)
        self.words.setTextInteractionFlags(self.words.textInteractionFlags().TextSelectableByMouse)
        self.doubtful = label("", "small", wrap=True)
        self.doubtful.setTextInteractionFlags(self.doubtful.textInteractionFlags().TextSelectableByMouse)
        self.doubtful.hide()
        self.progress = TaskProgress(texts)
        self.rescue = primary_button(texts("Rescue what can be read"), "Enter", self._want_rescue)
        self.use = primary_button(texts("Use the rescued journal"), "", self._want_use)
        self.look = button(texts("Look at it first"), self._want_look)
        self.look_only = button(texts("Only look at it"), self._want_look_only)
        self.back = plain_button(texts("Back"), back)
        ways = flowing(self.rescue, self.look_only, self.use, self.look, self.back)
        title = texts("Rescue what can be read into a new file")
        fill(self, title, self.words, self.doubtful, self.asking, self.progress, ways)
        self.asking.setVisible(asks)
        self.use.setVisible(False)
        self.look.setVisible(False)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.field.edit if self._asks else self.rescue

    def set_busy(self, task: Task, words: str) -> None:
        """It is being read; that can be stopped."""
        self._set_enabled(False)
        self.progress.follow(task, words, ALL_PARTS)
        self._say(words)

    def refuse(self, why: str) -> None:
        """Nothing came of it."""
        self._set_enabled(True)
        self._say(why)

    def show_rescued(self, rescued: Rescued, path: Path, shown: str, passphrase: str | None, has_backups: bool) -> None:
        """The numbers, before anything is used; ``shown`` is the path as it is written out."""
        self._set_enabled(True)
        self._rescued = path, passphrase
        self.asking.hide()
        self.rescue.hide()
        self.look_only.hide()
        self.use.show()
        self.look.show()
        where = self._texts(
            "The rescued journal is {path}. The damaged one is as it was, and is kept if you use this one.",
            path=shown,
        )
        self._show_doubtful(doubtful_rows(self._texts, rescued))
        lines = [*what_came_back(self._texts, rescued), where]
        if has_backups and not_brought_back(rescued.tables):
            lines.append(self._texts("A backup may hold what is missing. Look at the backups before you use this."))
        self._say("\n".join(lines))
        self.use.setFocus()

    def _show_doubtful(self, rows: list[str]) -> None:
        if not rows:
            return
        texts = self._texts
        shown = [
            texts("Doubtful, as they lie on the disk now; they are not in the rescued journal:"),
            *rows[:_MOST_ROWS],
        ]
        more = len(rows) - _MOST_ROWS
        if more > 0:
            shown.append(texts.plural("… and {n} more. The command rescue lists all.",
                                      "… and {n} more. The command rescue lists all.", more))  # fmt: skip
        self.doubtful.setText("\n".join(shown))
        self.doubtful.show()

    def _want_rescue(self) -> None:
        if self.rescue.isEnabled():
            self.rescue_wanted.emit(self.field.text() or None if self._asks else None)

    def _want_look_only(self) -> None:
        self.look_only_wanted.emit(self.field.text() or None if self._asks else None)

    def _want_use(self) -> None:
        if self._rescued is not None:
            self._set_enabled(False)
            self.use_wanted.emit(*self._rescued)

    def _want_look(self) -> None:
        if self._rescued is not None:
            self._set_enabled(False)
            self.look_wanted.emit(*self._rescued)

    def _set_enabled(self, enabled: bool) -> None:
        for part in (self.rescue, self.look_only, self.use, self.look, self.back, self.field):
            part.setEnabled(enabled)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)


_MOST_ROWS = 100
_WHAT = marked(
    "Everything that can be read and is as it was saved goes into a new file beside the journal. You see how much that "
    "is, and what is missing, before anything is used. The damaged journal is only read, and you can also decide "
    "later: if you only look at it, nothing can be added, and nothing is left behind."
)
