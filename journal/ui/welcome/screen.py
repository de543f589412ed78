"""The first start as one card with a few short steps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from journal.core.entries import Entry
from journal.core.moments import Clock
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.core.starting import starting_symptoms
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.buttons import button, plain_button, primary_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.centred import in_the_middle
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.screen import Page
from journal.ui.kit.widgets import Card, announce, label, quiet_label
from journal.ui.welcome.step_area import StepArea
from journal.ui.welcome.steps import AboutStep, PassphraseStep, PlaceStep, Step, SymptomStep

_WIDTH = 620


class WelcomeScreen(Page):
    """Emits ``finished`` when the answers are complete, ``open_existing`` to go to another journal instead.

    ``country_chosen`` comes at once, as the emergency number is wanted at once, too.

    ``path``, ``passphrase`` and ``entries`` hold what was chosen; skipping leaves what the steps say so far.
    """

    finished = Signal(object)
    open_existing = Signal()
    country_chosen = Signal(str)

    def __init__(self, texts: Texts, path: Path, clock: Clock, country: str = "") -> None:
        super().__init__()
        self.texts = texts
        self.clock = clock
        self._about = AboutStep(texts, country)
        self._about.country.picked.connect(self.country_chosen)
        self._passphrase = PassphraseStep(texts)
        self._passphrase.answer.changed.connect(lambda _answer: self._answered())
        self._symptom = SymptomStep(texts)
        self._place = PlaceStep(texts, path)
        self.steps: list[Step] = [self._about, self._passphrase, self._symptom, self._place]
        self._number = 0
        self._ringed_at_first: QWidget | None = None
        self.message = InlineMessage()
        self.message.withdraw_on(*(change for step in self.steps for change in step.changes()))
        self.progress = quiet_label()
        self.before = label("", wrap=True)
        self.before.hide()
        self._build_buttons()
        self._build_card()
        self._show(0)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._name_next)

    @property
    def path(self) -> Path:
        """Where the journal is to lie."""
        return self._place.path

    @property
    def passphrase(self) -> str | None:
        """The passphrase chosen, or None."""
        return self._passphrase.passphrase

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the new journal begins with."""
        return (*starting_symptoms(self._symptom.code, self._symptom.name), setting_for("welcomed", True))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.next

    def refuse(self, text: str) -> None:
        """Say why the journal could not be made; every answer is still there."""
        self.set_busy(False)
        self.message.show_message(text)

    def say_before(self, words: str) -> None:
        """What became of the journal that was here before, until the first answer."""
        self.before.setText(words)
        self.before.show()
        announce(self, words)

    def set_busy(self, busy: bool) -> None:
        """While the file is made nothing can be pressed twice."""
        for widget in (*self.steps, self.next, self.back, self.skip, self.existing):
            widget.setEnabled(not busy)
        self.progress.setText(self.texts("Making the journal…") if busy else self._progress())

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self._number > 0:
            self._show(self._number - 1)
        else:
            super().keyPressEvent(event)

    def _build_buttons(self) -> None:
        self.next = primary_button(self.texts("Go on"), "Enter", self._go_on)
        self.back = plain_button(self.texts("Back"), lambda: self._show(self._number - 1))
        self.skip = plain_button(self.texts("Skip the questions"), self._skip)
        self.existing = button(self.texts("Open a journal I have…"), self.open_existing.emit)

    def _build_card(self) -> None:
        card = Card(margin=24, spacing=16)
        card.body.addWidget(self.progress)
        self._area = StepArea()
        self._area.add(self.before)
        for step in self.steps:
            self._area.add(step)
        card.body.addWidget(self._area, 1)
        card.body.addWidget(self.message)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        # What gets shorter while one answers stands last: nothing moves away from under the mouse.
        for widget in (self.existing, self.back, self.next, self.skip):
            flow.addWidget(widget)
        card.body.addWidget(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(in_the_middle(card, _WIDTH))

    def _progress(self) -> str:
        return self.texts("Step {n} of {m}", n=self._number + 1, m=len(self.steps))

    def _show(self, number: int) -> None:
        self._number = number
        for step in self.steps:
            step.setVisible(step is self.steps[number])
        self._area.to_top()
        last = number == len(self.steps) - 1
        self.next.set_words(self.texts("Start the journal") if last else self.texts("Go on"))
        self.back.setVisible(number > 0)
        self.existing.setVisible(number == 0)
        self.before.setVisible(number == 0 and bool(self.before.text()))
        self.skip.setVisible(not last)
        self._name_skip()
        self.message.dismiss()
        self.progress.setText(self._progress())
        if not self.steps[number].take_focus():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ringed_at_first = self.focusWidget()
        self._name_next()

    def _enter(self) -> None:
        """An answer that a person moved the ring to is chosen first; once it is chosen, Enter goes on."""
        ringed = self._answer_of_enter()
        if ringed is not None:
            ringed.click()
        else:
            self._go_on()
        self._name_next()

    def _answer_of_enter(self) -> QPushButton | None:
        """The open answer that has the ring. Where none need be given, the ring that was there at first means none."""
        ringed = self.focusWidget()
        if not isinstance(ringed, QPushButton) or not ringed.isCheckable() or ringed.isChecked():
            return None
        wanted = self.steps[self._number].is_open() or ringed is not self._ringed_at_first
        return ringed if wanted else None

    def _name_next(self) -> None:
        """Enter stands on the button only while it goes on."""
        self.next.set_words(self.next.words(), "Enter" if self._answer_of_enter() is None else "")

    def _answered(self) -> None:
        self.message.dismiss()
        self._name_skip()
        self._name_next()

    def _name_skip(self) -> None:
        """Say on the button that skipping before the choice of a passphrase means none."""
        undecided = any(step.is_open() for step in self.steps)
        words = self.texts("Skip the questions, no passphrase") if undecided else self.texts("Skip the questions")
        self.skip.setText(words)
        self.skip.setAccessibleName(words)

    def _go_on(self) -> None:
        number = self._number
        try:
            self.steps[number].check()
        except Refused as refused:
            self.message.refuse(explain(self.texts, refused))
            return
        if number + 1 < len(self.steps):
            self._show(number + 1)
        else:
            self.finished.emit(self)

    def _skip(self) -> None:
        """Leave the rest unanswered; a half-typed passphrase is still asked for, because guessing would lock it."""
        for number, step in enumerate(self.steps):
            if step.is_open():
                continue
            try:
                step.check()
            except Refused as refused:
                self._show(number)
                self.message.refuse(explain(self.texts, refused))
                return
        self.finished.emit(self)
