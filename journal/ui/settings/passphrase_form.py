"""A passphrase is typed twice, and the present one first where there is one."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal.core.passphrases import FEWEST_LETTERS, is_same
from journal.core.refusal import Refused
from journal.logbook.passphrase_strength import refuse_guessable
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.refusals import explain
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField
from journal.ui.lock.strength_line import StrengthLine


class Wish(Enum):
    """What is to become of the passphrase."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


class PassphraseForm(QWidget):
    """``wanted(new passphrase, or None)``: what was typed will do, and what it means was read. ``left``: not now."""

    wanted = Signal(object)  # str or None
    left = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._wish, self._now = Wish.SET, ""
        self.now = PassphraseField(texts, texts("The passphrase that it has now"), with_box=False)
        self.first = PassphraseField(texts, texts("New passphrase"), with_box=False)
        self.again = PassphraseField(texts, texts("The new passphrase again"), with_box=False)
        self._names: dict[PassphraseField, QLabel] = {}
        self.shown = TickBox(texts("Show what I type"))
        self.meaning = label(role="strong", wrap=True)
        self.advice = label(texts(_ADVICE, n=FEWEST_LETTERS), "quiet", wrap=True)
        self.message = InlineMessage()
        self.yes = button("", self._submit)
        self.no = plain_button(texts("Not now"), self.left.emit)
        self._arrange()

    def _arrange(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(self.meaning)
        for field in self._fields():
            self._names[field] = label(field.edit.accessibleName(), "small", wrap=True)
            body.addWidget(self._names[field])
            body.addWidget(field)
            field.entered.connect(self._submit)
            self.shown.toggled.connect(field.show_letters)
            self.message.withdraw_on(field.edit.textEdited)
            if field is self.first:
                body.addWidget(StrengthLine(self._texts, field.edit))
        for part in (self.shown, self.advice, self.message, flowing(self.yes, self.no)):
            body.addWidget(part)

    def _fields(self) -> tuple[PassphraseField, ...]:
        return self.now, self.first, self.again

    def ask(self, wish: Wish, now: str | None) -> None:
        """Say what it means, and wait for what is typed; ``now`` is the passphrase that the journal has."""
        self._wish, self._now = wish, now or ""
        self.forget()
        self.meaning.setText(self._texts(_MEANING[wish]))
        self.yes.setText(self._texts(_YES[wish]))
        for field, there in zip(self._fields(), _ASKED[wish], strict=True):
            field.setVisible(there)
            self._names[field].setVisible(there)
        self.advice.setVisible(wish is not Wish.REMOVE)
        self.show()
        begin = self.first if wish is Wish.SET else self.now
        begin.edit.setFocus()
        once_laid_out(self, lambda: self._bring_into_sight(begin))

    def _bring_into_sight(self, begin: PassphraseField) -> None:
        """All of it, or where there is no room for that, where one types."""
        for part in (self.no, self._names[begin], begin.edit):
            bring_into_sight(part)

    def forget(self) -> None:
        """What was typed is not kept."""
        self.message.dismiss()
        self.shown.tick(on=False)
        for field in self._fields():
            field.edit.clear()

    def _submit(self) -> None:
        for field in self._fields():
            if not field.isHidden() and not field.text():
                field.edit.setFocus()  # Enter leads on to what is still empty
                return
        try:
            self._refuse()
        except Refused as refused:
            self.message.refuse(explain(self._texts, refused))
            once_laid_out(self.message, lambda: bring_into_sight(self.message))
            return
        new = None if self._wish is Wish.REMOVE else self.first.text()
        self.forget()
        self.wanted.emit(new)

    def _refuse(self) -> None:
        """Whoever sits at an open journal cannot take its passphrase away without knowing it."""
        if self._wish is not Wish.SET and not is_same(self.now.text(), self._now):
            raise Refused("passphrase-now-wrong")
        if self._wish is Wish.REMOVE:
            return
        refuse_guessable(self.first.text())
        if self.first.text() != self.again.text():
            raise Refused("passphrase-differs")
        if self._wish is Wish.CHANGE and is_same(self.first.text(), self._now):
            raise Refused("passphrase-same")


_ASKED = {Wish.SET: (False, True, True), Wish.CHANGE: (True, True, True), Wish.REMOVE: (True, False, False)}
_MEANING = marked({
    Wish.SET: "If you forget it, nobody can open the journal. There is no way around it.",
    Wish.CHANGE: "If you forget the new one, nobody can open the journal. Backups made before open with the old "
    "one.",
    Wish.REMOVE: "Without a passphrase, anyone who can use this computer account can read the journal.",
})  # fmt: skip
_YES = marked({
    Wish.SET: "Set the passphrase", Wish.CHANGE: "Change the passphrase", Wish.REMOVE: "Remove the passphrase",
})  # fmt: skip
_ADVICE = marked(
    "At least {n} letters. A few words in a row that do not belong together are easy to keep in mind and hard to "
    "guess. Names, dates and single words are guessed. Write it down, and keep the paper where you keep other papers."
)
