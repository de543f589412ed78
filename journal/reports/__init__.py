"""Pages to print: what they say, how it is laid out, and the PDF."""

from journal.reports.options import (
    Paper,
    ReportOptions,
    suggested_name,
)
from journal.reports.pdf import Journal, make_pdf, protect

__all__ = [
    "Journal", "Paper", "ReportOptions", "make_pdf", "protect",
    "suggested_name",
]  # fmt: skip
