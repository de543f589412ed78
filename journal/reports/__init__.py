"""Pages to print: what they say, how it is laid out, and the PDF."""

from journal.reports.options import (
    Paper,
    ReportOptions,
    suggested_name,
)
from journal.reports.pdf import Journal, make_pdf, protect
from journal.reports.warning_symptoms import private_rating_left_out

__all__ = [
    "Journal", "Paper", "ReportOptions", "make_pdf", "private_rating_left_out", "protect",
    "suggested_name",
]  # fmt: skip
