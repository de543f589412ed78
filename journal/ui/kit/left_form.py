"""A form that was cancelled with something typed in it, which can be brought back for a while, after a start too."""

from __future__ import annotations

import json
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from journal.core.entries import Draft

LEFT = "left"  # the draft under which it waits: no form has this name


class LeftForm(NamedTuple):
    """``place`` is a part of the screen where it was; ``typed`` is what its own draft would hold."""

    place: QWidget
    typed: Draft


class KeptForm(NamedTuple):
    """The same as it waits in the journal: ``screen`` is the key of the screen where it was."""

    screen: str
    typed: Draft

    def as_text(self) -> str:
        """As the draft named ``LEFT`` keeps it."""
        kept = {"screen": self.screen, "form": self.typed.form, "content": self.typed.content}
        return json.dumps(kept, ensure_ascii=False)

    @classmethod
    def read(cls, draft: Draft) -> KeptForm | None:
        """What that draft keeps; None for what cannot be read any more."""
        try:
            kept = json.loads(draft.content)
            return cls(kept["screen"], Draft(kept["form"], kept["content"], draft.saved_ms))
        except (ValueError, KeyError, TypeError):
            return None
