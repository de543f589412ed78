"""The steps of the first start; each is a page that can refuse to be left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal.core.plaintext import clean_name
from journal.core.preferences import Preferences
from journal.core.refusal import Refused
from journal.core.symptoms import COMMON_MAIN_SYMPTOMS
from journal.logbook.passphrase_strength import refuse_guessable
from journal.texts import Texts
from journal.texts.names import SYMPTOMS
from journal.ui.kit.buttons import button
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import PASTED_LIMIT, line_edit
from journal.ui.kit.file_dialogs import ask_for_folder
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField
from journal.ui.lock.strength_line import StrengthLine
from journal.ui.settings.country_field import CountryField

_BESIDE_FROM = 420  # px at 100 %, of a question and its field
_OWN = "own"
_YES, _NO = "yes", "no"


class Step(QWidget):
    """One page: a question, and its answer when it is left."""

    def __init__(self, texts: Texts, title: str) -> None:
        super().__init__()
        self.texts = texts
        self.title = title
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.body.addWidget(label(title, "title", wrap=True))

    def say(self, *paragraphs: str, role: str = "body") -> None:
        """Paragraphs of plain text."""
        for paragraph in paragraphs:
            self.body.addWidget(label(paragraph, role, wrap=True))

    def check(self) -> None:
        """Raise Refused while the page cannot be left."""

    def changes(self) -> Sequence[SignalInstance]:
        """What is emitted when an answer is typed or chosen."""
        return ()

    def is_open(self) -> bool:
        """Whether a question that must be decided has no answer yet."""
        return False

    def take_focus(self) -> bool:
        """Put the keyboard on the page's first field; False where there is none."""
        return False


class AboutStep(Step):
    """What this is and is not, and whose emergency number is to be shown."""

    def __init__(self, texts: Texts, country: str) -> None:
        super().__init__(texts, texts("A private journal"))
        self.say(
            texts("Write down what you took and how you felt. See it again by day, and correct it when you like."),
            texts("It is a diary, not medical advice. It does not diagnose, and it recommends and sells nothing."),
            texts("Nothing leaves this computer. The program opens no connection and needs no account."),
        )
        self.country = CountryField(texts, country)
        beside = SideBySide(_BESIDE_FROM, 12)
        beside.add(label(texts("Your country, for the emergency number (optional)"), "quiet", wrap=True), 1)
        beside.add(self.country)
        self.body.addWidget(beside)


class PassphraseStep(Step):
    """Whether others use this account, and if so a passphrase, typed twice."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, texts("Does anyone else use this computer account?"))
        self.say(
            texts("A passphrase encrypts the journal, so that only someone who knows it can read it."),
            texts("It can be set, changed or removed later, too, under Settings."),
        )
        self.answer = ChipRow(
            texts("A passphrase"), [(_YES, texts("Yes, set a passphrase")), (_NO, texts("No passphrase"))]
        )
        self.answer.changed.connect(lambda _: self._show())
        self.body.addWidget(self.answer)
        self.first = PassphraseField(texts, texts("Passphrase"), with_box=False)
        self.again = PassphraseField(texts, texts("The same again"))
        self.again.box.toggled.connect(self.first.show_letters)
        self.details = self._made_details(texts)
        self.body.addWidget(self.details)
        self.details.hide()

    def _made_details(self, texts: Texts) -> QWidget:
        """What is asked and said once there is to be a passphrase."""
        details = QWidget()
        inside = QVBoxLayout(details)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (
            # First: the fields may scroll it out of sight, and nobody should be told of it after typing.
            label(texts("There is no way around it: if you forget it, nobody can open the journal."), "strong", True),
            label(texts("Passphrase"), "small"),
            self.first,
            StrengthLine(texts, self.first.edit),
            label(texts("The same again"), "small"),
            self.again,
            label(texts("Write it down and keep the paper where you keep other papers."), "quiet", True),
            label(
                texts.plural(
                    "When nobody uses the program for {n} minute, it locks and asks for it. Settings, Your "
                    "journal, has when.",
                    "When nobody uses the program for {n} minutes, it locks and asks for it. Settings, Your "
                    "journal, has when.",
                    Preferences().lock_after,
                ),
                "quiet",
                True,
            ),
        ):
            inside.addWidget(widget)
        return details

    @property
    def passphrase(self) -> str | None:
        """What was chosen; None for a journal without one."""
        return self.first.text() if self.answer.value() == _YES else None

    def changes(self) -> Sequence[SignalInstance]:
        return self.answer.changed, self.first.edit.textEdited, self.again.edit.textEdited

    def is_open(self) -> bool:
        return self.answer.value() is None

    def check(self) -> None:
        if self.is_open():
            raise Refused("passphrase-undecided")
        if self.passphrase is None:
            return
        refuse_guessable(self.first.text())
        if self.first.text() != self.again.text():
            raise Refused("passphrase-differs")

    def take_focus(self) -> bool:
        self.answer.focus()
        return True

    def _show(self) -> None:
        self.details.setVisible(self.answer.value() == _YES)
        if self.answer.value() == _YES:
            self.first.edit.setFocus()


class SymptomStep(Step):
    """The symptom that matters most, from a list or in the person's own words."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, texts("What do you most want to keep an eye on?"))
        self.say(texts("It gets its own number on the first screen. You can rate others too, and change this later."))
        choices: list[tuple[object, str]] = [(code, texts(SYMPTOMS[code])) for code in COMMON_MAIN_SYMPTOMS]
        self.choice = ChipRow(texts("Main symptom"), [*choices, (_OWN, texts("My own"))], optional=True)
        self.choice.changed.connect(lambda _: self._show())
        self.own = line_edit(texts("Name of my own symptom"), texts("Call it what you call it"), PASTED_LIMIT)
        self.own.hide()
        self.body.addWidget(self.choice)
        self.body.addWidget(self.own)

    @property
    def code(self) -> str | None:
        """The built-in symptom chosen."""
        chosen = self.choice.value()
        return str(chosen) if chosen not in (None, _OWN) else None

    @property
    def name(self) -> str:
        """The person's own name for it, "" when a built-in one or none was chosen."""
        return clean_name(self.own.text()) if self.choice.value() == _OWN else ""

    def changes(self) -> Sequence[SignalInstance]:
        return self.choice.changed, self.own.textEdited

    def check(self) -> None:
        if self.choice.value() == _OWN and not self.name:
            raise Refused("name-empty")

    def take_focus(self) -> bool:
        return False  # it is optional: the keyboard is on what goes on, and Enter chooses nothing unseen

    def _show(self) -> None:
        self.own.setVisible(self.choice.value() == _OWN)
        if self.choice.value() == _OWN:
            self.own.setFocus()


class PlaceStep(Step):
    """Where the file lies."""

    def __init__(self, texts: Texts, path: Path) -> None:
        super().__init__(texts, texts("Where the journal lies"))
        self.path = path
        self.dialog: QFileDialog | None = None
        self.say(texts("The journal is one file on this computer:"))
        self.shown = label(str(path), "strong", wrap=True)
        self.shown.setAccessibleName(texts("Journal file: {path}", path=path))
        self.body.addWidget(self.shown)
        self.another = button(texts("Choose another folder…"), self._choose)
        self.body.addWidget(flowing(self.another))
        self.say(
            texts("Copy it to another disk from time to time. File > Back up now makes a copy that is checked."),
            role="quiet",
        )

    def _choose(self) -> None:
        self.dialog = ask_for_folder(self.window(), self.texts("Folder of the journal"), self._lie_in)

    def _lie_in(self, folder: Path) -> None:
        self.path = folder / self.path.name
        self.shown.setText(str(self.path))
        self.shown.setAccessibleName(self.texts("Journal file: {path}", path=self.path))
