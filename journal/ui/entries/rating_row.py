"""One symptom to rate: its name, what 0 and 10 mean, and the scale. A masked one is named only when it is opened."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Symptom
from journal.core.warning_words import is_masked
from journal.texts import Texts
from journal.texts.names import shown_name, symptom_ends, symptom_name
from journal.ui.kit.buttons import button
from journal.ui.kit.scale import RatingScale
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import see_with_parent
from journal.ui.kit.widgets import label


class RatingRow(QWidget):
    """Others may see the screen: thoughts of suicide are rated as "Hidden rating", in as many steps as other symptoms.

    What was rated before stays hidden, too, until ``reveal`` is pressed.
    """

    def __init__(self, texts: Texts, symptom: Symptom) -> None:
        super().__init__()
        self._texts, self._symptom = texts, symptom
        masked = is_masked(symptom)
        # Ends in the person's own words may say what it is.
        ends = symptom_ends(texts, replace(symptom, low_label="", high_label="") if masked else symptom)
        self.scale = RatingScale(texts, shown_name(texts, symptom), *ends)
        see_with_parent(self.scale)
        self._name = label(shown_name(texts, symptom), "strong")
        self._ends = label(self._said_ends(*ends), "small")
        self.reveal = button(texts("Show"), self._reveal)
        self.reveal.setAccessibleName(texts("Show the hidden rating"))
        shown = [self._name, self._ends, self.reveal] if masked else [self._name, self._ends]
        if not masked:
            self.reveal.setParent(self)
            self.reveal.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(flowing(*shown, far="last"))
        body.addWidget(self.scale)

    @property
    def place(self) -> QWidget:
        """Where the keyboard goes."""
        return self.reveal if self.scale.isHidden() else self.scale

    def show_earlier(self, value: int | None) -> None:
        """What was chosen before; of a masked one neither name nor number is seen until it is opened."""
        self.scale.set_value(value)
        if value is not None and is_masked(self._symptom):
            self.scale.hide()

    def _said_ends(self, low: str, high: str) -> str:
        return self._texts("0 {low}, 10 {high}", low=low, high=high)

    def _reveal(self) -> None:
        name, ends = symptom_name(self._texts, self._symptom), symptom_ends(self._texts, self._symptom)
        self._name.setText(name)
        self._ends.setText(self._said_ends(*ends))
        self.scale.rename(name, *ends)
        self.scale.show()
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal.hide()
