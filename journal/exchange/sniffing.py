"""Which program wrote a file, recognised by what is in it and not by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.csv_in import is_own
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import LISTS
from journal.exchange.files import readable_file, readable_json
from journal.exchange.json_in import LIMIT_MB as OWN_LIMIT_MB
from journal.exchange.json_lists import pass_over
from journal.exchange.json_text import BrokenJsonError, JsonText
from journal.exchange.not_read import refuse_known
from journal.exchange.programs import BY_KEY, archive_of, table_of
from journal.exchange.spreadsheets import is_spreadsheet
from journal.exchange.table_head import LOOKED_AT
from journal.exchange.tables import Form, Table, form_and_head, form_of, with_names_guessed
from journal.exchange.zip_in import is_broken_zip, is_own_zip

_DOSE_KEYS = frozenset({"strainId", "amount", "timestamp"})
_OURS = LISTS.keys() - {"settings"}  # which the others have too
_MARK = b"\xef\xbb\xbf"
_ENOUGH = 65_536
_NOTHING = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"


@dataclass(frozen=True, slots=True)
class Found:
    """A file's format, and for a table how it is written."""

    format: Format
    form: Form = Form()


def recognised(path: Path) -> Found:
    """What the file is; a UserError that says why not if it is nothing that can be read."""
    refuse_known(path, OWN_LIMIT_MB)
    try:
        return _recognised(path)
    except UserError as problem:
        raise _reason(path, problem) from problem


def _reason(path: Path, problem: UserError) -> UserError:
    """Of no known format, because nothing is in it or because it is an archive that was cut or hurt."""
    if problem.code != "file-unknown-format":
        return problem
    if _is_empty(path):
        return UserError("file-empty", path=path)
    return UserError("zip-broken", path=path) if is_broken_zip(path) else problem


def _is_empty(path: Path) -> bool:
    with readable_file(path, OWN_LIMIT_MB) as file:
        return not file.read(_ENOUGH).lstrip(_NOTHING)


def _recognised(path: Path) -> Found:
    if is_own_zip(path):
        return Found(Format.OWN_ZIP)
    if is_spreadsheet(path):
        return _table_found(path)
    if (archive := archive_of(path)) is not None:
        return Found(archive)
    with readable_json(path, OWN_LIMIT_MB) as file:
        start = file.read(4096)
        while start.startswith(_MARK):
            start = start.removeprefix(_MARK)
        start = start.lstrip(b" \t\r\n")
        if start[:1] in (b"{", b"["):
            return Found(_json_format(file))
    if path.suffix.casefold() == ".json" and not _is_empty(path):
        return Found(Format.OWN_JSON)  # which says what is wrong with it
    return _table_found(path)


def _json_format(file: BinaryIO) -> Format:
    """That of a known program if a key is its; anything else is for the own reader to refuse, with the line."""
    text = JsonText(file)
    try:
        if text.peek() == "[":
            return Format.HERBAL_TRACKER if _is_bare_list(text) else Format.OWN_JSON
        for key in text.names():
            if key == "format" or key in _OURS:
                return Format.OWN_JSON
            if key in BY_KEY:
                return BY_KEY[key]
            pass_over(text)
    except (BrokenJsonError, Refused):
        return Format.OWN_JSON
    return Format.OWN_JSON


def _is_bare_list(text: JsonText) -> bool:
    """Old backups are a list of doses; the first object in it says so."""
    first: Any = next((element for _, element in text.elements() if isinstance(element, dict)), None)
    return first is not None and len(_DOSE_KEYS & first.keys()) >= 2


def _table_found(path: Path) -> Found:
    form_with_head = form_and_head(path, OWN_LIMIT_MB)
    if form_with_head is not None and is_own(form_with_head[1].first, form_with_head[1].below):
        return Found(Format.OWN_CSV, form_with_head[0])
    table = as_table(path)
    named = replace(table.form, named=True)
    known = table_of(Table(path, named).columns)
    return table if known is None else Found(known, named)


def as_own_csv(path: Path) -> Found:
    """The file taken for the program's own CSV, whatever its columns are called."""
    return Found(Format.OWN_CSV, form_of(path, OWN_LIMIT_MB) or Form())


def as_table(path: Path) -> Found:
    """The file taken for a table, whoever wrote it; UserError("file-unknown-format") if it is none."""
    form = form_of(path)
    if form is None:
        raise UserError("file-unknown-format", path=path)
    table = Table(path, form)
    return Found(Format.TABLE, with_names_guessed(form, table.columns, [row.cells for row in table.first(LOOKED_AT)]))
