"""Above every screen: that the open journal is only looked at, or that its entries are made up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.inline_message import InlineMessage

if TYPE_CHECKING:
    from journal.logbook import Logbook


class JournalBanner(InlineMessage):
    """``go_on_from`` is given the backup that is looked at; ``to_rescue`` leads back to the rescue that is.

    ``begin_rescue``: of a journal that cannot be written because it is damaged.
    """

    def __init__(
        self,
        texts: Texts,
        go_on_from: Callable[[Path], object],
        to_rescue: Callable[[], object],
        begin_rescue: Callable[[], object],
    ) -> None:
        super().__init__()
        self._texts, self._go_on_from, self._to_rescue = texts, go_on_from, to_rescue
        self._begin_rescue = begin_rescue

    def say_of(self, logbook: Logbook) -> None:
        """Show what holds of this journal; nothing of an ordinary one."""
        missing = _still_missing(self._texts, logbook.preferences.rescued)
        made_up = self._texts("These are made-up entries, to look around in.") if logbook.preferences.demo else ""
        if logbook.view_only is not None:
            words = self._texts("View only. {why}", why=explain(self._texts, logbook.view_only))
            self.show_message(f"{words} {missing}".strip(), self._ways_out(logbook))
        elif missing:
            way = (self._texts("Do not say this any more"), lambda: self._forget(logbook))
            self.show_message(f"{made_up} {missing}".strip(), [way])
        elif made_up:
            self.show_message(made_up)
        else:
            self.dismiss()

    def _forget(self, logbook: Logbook) -> None:
        try:
            logbook.save(setting_for("rescued", ""))
        except Refused as why:
            self.say_of(logbook)
            self.show_message(f"{self.text()} {explain(self._texts, why)}")
        else:
            self.say_of(logbook)

    def _ways_out(self, logbook: Logbook) -> list[tuple[str, Callable[[], object]]]:
        """Of a backup, or of what a rescue brought back, that is looked at; and of a damaged journal."""
        if logbook.view_only is not None and logbook.view_only.code == "journal-header-damaged":
            return [(self._texts("Rescue what can be read…"), self._begin_rescue)]
        if not logbook.only_looked_at:
            return []
        if logbook.is_rescued:
            return [(self._texts("Back to the rescue"), self._to_rescue)]
        return [(self._texts("Go on from a copy of it"), lambda: self._go_on_from(logbook.path))]


def _still_missing(texts: Texts, rescued: str) -> str:
    if not rescued:  # as nearly always: what a rescue says is not imported before the window can be used
        return ""
    from journal.texts.rescue_words import still_missing

    return still_missing(texts, rescued)
