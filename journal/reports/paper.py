"""A new PDF with clean metadata: the same bytes for the same input and time."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

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
    _tell_title(canvas, title, language)
    return canvas


def _tell_title(canvas: TaggedCanvas, title: str, language: str) -> None:
    """The title and the language once more as XMP, which readers for the blind look for; nothing else.

    That the file is PDF/UA is not claimed: the standard's own checker has not seen it.
    """
    stream = PDFStream(content=_XMP.format(title=escape(title), language=escape(language)).encode())
    stream.dictionary["Type"], stream.dictionary["Subtype"] = PDFName("Metadata"), PDFName("XML")
    canvas._doc.Catalog.Metadata = canvas._doc.Reference(stream, "metadata")


# The number is that of the standard (ISO 16684-1), the same in every file.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def _pdf_date(at: Moment) -> str:
    """ "D:20260601090000+02'00'": ReportLab's own loses half-hour offsets."""
    minutes = abs(at.offset_s) // 60
    sign = "-" if at.offset_s < 0 else "+"
    return f"D:{at.local:%Y%m%d%H%M%S}{sign}{minutes // 60:02d}'{minutes % 60:02d}'"
