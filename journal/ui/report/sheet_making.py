"""A sheet as the Report screen shows it. All of it runs in a worker."""

from __future__ import annotations

from journal.core.entries import Condition
from journal.core.moments import Moment
from journal.insights.leave_out import LeaveOut
from journal.reports.as_chosen import AsChosen, Journal
from journal.reports.asked_twice import private_pregnancy_chosen
from journal.reports.printed import replaced_words
from journal.reports.sheet_options import IN_PART, SheetOptions, suggested_sheet_name
from journal.reports.sheet_written import left_out_of_sheet, without_a_place, written_down
from journal.reports.sheets import make_sheet
from journal.reports.singles import names_left_out, of_sheets
from journal.texts import Texts
from journal.ui.report.made import Made


def sheet_made(everything: Journal, chosen: SheetOptions, texts: Texts, now: Moment) -> Made:
    """The sheet, and what there is to be printed on it. What the pages for a visit leave out is left out here, too,
    until the person says otherwise.
    """
    of_pages = of_sheets(everything, chosen.leave_out, chosen.kind)
    names = tuple(names_left_out(texts, everything, of_pages))
    journal = AsChosen(everything, LeaveOut() if chosen.tells_all else of_pages)
    sheet, there = make_sheet(journal, chosen, texts, now), written_down(journal, chosen, now)
    name = suggested_sheet_name(chosen.kind, now.local.date())
    private = private_pregnancy_chosen(journal.listed(Condition), chosen, now.local.date())
    named = [*without_a_place(texts, journal, chosen, now), *(() if chosen.tells_all else names)]
    stays_out = left_out_of_sheet(texts, chosen, there, private, named)
    in_part = texts(IN_PART, names="; ".join(sheet.in_part)) if sheet.in_part else ""
    replaced = replaced_words(texts, sheet.replaced)
    return Made(sheet.pdf, name, there, stays_out=stays_out, in_part=in_part, of_pages=names, replaced=replaced)
