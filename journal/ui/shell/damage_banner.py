"""Above every screen, once a screen had to leave something out: part of the journal cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain_above_ways
from journal.ui.kit.inline_message import InlineMessage


def as_met(damage: Refused) -> Refused:
    """Of damage that was met in reading: nothing was refused, and what is saved beside it is kept."""
    return Refused("entries-unread", **damage.values) if damage.code == "entries-damaged" else damage


class DamageBanner(InlineMessage):
    """Said once, and stays until the journal is left: what is missing below it is still missing.

    The way ``to_backups`` is offered where it leads to any.
    """

    def __init__(
        self,
        texts: Texts,
        has_backups: Callable[[], bool],
        to_backups: Callable[[], object],
        to_rescue: Callable[[], object],
    ) -> None:
        super().__init__()
        self._texts, self._has_backups = texts, has_backups
        self._to_backups, self._to_rescue = to_backups, to_rescue

    def tell(self, damage: Refused) -> None:
        """Show it, unless it is there already."""
        if not self.isHidden():
            return
        words = self._texts("Part of your journal cannot be read. The rest is shown, without figures of those days.")
        met = Refused("entries-left-out", **damage.values) if damage.code == "entries-damaged" else damage
        back = [(self._texts("Go back to a backup…"), self._to_backups)] if self._has_backups() else []
        rescue = (self._texts("Rescue what can be read…"), self._to_rescue)
        self.show_message(
            f"{words} {explain_above_ways(self._texts, met)}", [*back, rescue], lasting=True, refused=True
        )

    def _pressed(self, work: Callable[[], object]) -> None:
        work()
