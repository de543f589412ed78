"""What was typed and not saved still waits beside the journal that was opened: said once nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from journal.ui.kit.event_loop import later

if TYPE_CHECKING:
    from pathlib import Path

    from journal.logbook import Logbook
    from journal.texts import Texts
    from journal.ui.shell.window import MainWindow


def what_is_kept(texts: Texts, journal: Path) -> str:
    """Said where the journal cannot be opened; "" where nothing waits."""
    from journal.logbook.unsaved import is_kept_beside

    if not is_kept_beside(journal):
        return ""
    return texts(
        "What you typed last is kept beside it, and comes back as soon as a journal opens here. If that has another "
        "passphrase, you are asked for the one from before."
    )


class KeptBesideNotice(QObject):
    """Goes with the open journal. With the way to bring it back, or to throw it away."""

    def __init__(self, window: MainWindow, logbook: Logbook, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._logbook = window, logbook

    def tell(self) -> None:
        """Say it now, or after what is said now."""
        from journal.logbook.unsaved import kept_since
        from journal.texts.backup_words import made_on

        since = kept_since(self._logbook.path) if self._logbook.view_only is None else None
        if since is None:
            return
        window, texts, message = self._window, self._window.texts, self._window.body.message
        if message.text():
            message.dismissed.connect(self._tell_then, Qt.ConnectionType.SingleShotConnection)
            return
        words = texts(
            "Something was typed and could not be saved: {when}. It still waits beside this journal. Under Your "
            "journal it can be brought back, or thrown away.",
            when=made_on(texts, since, self._logbook.clock),
        )
        message.show_message(words, [(texts("Your journal"), window.show_own_journal), (texts("OK"), message.dismiss)])

    def _tell_then(self) -> None:
        later(self, 0, self.tell)  # another message may come in its place
