"""The letters of a page in the order in which they are drawn, which of each line is from its left to its right."""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream


def drawn_lines(pdf: bytes) -> list[str]:
    """Each line of the first page that was drawn at once."""
    reader = PdfReader(io.BytesIO(pdf))
    page: Any = reader.pages[0]
    maps = {name: _letters_of(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    lines: list[str] = []
    font: dict[int, str] = {}
    for given, operator in ContentStream(page.get_contents(), reader).operations:
        match operator:
            case b"BT" | b"T*" | b"Td" | b"Tm":
                lines.append("")
            case b"Tf":
                font = maps[given[0]]
            case b"Tj":
                lines[-1] += "".join(font[code] for code in given[0].original_bytes)
    return [line for line in lines if line]


def _letters_of(font: Any) -> dict[int, str]:
    said = font["/ToUnicode"].get_data().decode()
    listed = said[said.index("beginbfchar") : said.index("endbfchar")]
    pairs = re.findall("<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>", listed)
    return {int(code, 16): bytes.fromhex(letters).decode("utf-16-be", "surrogatepass") for code, letters in pairs}
