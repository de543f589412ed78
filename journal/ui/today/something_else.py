"""What else may be written down, one press away: drinks and painkillers, check-ins, urges, care and measurements."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from journal.core.substances import Taken
from journal.texts import Texts
from journal.texts.health_names import TAKEN
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.kit.buttons import chip
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import Card, heading

_OTHERS = tuple(code for code, kind in ENTRY_KINDS.items() if not kind.on_today and code not in ("intake", "statement"))


class SomethingElse(Card):
    """A pill for each; ``wanted`` gives the kind of entry, and of intakes what was taken, else None."""

    wanted = Signal(str, object)

    def __init__(self, texts: Texts) -> None:
        super().__init__(16, 8)
        self.taken = {taken: self._pill(texts(TAKEN[taken]), "intake", taken) for taken in Taken}
        self.others = {code: self._pill(texts(ENTRY_KINDS[code].name), code, None) for code in _OTHERS}
        self.body.addWidget(heading(texts("Also write down"), "strong"))
        self.body.addWidget(flowing(*self.taken.values(), spacing=6))
        self.body.addWidget(flowing(*self.others.values(), spacing=6))

    def _pill(self, words: str, kind: str, taken: Taken | None) -> PushButton:
        return chip(words, checkable=False, on_click=partial(self.wanted.emit, kind, taken))
