"""What is to be made: pages for a visit, a sheet for a pharmacist, or an emergency card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.reports.options import PREGNANCY, Paper, ReportOptions
from journal.reports.sheet_options import SheetKind, SheetOptions
from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.widgets import label
from journal.ui.report.asked_choice import AskedChoice
from journal.ui.report.choices import ReportChoices
from journal.ui.report.made import Made
from journal.ui.report.sheet_form import SheetForm

_PAGES = "pages"


class SheetChoice(QWidget):
    """The column of choices: the pills, and below them what belongs to what is chosen.

    ``emergency_number``: that of the chosen country, "" where it is not known. ``changed``: it would look different.
    ``chosen_kind``: another one is to be made.
    """

    changed = Signal()
    chosen_kind = Signal()

    def __init__(self, texts: Texts, pages: ReportChoices, emergency_number: Callable[[], str]) -> None:
        super().__init__()
        self._pages, self._emergency_number = pages, emergency_number
        title = texts("What to make")
        self.pills = ChipRow(
            title,
            [
                (_PAGES, texts("Pages for the visit")),
                (SheetKind.PHARMACIST, texts("Sheet for the pharmacist")),
                (SheetKind.EMERGENCY, texts("Emergency card")),
            ],
        )
        self.pills.set_value(_PAGES)
        self.forms = {kind: SheetForm(texts, kind) for kind in SheetKind}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(label(title, "quiet", wrap=True))
        body.addWidget(self.pills)
        body.addSpacing(8)
        for form in self.forms.values():
            form.hide()
            form.changed.connect(self.changed)
            body.addWidget(form)
        body.addWidget(pages, 1)
        self.pills.changed.connect(lambda _key: self._show_kind())

    @property
    def kind(self) -> SheetKind | None:
        """Which sheet is to be made; None: the pages for a visit."""
        value = self.pills.value()
        return value if isinstance(value, SheetKind) else None

    def choose(self, kind: SheetKind | None) -> None:
        """Choose it as the person would."""
        self.pills.set_value(kind or _PAGES)
        self._show_kind()

    def _show_kind(self) -> None:
        self._pages.of_pages.setVisible(self.kind is None)
        for kind, form in self.forms.items():
            form.setVisible(kind is self.kind)
        self.chosen_kind.emit()

    def take_keyboard(self) -> None:
        """To where one begins: the own words, or what is to be made."""
        if self.kind is None:
            self._pages.words.setFocus()
        else:
            self.pills.focus()

    # --- what is chosen ---

    def chosen(self) -> ReportOptions | SheetOptions | None:
        """What is to be made; None while the pages have no period."""
        if self.kind is None:
            return self._pages.chosen()
        paper: Paper = "letter" if self._pages.paper.value() == "letter" else "a4"
        sheet = self.forms[self.kind].chosen(paper, self._pages.one_by_one.leave_out())
        if self.kind is SheetKind.PHARMACIST:
            return replace(sheet, planned=self._pages.planned.text().strip())
        return replace(sheet, emergency=self._emergency_number())

    def why_not(self) -> str:
        """Why it cannot be put on paper; "" if it can."""
        return self._pages.period.why_not() if self.kind is None else ""

    def unanswered(self) -> AskedChoice | None:
        """The first that has to be answered before anything is handed over."""
        return self._pages.unanswered() if self.kind is None else self.forms[self.kind].unanswered()

    def leave_private_out(self) -> None:
        """Answer as the person would who does not want to print anything private after all."""
        asked = self._pages.asked if self.kind is None else self.forms[self.kind].asked
        if self.kind is None:
            self.untick_private()
        if asked[PREGNANCY].answer():
            asked[PREGNANCY].set_answer(False)

    def ask_again(self) -> None:
        """What is asked at each printing is asked again before the next one."""
        for asked in (self._pages if self.kind is None else self.forms[self.kind]).asked.values():
            asked.ask_again()

    def forget_answers(self) -> None:
        """Whoever comes back begins without the answers of the printing before."""
        for asked in chain(self._pages.asked.values(), *(form.asked.values() for form in self.forms.values())):
            asked.forget()

    def untick_private(self) -> None:
        """What is marked private is chosen anew each time."""
        self._pages.boxes["private"].tick(False)

    def show_noted(self, made: Made) -> None:
        """Offer what there is to be printed or left out."""
        if self.kind is None:
            self._pages.show_noted(made)
        else:
            self.forms[self.kind].show_written(made.there, made.of_pages)
