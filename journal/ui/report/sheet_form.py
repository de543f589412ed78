"""What is chosen for a sheet: nothing of it is kept, so that every printing is decided anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core import limits
from journal.insights.leave_out import LeaveOut
from journal.reports.asked_twice import SURE
from journal.reports.options import Paper
from journal.reports.sheet_options import CHOICES, MEDICINES, SheetKind, SheetOptions
from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import line_edit
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label
from journal.ui.report.asked_choice import AskedChoice

_KRATOM, _PLANT = "kratom", "plant"


class SheetForm(QWidget):
    """The choices of one kind of sheet; only what is written down is offered. ``changed``: it would look different."""

    changed = Signal()

    def __init__(self, texts: Texts, kind: SheetKind) -> None:
        super().__init__()
        self.kind = kind
        choices = CHOICES[kind]
        self.boxes = {
            choice.field: TickBox(texts(choice.title), choice.usual) for choice in choices if not choice.asked
        }
        self.asked = {choice.field: AskedChoice(texts, texts(choice.title)) for choice in choices if choice.asked}
        self.no_list = label(
            texts("No medicine is on your list. Write your list first, or print this as a form to fill in."), wrap=True
        )
        self.left_out_too = TickBox(texts("Left out here, too"), True)
        self.of_pages = label("", "small", wrap=True)
        self.left_out = label("", wrap=True)
        self._titles = {choice.field: texts(choice.title) for choice in choices}
        self._texts = texts
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 8, 0)
        self._body.setSpacing(6)
        self._arrange(texts)
        self.show_written(frozenset())
        for box in (*self.boxes.values(), self.left_out_too):
            box.toggled.connect(lambda _on: self.changed.emit())
        for asked in self.asked.values():
            asked.changed.connect(self.changed)
        self.changed.connect(self._say_left_out)

    def _arrange(self, texts: Texts) -> None:
        card = self.kind is SheetKind.EMERGENCY
        self.wording: ChipRow | None = None
        self.line = line_edit(*_line_of(texts, card), limits.NAME_LETTERS)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        if card:
            self.wording = _wording(texts)
            self.wording.changed.connect(lambda _key: self.changed.emit())
            self._put(label(texts("What the card calls it"), "quiet", wrap=True), self.wording)
            always = texts("Always: allergies, leaf, extract or 7-OH, daily or not, what to do.")
        else:
            always = texts(
                "Always: products, medicines, allergies, a planned operation, and the operation or visit typed for "
                "the visit."
            )
        title = label(texts("What the card tells") if card else texts("What the sheet tells"), "quiet", wrap=True)
        self._put(title, label(always, wrap=True), self.left_out, self.no_list, self.of_pages, self.left_out_too)
        self._put(*self.boxes.values(), *self.asked.values())
        self._put(label(self.line.accessibleName(), "quiet", wrap=True), self.line)

    def _put(self, *widgets: QWidget) -> None:
        if self._body.count():
            self._body.addSpacing(8)
        for widget in widgets:
            self._body.addWidget(widget)

    def show_written(self, fields: Iterable[str], of_pages: Sequence[str] = ()) -> None:
        """Offer what there is to be printed, by the fields of the choices. ``of_pages``: names of what the pages for
        the visit leave out one by one, which is left out here as well until the tick is taken away.
        """
        names = "; ".join(of_pages)
        self.of_pages.setText(
            self._texts("Left out of the pages for the visit: {names}.", names=names) if names else ""
        )
        self.left_out_too.box.setAccessibleDescription(self.of_pages.text())
        for widget in (self.of_pages, self.left_out_too):
            widget.setVisible(bool(names))
        there = frozenset(fields)
        for field, row in (*self.boxes.items(), *self.asked.items()):
            row.setVisible(field in there)
        self.no_list.setVisible(MEDICINES not in there)
        self._say_left_out()

    def _say_left_out(self) -> None:
        """What is written down and not chosen, in sight above the choices: an empty box is easily passed over."""
        chosen, rows = self._shown(), {**self.boxes, **self.asked}
        names = [title for field, title in self._titles.items() if field not in chosen and not rows[field].isHidden()]
        self.left_out.setText(self._texts("Left out until you choose it: {names}.", names="; ".join(names)))
        self.left_out.setVisible(bool(names))

    def unanswered(self) -> AskedChoice | None:
        """The first that has to be answered before anything is handed over."""
        return next((row for row in self.asked.values() if not row.isHidden() and row.open), None)

    def chosen(self, paper: Paper, leave_out: LeaveOut) -> SheetOptions:
        """What the sheet is to be; a private entry is asked about once more before it leaves the screen.

        ``leave_out``: what the pages for the visit leave out one by one.
        """
        return replace(self._chosen(paper), leave_out=leave_out, tells_all=not self.left_out_too.is_ticked())

    def _shown(self) -> set[str]:
        """The fields that are to be printed."""
        shown = {field for field, box in self.boxes.items() if box.is_ticked()}
        return shown | {field for field, asked in self.asked.items() if asked.answer()}

    def _chosen(self, paper: Paper) -> SheetOptions:
        shown = self._shown()
        typed = self.line.text().strip()
        if self.wording is None:
            return SheetOptions(self.kind, paper, frozenset(shown), SURE, name=typed)
        plant = self.wording.value() == _PLANT
        return SheetOptions(self.kind, paper, frozenset(shown), SURE, plant=plant, naloxone=typed)


def _line_of(texts: Texts, card: bool) -> tuple[str, str]:
    """The name and the placeholder of the line that is typed for this printing."""
    if card:
        return texts("Where naloxone is kept"), texts("left out unless typed")
    return texts("Name on the sheet"), texts("left out unless typed")


def _wording(texts: Texts) -> ChipRow:
    plant = texts("a plant product that acts on opioid receptors")
    row = ChipRow(texts("What the card calls it"), [(_KRATOM, texts("kratom")), (_PLANT, plant)])
    row.set_value(_KRATOM)
    return row
