"""Files that are known and not read: what the program writes for others, papers, and whole journals."""

from __future__ import annotations

import re
from pathlib import Path

from journal.errors import UserError
from journal.exchange.files import readable_file

_LOOKED_AT = 4096
_BEGINNINGS = (
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE), "calendar-not-read"),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"resourceType"\s*:'), "bundle-not-read"),
    (re.compile(rb"%PDF-"), "pdf-not-read"),
    (re.compile(rb"SQLite format 3\0"), "journal-not-read"),
)
# A journal with a passphrase looks like noise, and pages to read like any text.
_ENDINGS = {".leaf": "journal-not-read", ".md": "pages-not-read", ".ics": "calendar-not-read"}


def refuse_known(path: Path, limit_mb: int) -> None:
    """UserError with what the file is and what to import in its place, if it is one of these."""
    with readable_file(path, limit_mb) as file:
        beginning = file.read(_LOOKED_AT)
    if not beginning:
        return
    code = next((code for pattern, code in _BEGINNINGS if pattern.match(beginning)), None)
    code = code or _ENDINGS.get(path.suffix.casefold())
    if code is not None:
        raise UserError(code, path=path)
