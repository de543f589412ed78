"""Help lines: the emergency number and the lines of the country as the person wants them, and lines of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.core.entries import Draft
from journal.core.refusal import Refused
from journal.guidance import Country, HelpLine
from journal.guidance.own_lines import OwnLine, OwnLines, read_own, stored
from journal.guidance.signs_in_words import country_of
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.draft_words import not_saved_yet
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.left_form import LeftForm
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.widgets import Card, clear_layout
from journal.ui.settings.emergency_number import EmergencyNumber
from journal.ui.settings.help_line_draft import LineDraft, TypedLine
from journal.ui.settings.help_line_form import HelpLineForm
from journal.ui.settings.help_line_rows import HelpLineRows
from journal.ui.settings.own_country import OwnCountry
from journal.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from journal.ui.kit.computer import Computer

_Change = Callable[[OwnLines], OwnLines]


class HelpLinesPage(SettingsPage):
    """Every change is kept in the device file at once and can be taken back; ``lines_changed`` after each.

    Any country can be looked at and changed; ``country_changed`` with the code after one was made the person's own.
    """

    lines_changed = Signal()
    country_changed = Signal(str)
    covered = Signal(bool)  # whether the open form has the screen for itself

    def __init__(self, bridge: Bridge, computer: Computer) -> None:
        super().__init__(bridge.texts)
        self._bridge, self._computer = bridge, computer
        self._shown: tuple[str, str, str] | None = None
        self.form: HelpLineForm | None = None
        self._draft = LineDraft(bridge, self)
        self.kept = self.say(
            self.texts(
                "These are kept on this computer, outside your journal, so that they show before it is unlocked."
            )
        )
        self.damaged = self.say(
            self.texts("Some of what you had changed could not be read. What came with the program is shown."), "strong"
        )
        self._make_country()
        self._make_number()
        self._make_lines()
        self._make_reset()
        self.refresh()

    def _make_country(self) -> None:
        texts = self.texts
        self.own_country = OwnCountry(texts, self._computer.settings.country)
        self.country_field = self.own_country.field
        self.own_country.looked_at.connect(lambda _code: self.refresh())
        self.own_country.chosen.connect(self._choose_country)
        words = texts("For the emergency number, the help lines and the paper. It stays on this computer.")
        self.add_card(texts("Country"), self.own_country, self.say(words))

    def _choose_country(self, code: str) -> None:
        self._computer.change(country=code)
        self.refresh()
        self.country_changed.emit(code)

    def _make_number(self) -> None:
        self.emergency = EmergencyNumber(self.texts, self)
        self.emergency.typed.connect(self._use_number)
        self.emergency.reset_wanted.connect(self._reset_number)
        self.add_card(self.texts("Emergency number"), self.damaged, self.kept, *self.emergency.parts())

    def _make_lines(self) -> None:
        texts = self.texts
        self._rows = HelpLineRows(texts)
        self._rows.change_wanted.connect(self.change_line)
        self._rows.hide_wanted.connect(self._hide)
        self._rows.show_wanted.connect(self._show_again)
        self._rows.reset_wanted.connect(self._reset_line)
        self._rows.edit_wanted.connect(self.edit_own)
        self._rows.remove_wanted.connect(self._remove)
        self.line_message = InlineMessage()
        self.add_button = button(texts("Add a line"), self.add_line)
        # An open form stands in the place of the page, so that its foot is in sight.
        self._form_card = Card()
        self._form_card.hide()
        body = self.layout()
        assert body is not None
        body.addWidget(self._form_card)
        own = texts("A line of your own is shown whatever the country is: your doctor, a friend.")
        self.add_card(texts("Help lines"), self._rows, self.line_message, flowing(self.add_button), self.say(own))

    def _make_reset(self) -> None:
        self.reset_message = InlineMessage()
        self.reset = button(self.texts("Reset all"), self.reset_all)
        words = self.texts("Reset takes all your changes away, also those for other countries, and your own lines.")
        self.add_card(self.texts("Reset"), self.say(words), self.reset_message, flowing(self.reset))

    # --- what is shown ---

    @property
    def own(self) -> OwnLines:
        """What the person changed."""
        return read_own(self._computer.settings.help_lines)

    @property
    def country(self) -> Country:
        """Whom to call in the country that is looked at, with the changes."""
        return country_of(self.own_country.shown_code, self._computer.settings.help_lines)

    def refresh(self) -> None:
        settings = self._computer.settings
        self.own_country.show_own(settings.country)
        now = settings.country, settings.help_lines, self.own_country.shown_code
        if now == self._shown:
            return
        self._shown = now
        country = self.country
        self.damaged.setVisible(self.own.damaged)
        self.emergency.show_country(country)
        self._rows.show_lines(country, self.own)
        self.reset.setEnabled(bool(self.own) or self.own.damaged)

    def first_field(self) -> QWidget:
        return self.form or self.emergency.edit

    # --- the emergency number ---

    def _use_number(self, number: str) -> None:
        code, day = self.country.code, self._bridge.logbook.today()
        words = self.texts("The emergency number is {number} now.", number=number)
        self._do(lambda own: own.with_number(code, number, day), words, self.emergency.message, self.emergency.edit)

    def _reset_number(self) -> None:
        code = self.country.code
        words = self.texts("The emergency number is the one that came with the program.")
        self._do(lambda own: own.without_number(code), words, self.emergency.message, self.emergency.edit)

    # --- lines ---

    def add_line(self) -> None:
        """Open an empty form."""
        self._open(self.texts("New line"), (), None, lambda line: lambda own: own.with_line(line))

    def edit_own(self, place: int) -> None:
        """Open the form of one of the person's own lines."""
        line = self.own.added[place]
        shown = line.name, line.number, line.note
        of = ("own", *shown)
        self._open(self.texts("Change the line"), of, shown, lambda new: lambda own: own.with_line(new, place))

    def change_line(self, code: str, line: HelpLine) -> None:
        """Open a form that begins with what is shown; what was shipped is kept."""
        key = code, (line.came or line).name
        note = line.about if line.came else ". ".join(filter(None, (line.about, line.hours)))
        shown = line.name, line.number, note
        of = ("shipped", *key)
        self._open(self.texts("Change the line"), of, shown, lambda new: lambda own: own.with_changed(key, new))

    def _hide(self, code: str, name: str) -> None:
        words = self.texts("“{name}” is hidden. It can be shown again here.", name=name)
        self._do(lambda own: own.with_hidden((code, name)), words, self.line_message)

    def _show_again(self, code: str, name: str) -> None:
        words = self.texts("“{name}” is shown again.", name=name)
        self._do(lambda own: own.with_shown((code, name)), words, self.line_message)

    def _reset_line(self, code: str, name: str) -> None:
        words = self.texts("“{name}” is as it came with the program.", name=name)
        self._do(lambda own: own.as_shipped((code, name)), words, self.line_message)

    def _remove(self, place: int) -> None:
        if not self._free():  # an open form goes by the places of the lines
            return
        words = self.texts("“{name}” was removed.", name=self.own.added[place].name)
        self._do(lambda own: own.without_line(place), words, self.line_message)

    def reset_all(self) -> None:
        """Everything as it was shipped."""
        words = self.texts("Everything is as it came with the program.")
        self._do(lambda _own: OwnLines(), words, self.reset_message, self.reset)

    # --- the form ---

    def open_draft(self) -> bool:
        """Bring back a form that was not saved when the program ended; whether there was one."""
        kept = self._draft.read() if self.form is None else None
        if kept is None:
            return False
        self._open_again(kept.of)
        self._show_typed(kept)
        return True

    def _show_typed(self, kept: TypedLine) -> None:
        if self.form is not None:
            self.form.restore(kept.typed, not_saved_yet(self.texts, kept.as_draft(), self._bridge.logbook.clock))

    def _open_again(self, of: tuple[str, ...]) -> None:
        """The form of that line; an empty one if the line is not there any more."""
        match of:
            case ("shipped", code, _):
                self.own_country.look_at(code)
                self.refresh()
        for place, own in enumerate(self.own.added):
            if of == ("own", own.name, own.number, own.note):
                self.edit_own(place)
                return
        for line in self.country.lines:
            if of == ("shipped", self.country.code, (line.came or line).name):
                self.change_line(self.country.code, line)
                return
        self.add_line()

    def keep_draft(self) -> None:
        """Write down what is typed and not saved."""
        self._draft.keep()

    def _open(
        self,
        title: str,
        of: tuple[str, ...],
        shown: tuple[str, str, str] | None,
        change_of: Callable[[OwnLine], _Change],
    ) -> None:
        if not self._free():
            return
        self._dismiss()
        form = self.form = HelpLineForm(self.texts, title, self._bridge.logbook.today(), shown or ("", "", ""))
        form.saved.connect(lambda line: self._saved(line, change_of(line)))
        form.closed.connect(self._close)
        form.left.connect(lambda typed: self._offer(of, typed))
        self._draft.follow(form, of)
        self._form_card.body.addWidget(form)
        self._cover(True)
        # Only a form that is laid out can take the keyboard and be scrolled to.
        once_laid_out(form, form.take_keyboard)

    def _offer(self, of: tuple[str, ...], typed: Sequence[str]) -> None:
        """A form was cancelled with something typed in it."""
        self._bridge.form_left.emit(
            LeftForm(self, TypedLine(of, tuple(typed), self._bridge.logbook.clock.now_ms()).as_draft())
        )

    def bring_back(self, draft: Draft) -> bool:
        """Open the form that was cancelled, unless another one is being filled in."""
        kept = TypedLine.read(draft)
        if kept is None or not self._free():
            return False
        self._open_again(kept.of)
        self._show_typed(kept)
        self.keep_draft()
        return self.form is not None

    def _cover(self, on: bool) -> None:
        self.area.setVisible(not on)
        self._form_card.setVisible(on)
        self.covered.emit(on)

    def _free(self) -> bool:
        """Nothing typed is thrown away: a form that is being filled in stays, and takes the keyboard."""
        if self.form is not None and self.form.dirty:
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.form.message.show_message(self.texts("Save or cancel this first."))
            return False
        self._close()
        return True

    def _saved(self, line: OwnLine, change: _Change) -> None:
        self._do(change, self.texts("“{name}” was saved.", name=line.name), self.line_message)

    def _close(self) -> None:
        if self.form is not None:
            self.form = None
            self._draft.end()
            clear_layout(self._form_card.body)
            self._cover(False)
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- changing ---

    def _do(self, change: _Change, words: str, place: InlineMessage, focus: QWidget | None = None) -> None:
        """Keep the change and offer to take it back, where it was made."""
        before = self._computer.settings.help_lines
        try:
            after = stored(change(self.own))
        except Refused as refused:
            place.refuse(explain(self.texts, refused))
            return
        self._dismiss()
        self._keep(after)
        place.show_message(words, [(self.texts("Undo"), lambda: self._take_back(before, focus))])
        (focus or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        once_laid_out(place, lambda: bring_into_sight(place))

    def _take_back(self, before: str, focus: QWidget | None) -> None:
        self._keep(before)
        (focus or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, text: str) -> None:
        self._computer.change(help_lines=text)
        self.refresh()
        self.lines_changed.emit()

    def _dismiss(self) -> None:
        for message in (self.emergency.message, self.line_message, self.reset_message):
            message.dismiss()
