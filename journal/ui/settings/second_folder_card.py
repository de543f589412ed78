"""The second folder of the backups: which it is, what lies there, and what to know of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.moments import Clock
from journal.device import SecondFolder
from journal.logbook.second_folder import Seen
from journal.texts import Texts
from journal.texts.backup_words import made_on
from journal.ui.kit.breakable import breakable
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label


class SecondFolderCard(QWidget):
    """``choose_wanted()`` asks for a folder, ``stop_wanted()`` for none any more."""

    choose_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, texts: Texts, clock: Clock) -> None:
        super().__init__()
        self._texts, self._clock = texts, clock
        self.folder = label("", "strong", wrap=True)
        self.state = label("", "quiet", wrap=True)
        self.cautions = label("", "body", wrap=True)
        self.choose = button("", self.choose_wanted.emit)
        self.stop = plain_button(texts("Stop copying there"), self.stop_wanted.emit)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        for part in (self.folder, self.state, self.cautions, flowing(self.choose, self.stop)):
            body.addWidget(part)

    def show_second(self, second: SecondFolder | None, can_change: bool) -> None:
        """Which folder it is, before anybody has looked there."""
        texts = self._texts
        self.folder.setVisible(second is not None)
        self.stop.setVisible(second is not None)
        self.choose.setText(texts("Choose a folder…") if second is None else texts("Change…"))
        self.choose.setAccessibleName(texts("{action}: second folder", action=self.choose.text()))
        for pressed in (self.choose, self.stop):
            pressed.setEnabled(can_change)
        if second is None:
            self.state.setText(
                texts(
                    "None is chosen. Each new backup is copied there, too. Choose one on another disk: this one can "
                    "fail."
                )
            )
            self.cautions.hide()
        else:
            self.folder.setText(breakable(second.path))
            self.folder.setAccessibleName(str(second.path))

    def show_seen(self, second: SecondFolder, seen: Seen, encrypted: bool) -> None:
        """What was found there just now."""
        self.state.setText(self._of_what_is_there(seen) if seen.there else self._of_what_is_missing(second))
        cautions = self._cautions(seen, encrypted) if seen.there else []
        self.cautions.setText("\n".join(cautions))
        self.cautions.setVisible(bool(cautions))

    def _of_what_is_there(self, seen: Seen) -> str:
        texts = self._texts
        if not seen.backups:
            return texts("There are no copies in it.")
        newest = made_on(texts, seen.backups[0].made, self._clock)
        return texts.plural(
            "{n} copy is there, of {newest}. It is in the list, too.",
            "{n} copies are there, the newest of {newest}. They are in the list, too.",
            len(seen.backups),
            newest=newest,
        )

    def _of_what_is_missing(self, second: SecondFolder) -> str:
        texts = self._texts
        sentence = texts(
            "It is not there now. Its disk may not be plugged in. Backups are made beside the journal as ever."
        )
        if second.copied is None:
            return sentence
        day = texts.short_day(second.copied)
        return f"{sentence} {texts('The last copy there was made on {day}.', day=day)}"

    def _cautions(self, seen: Seen, encrypted: bool) -> list[str]:
        texts, cautions = self._texts, list[str]()
        if not encrypted:
            cautions.append(
                texts("The journal has no passphrase, so anyone who can read this folder can read the copies in it.")
            )
        elif seen.plain:
            cautions.append(
                texts.plural(
                    "{n} copy there can be read without a passphrase. It is listed under Your journal.",
                    "{n} copies there can be read without a passphrase. They are listed under Your journal.",
                    seen.plain,
                )
            )
        if seen.program:
            cautions.append(
                texts(
                    "{program} seems to keep this folder in step with other places, so the copies go there, too.",
                    program=seen.program,
                )
            )
        if seen.same_disk:
            cautions.append(texts("It seems to lie on the journal’s own disk. If that breaks, both are lost."))
        return cautions
