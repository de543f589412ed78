"""The answer to whether what is marked private goes out: for one saving or printing, then over."""

from __future__ import annotations

from journal.reports.options import ReportOptions
from journal.reports.sheet_options import SheetOptions
from journal.texts import Texts
from journal.ui.report.sheet_choice import SheetChoice


class PrivateThisTime:
    """What the person answered. ``what``: the choices, in which the tick for private entries goes by itself."""

    def __init__(self, texts: Texts, what: SheetChoice) -> None:
        self._texts, self._what = texts, what
        self._sure_of: ReportOptions | SheetOptions | None = None
        self._said_no = False

    def is_sure_of(self, chosen: ReportOptions | SheetOptions) -> bool:
        """Whether the person said yes to just these choices."""
        return chosen == self._sure_of

    def print_it(self, chosen: ReportOptions | SheetOptions) -> None:
        """They did."""
        self._sure_of, self._said_no = chosen, False

    def leave_out(self) -> None:
        """They did not want to; that it stays out is said once the rest is handed over."""
        self._said_no = True
        self._what.leave_private_out()

    def forget(self) -> None:
        """Nothing was handed over."""
        self._sure_of, self._said_no = None, False

    def handed_over(self, chosen: ReportOptions | SheetOptions | None, words: str) -> str:
        """What is said of it, with what was left out. The tick was for this time, and goes."""
        private = isinstance(chosen, ReportOptions) and chosen.private
        left_out = self._said_no and chosen is not None and not private
        if private:
            self._what.untick_private()
        self.forget()
        return self._texts("{said} Private entries are left out of it.", said=words) if left_out else words
