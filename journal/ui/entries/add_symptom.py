"""Adding a symptom to the form: the field, what else may be meant, and the question where that is not sure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Symptom
from journal.core.plaintext import clean_name
from journal.core.refusal import Refused
from journal.ui.entries.number_as_name import NumberAsName
from journal.ui.entries.symptom_choices import SymptomChoices
from journal.ui.entries.symptom_field import SymptomField
from journal.ui.kit.buttons import button, chip
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.form import Form
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import clear_layout

_BESIDE_FROM = 250  # px at 100 %, of the name field and its button


class AddSymptom(QWidget):
    """``taken`` gives the name of the symptom to go to or to add. Questions and refusals stand at the form's foot."""

    taken = Signal(str)

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form, self._texts = form, form.texts
        self._choices = SymptomChoices(self._texts, ())
        self._number = NumberAsName(form)
        self.field = SymptomField(self._texts("Symptom to add"))
        self.add = button(self._texts("Add"), self._add_typed)
        line = SideBySide(_BESIDE_FROM, 8)
        line.add(self.field, 1)
        line.add(self.add)
        self.near = NearNames(self._take)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(line)
        body.addWidget(self.near)
        self.field.activated.connect(self._add_typed)
        self.field.editTextChanged.connect(self._typing)
        self.hide()

    def open(self, symptoms: Sequence[Symptom]) -> None:
        """Ask for a symptom, with the keyboard; these are in the form or in the journal."""
        self.wait_for_another(symptoms)
        self.field.setFocus()

    def wait_for_another(self, symptoms: Sequence[Symptom]) -> None:
        """The field stays where it was, and is empty: who notes several types the next one there."""
        self._choices = SymptomChoices(self._texts, symptoms)
        self.field.clear()
        self.field.addItems(self._choices.listed)
        self.field.setCurrentIndex(-1)
        self.near.offer({})
        self.show()

    def type(self, letters: str) -> None:
        """Letters that were typed where none can be written: they are the beginning of a name."""
        edit = self.field.lineEdit()
        assert edit is not None
        self.field.setFocus()
        edit.insert(letters)

    def adds_what_waits(self) -> bool:
        """Whether a name was typed and not added; it is added then, so that it is not lost by saving the others."""
        waits = self.isVisible() and bool(self.field.typed().strip())
        if waits:
            self._add_typed()
        return waits

    def _typing(self) -> None:
        """Take back what was asked or refused of words that were typed before."""
        self._form.withdraw()
        self.near.offer({name: self._choices.shown(name) for name in self._choices.near(self.field.typed())})

    def _add_typed(self) -> None:
        try:
            name = clean_name(self.field.typed())
            if not name:
                raise Refused("name-empty")
        except Refused as refused:
            self._form.refuse(refused)
            self.field.setFocus()
            return
        meant = self._choices.meant(name)
        if meant.perhaps:
            self._ask_which(name, meant.perhaps)
        elif meant.sure is not None or not self._number.asks(self.field, name, self._add_typed):
            self._take(meant.sure or name)

    def _ask_which(self, name: str, perhaps: Sequence[str], opened: bool = False) -> None:
        """Words that may mean a symptom of another name become an own symptom only after asking."""
        self.near.offer({})  # the question names them
        shown = [known if opened else self._choices.shown(known) for known in perhaps]
        one = len(perhaps) == 1
        asked = self._asked(shown[0], masked=shown != list(perhaps)) if one else self._texts("Which of these is it?")
        words = [self._texts("Yes")] if one else shown
        answers = [(word, self._taking(known)) for known, word in zip(perhaps, words, strict=True)]
        answers.append((self._texts("No, it is something else"), self._taking(name)))
        if shown != list(perhaps):
            show = self._texts("Show the name") if one else self._texts("Show the names")
            answers.append((show, lambda: self._ask_which(name, perhaps, opened=True)))
        self._form.ask(asked, answers)

    def _asked(self, shown: str, masked: bool) -> str:
        """A masked name says nothing to who typed the words; what it is for, and gives, does."""
        if masked:
            return self._texts(
                "“{name}” is the line for thoughts like these. It shows whom to call. Use it?", name=shown
            )
        return self._texts("Do you mean “{name}”?", name=shown)

    def _taking(self, name: str) -> Callable[[], None]:
        return lambda: self._take(name)

    def _take(self, name: str) -> None:
        self._form.message.dismiss()
        self.taken.emit(name)


class NearNames(QWidget):
    """Names that may be meant by what is being typed, each to be pressed."""

    def __init__(self, take: Callable[[str], None]) -> None:
        super().__init__()
        self._take = take
        self._names: Mapping[str, str] = {}
        self._flow = FlowLayout(self, 8)
        self.hide()

    def offer(self, names: Mapping[str, str]) -> None:
        """Show these instead of those before, each by the words that are given for it."""
        if names == self._names:
            return
        self._names = names
        clear_layout(self._flow)
        for name, shown in names.items():
            self._flow.addWidget(chip(shown, checkable=False, on_click=self._taking(name)))
        self.setVisible(bool(names))

    def _taking(self, name: str) -> Callable[[], None]:
        return lambda: self._take(name)
