"""Damage of the open journal that was found behind the screens: told with the ways on, until it was read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from journal.core.refusal import Refused
from journal.texts.refusals import explain, explain_above_ways
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.shell.damage_banner import as_met
from journal.ui.shell.window import MainWindow

DAMAGE = (
    "journal-damaged", "entries-damaged", "journal-header-damaged", "journal-cut", "journal-unlike",
    "journal-begins-otherwise",
)  # fmt: skip
OF_SEARCH = ("search-damaged", "search-fails")  # each entry is as it was saved


class DamageNotice:
    """What a check and a failed backup found, in the message above the screens."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._stands = ""  # what it says, once it was told

    @property
    def stands(self) -> bool:
        """Whether damage is told above the screens now: nothing that says less may take its place."""
        body = self._window.body
        return not body.damage.isHidden() or (self._stands != "" and body.message.text() == self._stands)

    def tell(self, problem: Refused) -> None:
        """Say it, unless damage is told there already: by a screen that met it, or by what looked first.

        Of a file that others changed meanwhile only that is told: it is said at the top, with ways of its own.
        """
        if self._window.body.file_changed:
            return
        self._window.body.keep_damage(partial(self._tell_again, problem))
        if problem.code in OF_SEARCH:
            way = (self._window.texts("Build the search index anew"), self._window.mend_search)
            self._show(explain(self._window.texts, problem), [way])
        elif not self.stands:
            self._show(self._words(problem), self._ways())

    def _tell_again(self, problem: Refused) -> None:
        """The person asks for the ways on: they get the keyboard, wherever they are told."""
        self.tell(problem)
        body = self._window.body
        banner = body.message if body.damage.isHidden() else body.damage
        banner.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        once_laid_out(banner, lambda: bring_into_sight(banner))

    def _words(self, problem: Refused) -> str:
        """A backup is verified, so that none can be made of what is damaged. It is open, and not "left untouched"."""
        none = self._window.texts("No backup is made while it is damaged; those that there are stay.")
        met = as_met(problem) if problem.code == "entries-damaged" else Refused("check-failed", **problem.values)
        return f"{explain_above_ways(self._window.texts, met)} {none}"

    def _ways(self) -> list[tuple[str, Callable[[], object]]]:
        window = self._window
        back = [(window.texts("Go back to a backup…"), window.show_backups)] if window.has_backups() else []
        return [*back, (window.texts("Rescue what can be read…"), window.show_rescue)]

    def _show(self, words: str, ways: list[tuple[str, Callable[[], object]]]) -> None:
        message = self._window.body.message
        message.show_message(words, [*ways, (self._window.texts("OK"), message.dismiss)], refused=True)
        self._stands = words
