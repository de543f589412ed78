"""A number where a name is asked for: more often a rating or an amount that was meant for another field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal.core.plaintext import is_number_as_name
from journal.core.plausible import Doubt, Why
from journal.texts.doubts import doubt_question
from journal.ui.kit.form import Form


class NumberAsName:
    """The question of one form, asked once of each name; for kinds that declare their form ``doubts`` asks it."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._kept: set[str] = set()  # a dose may bring a product and a unit

    def asks(self, field: QWidget, name: str, go_on: Callable[[], object]) -> bool:
        """Ask about the name that was typed in ``field``, if it is a number; ``go_on`` where it is kept."""
        if name in self._kept or not is_number_as_name(name):
            return False

        def keep() -> None:
            self._kept.add(name)
            go_on()

        texts = self._form.texts
        question = doubt_question(texts, "", Doubt(Why.NUMBER_NAMES, "name", name))
        change = (texts("Change it"), lambda: field.setFocus(Qt.FocusReason.OtherFocusReason))
        self._form.ask(question, [change, (texts("Keep it"), keep)])
        return True
