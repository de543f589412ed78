"""Above every screen, once a screen had to leave something out: part of the journal cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.inline_message import InlineMessage


class DamageBanner(InlineMessage):
    """Said once, and stays until the journal is left: what is missing below it is still missing."""

    def __init__(self, texts: Texts, to_backups: Callable[[], object], to_rescue: Callable[[], object]) -> None:
        super().__init__()
        self._texts, self._to_backups, self._to_rescue = texts, to_backups, to_rescue

    def tell(self, damage: Refused) -> None:
        """Show it, unless it is there already."""
        if not self.isHidden():
            return
        words = self._texts("Part of your journal cannot be read. The rest is shown, without figures of those days.")
        self.show_message(
            f"{words} {explain(self._texts, damage)}",
            [
                (self._texts("Go back to a backup…"), self._to_backups),
                (self._texts("Rescue what can be read…"), self._to_rescue),
            ],
            lasting=True,
        )

    def _pressed(self, work: Callable[[], object]) -> None:
        work()
