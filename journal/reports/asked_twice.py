"""Which private entries a yes to a section alone does not print: those about pregnancy, which need a second yes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journal.core import limits
from journal.core.entries import Condition
from journal.core.health import PRIVATE_BY_NATURE
from journal.reports.options import PREGNANCY, ReportOptions
from journal.reports.sheet_options import SheetOptions

SURE = frozenset({PREGNANCY})  # of everything that is private by nature and can be printed


def private_pregnancy_chosen(
    conditions: Iterable[Condition], options: ReportOptions | SheetOptions, today: dt.date
) -> bool:
    """Whether one that is marked private belongs to a section that is to be printed; with a second yes it is."""
    chosen = options.prints(PREGNANCY) if isinstance(options, SheetOptions) else bool(options.pregnancy)
    return chosen and any(
        condition.private
        and condition.what in PRIVATE_BY_NATURE
        and (condition.until is None or condition.until >= _first_told(options, today))
        for condition in conditions
    )


def _first_told(options: ReportOptions | SheetOptions, today: dt.date) -> dt.date:
    """What was over before this day is on no page."""
    if isinstance(options, SheetOptions):
        return today
    return options.period.last - dt.timedelta(days=limits.WINDOW_DAYS - 1)
