"""The pages as they were made, and what the journal holds of what can be left out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.core.moments import Moment
    from journal.reports.options import ReportOptions
    from journal.reports.singles import Single


@dataclass(frozen=True, slots=True)
class Made:
    """The pages with a neutral file name. ``there``: the fields of those choices of which the journal holds something.

    ``left_out``: thoughts of suicide are there, and these pages do not print them. ``singles``: what can be left out
    one by one. ``stays_out``: what these pages leave out, by its titles and names;
    ``still_named``: a sentence on what of it stands in the person's own words. ``chosen``: the choices they were made
    by, at ``made_at``. ``in_part``: a sentence on what has no room on a card, or only in part. ``of_pages``: of a
    sheet, the names of what the pages for a visit leave out one by one. ``replaced``: a sentence on the letters that
    these pages cannot show.
    """

    pdf: bytes
    file_name: str
    there: frozenset[str]
    left_out: bool = False
    singles: tuple[Single, ...] = ()
    stays_out: tuple[str, ...] = ()
    still_named: str = ""
    chosen: ReportOptions | None = None
    made_at: Moment | None = None
    in_part: str = ""
    of_pages: tuple[str, ...] = ()
    replaced: str = ""
