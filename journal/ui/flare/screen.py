"""Flare: the whole window for a few large questions; what is saved is completed in a better hour."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.ui.flare.form import DRAFT, FlareForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form_host import FormHost
from journal.ui.kit.screen import Screen
from journal.ui.kit.theme import appearance, theme

_WIDEST, _HIGHEST = 1020, 620  # px at 100 %: further apart, digits and Save are a long way for a hand


class FlareScreen(Screen):
    """A new form each time, or the one that was not saved. ``left`` and ``saved``: the window goes elsewhere.

    ``taking`` bears the kind of what is about to be written down as taken, "" for nothing; ``warned`` signs that were
    saved, once the window is elsewhere.
    """

    emergency_wanted = Signal()
    left = Signal()
    saved = Signal()
    taking = Signal(str)
    warned = Signal(object)  # tuple of guidance.warning_signs.Noted

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._column = QWidget()
        place = QVBoxLayout(self._column)
        place.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._column, 1000)
        line.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addLayout(line, 1000)
        down.addStretch(1)
        self._just_saved = False
        self._noted: object = None  # signs that were saved just now
        self.host = FormHost(bridge, place, {DRAFT: self._made}, self, at_once=True)
        self.host.opened.connect(self._show_form)
        self.host.saved.connect(self._note_saved)
        self.host.warned.connect(self._note_warned)
        self.host.closed.connect(self._closed)
        appearance().changed.connect(self._fit)
        self._fit()

    @property
    def form(self) -> FlareForm | None:
        """The open form."""
        return self.host.form if isinstance(self.host.form, FlareForm) else None

    def _fit(self) -> None:
        self._column.setMaximumSize(theme().px(_WIDEST), theme().px(_HIGHEST))

    def _made(self) -> FlareForm:
        form = FlareForm(self._bridge)
        form.emergency_wanted.connect(self.emergency_wanted)
        form.taking.connect(self.taking)
        return form

    def _show_form(self) -> None:
        if self.host.form is not None:
            self.host.form.show()  # the next key is a digit already

    def _note_saved(self) -> None:
        self._just_saved = True

    def _note_warned(self, noted: object) -> None:
        self._noted = noted

    def _closed(self) -> None:
        self.taking.emit("")
        self._column.setFocus()  # with the form the keyboard went to whatever came next; from here it goes along
        if self._just_saved:
            self._just_saved = False
            self.saved.emit()
            if self._noted is not None:
                noted, self._noted = self._noted, None
                self.warned.emit(noted)
        else:
            self.left.emit()

    # --- what the window asks ---

    def shown(self) -> None:
        """Something that was begun goes on; else nothing is chosen, and the time is now."""
        if self.host.form is not None and self.host.busy:
            self.host.focus()
        elif not self.host.restore(DRAFT):
            form = self._made()
            form.open_new()
            self.host.open(form)

    def keep_draft(self) -> None:
        """Keep what is chosen, before the window closes."""
        self.host.keep_draft()

    @property
    def busy(self) -> bool:
        """False: nothing here takes long."""
        return False
