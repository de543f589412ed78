"""Pages to print: what they say, how it is laid out, and the PDF.

What is chosen for them is at hand at once; ``journal.reports.pdf`` makes them and loads ReportLab.
"""

from journal.reports.options import CHOICES, Choice, Paper, ReportOptions, suggested_name

__all__ = ["CHOICES", "Choice", "Paper", "ReportOptions", "suggested_name"]
