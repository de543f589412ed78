"""A new PDF with clean metadata: the same bytes for the same input and time."""

from __future__ import annotations

import io

from reportlab import rl_config

from journal.core.moments import Moment
from journal.reports.fonts import REGULAR
from journal.reports.tagged import TaggedCanvas

rl_config.useA85 = 0  # streams stay bytes: written as letters they are a quarter longer, and that takes a while


def new_canvas(
    out: io.BytesIO, size: tuple[float, float], title: str, language: str, made_at: Moment, program: str
) -> TaggedCanvas:
    """Pages of this size in points. ``title`` names no substance and no person; ``program`` may be empty."""
    canvas = TaggedCanvas(out, pagesize=size, pageCompression=1, invariant=1, lang=language, initialFontName=REGULAR)
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator(program)
    canvas.setProducer(program)
    canvas.setDateFormatter(lambda *_fixed: _pdf_date(made_at))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _pdf_date(at: Moment) -> str:
    """ "D:20260601090000+02'00'": ReportLab's own loses half-hour offsets."""
    minutes = abs(at.offset_s) // 60
    sign = "-" if at.offset_s < 0 else "+"
    return f"D:{at.local:%Y%m%d%H%M%S}{sign}{minutes // 60:02d}'{minutes % 60:02d}'"
