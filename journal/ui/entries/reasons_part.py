"""Why a dose was taken: any number of pills, the person's own words among them, and a line for others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.dose_reasons import Reason
from journal.core.entries import Dose
from journal.core.plaintext import clean_name, folded
from journal.texts import Texts
from journal.texts.health_names import REASONS
from journal.ui.kit.buttons import chip
from journal.ui.kit.fields import line_edit
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.push_button import PushButton

_BETWEEN = ";"
_OWN_OFFERED = 6


def own_reasons(doses: Iterable[Dose]) -> list[str]:
    """The person's own words of these doses, each once, in their order; those of private doses stay with them."""
    by_folded: dict[str, str] = {}
    known = set(Reason)
    for dose in doses:
        for reason in () if dose.private else dose.reasons:
            if reason not in known:
                by_folded.setdefault(folded(reason), reason)
    return list(by_folded.values())[:_OWN_OFFERED]


class ReasonsPart(QWidget):
    """Nothing is chosen beforehand. Untouched, the reasons of a dose stay letter for letter and in their order."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._given: tuple[str, ...] = ()
        self._pills: dict[str, PushButton] = {}
        holder = QWidget()
        self._flow = FlowLayout(holder, 6)
        self.own = line_edit(texts("Another reason"), texts("another reason, in your words"), 1000)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(holder)
        body.addWidget(self.own)
        for reason in Reason:
            if reason is not Reason.OTHER:
                self._add(reason, texts(REASONS[reason]))
        self.own.textChanged.connect(self.changed)

    def _add(self, key: str, words: str) -> PushButton:
        pill = chip(words)
        pill.leave_enter()  # Enter saves the form; Space chooses
        pill.setAccessibleName(self._texts("Reason: {reason}", reason=words))
        pill.toggled.connect(lambda _on: self.changed.emit())
        self._pills[str(key)] = pill
        self._flow.addWidget(pill)
        return pill

    def offer(self, own: Sequence[str]) -> None:
        """Pills for the person's own words, unless they are there."""
        known = {folded(key) for key in self._pills}
        for reason in own:
            if folded(reason) not in known:
                self._add(reason, reason)

    def pills(self) -> dict[str, PushButton]:
        """The pill of each reason that is offered."""
        return self._pills

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Choose these and no others; what is not offered is shown all the same."""
        self._given = tuple(reasons)
        self._choose(reasons)

    def _choose(self, reasons: Sequence[str]) -> None:
        for reason in reasons:
            if reason not in self._pills:
                self._add(reason, self._texts(REASONS[reason]) if reason in REASONS else reason)
        for key, pill in self._pills.items():
            pill.setChecked(key in reasons)

    def _chosen(self) -> list[str]:
        return [key for key, pill in self._pills.items() if pill.isChecked()]

    def _typed(self) -> list[str]:
        return list(filter(None, map(clean_name, self.own.text().split(_BETWEEN))))

    @property
    def empty(self) -> bool:
        """Whether no reason is said."""
        return not self._chosen() and not self.own.text().strip()

    def all_reasons(self) -> tuple[str, ...]:
        """What is chosen, and behind it what was typed."""
        chosen, typed = self._chosen(), self._typed()
        if not typed and set(chosen) == set(self._given):
            return self._given
        return tuple(dict.fromkeys([*chosen, *typed]))

    def state(self) -> dict[str, Any]:
        """What was chosen and typed."""
        return {"chosen_reasons": self._chosen(), "reasons": self.own.text()}

    def restore(self, state: dict[str, Any]) -> None:
        """Show a state again; an earlier version kept all reasons as typed words."""
        chosen = state.get("chosen_reasons")
        if isinstance(chosen, list):
            self._choose([str(reason) for reason in chosen])
            self.own.setText(state.get("reasons") or "")
        else:
            self._choose(list(filter(None, map(clean_name, (state.get("reasons") or "").split(_BETWEEN)))))
