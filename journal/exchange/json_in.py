"""A journal's JSON file as rows: any layout, lists in any order, bounded memory; the reason for every refused row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from journal.core.entries import Entry, Product, Tombstone
from journal.core.product_kinds import from_version_0_1
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.disagreeing_amounts import refuse_disagreeing
from journal.exchange.file_rows import LISTS, FoundRow, RefusedRow, Row, Where
from journal.exchange.files import readable_json
from journal.exchange.json_lists import as_object
from journal.exchange.json_out import FORMAT, VERSION
from journal.exchange.json_text import BrokenJsonError, JsonText
from journal.exchange.objects import from_object, tombstone_from
from journal.exchange.written_values import written_in

LIMIT_MB = 1000
_BEFORE_KINDS_WERE_ASKED = 1  # the version of the format that version 0.1 of the program wrote


class JsonFile:
    """The program's own JSON. It can be read again and again; nothing of it is kept in memory."""

    keeps_trash = True

    def __init__(self, path: Path) -> None:
        self.path = path

    def rows(self) -> Iterator[Row]:
        """Every row, the lists in the order of ``rows.LISTS`` whatever theirs; Refused if the file is none of ours."""
        with readable_json(self.path, LIMIT_MB) as file:
            try:
                yield from _Reading(file).rows()
            except BrokenJsonError as problem:
                raise UserError("json-broken", path=self.path, line=problem.line) from None
            except Refused as problem:
                raise UserError(problem.code, **{**problem.values, "path": self.path}) from problem


class _Reading:
    """One pass. A list that comes before its turn is passed over, and visited once the file has been seen whole."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._text = JsonText(file)
        self._heading: dict[str, Any] = {}
        self._lists_to_come = list(LISTS)
        self._later: dict[str, tuple[int, int]] = {}
        self._seen: set[str] = set()

    def rows(self) -> Iterator[Row]:
        """The rows of the lists in turn, then of those that came early."""
        self._refuse_other_files()
        for key in self._text.names():
            if key in self._seen:
                raise Refused("key-twice", key=key[:40])
            self._seen.add(key)
            yield from self._visit(key)
        if self._text.peek():
            raise BrokenJsonError(self._text.line)
        self._check_heading()
        for name in self._lists_to_come:
            if name in self._later:
                yield from self._rows_of(name, JsonText(self._file, *self._later[name]))

    def _refuse_other_files(self) -> None:
        if self._text.peek() != "{":
            raise Refused("file-unknown-format")

    def _visit(self, key: str) -> Iterator[Row]:
        if key in ("format", "version"):
            self._heading[key] = self._text.value()
            self._check_heading(complete=False)
        elif key not in LISTS:
            yield RefusedRow(Where(key[:40], 0, self._text.line), Refused("list-unknown", key=key[:40]))
            self._pass_over()
        elif self._text.peek() != "[":
            yield RefusedRow(Where(key, 0, self._text.line), Refused("list-expected", key=key))
            self._text.value()
        elif self._lists_to_come[:1] == [key] and len(self._heading) == 2:
            self._lists_to_come.pop(0)
            yield from self._rows_of(key, self._text)
        else:
            self._later[key] = (self._text.offset, self._text.line)
            self._pass_over()

    def _pass_over(self) -> None:
        if self._text.peek() == "[":
            for _ in self._text.elements():
                pass
        else:
            self._text.value()

    def _check_heading(self, complete: bool = True) -> None:
        heading = self._heading
        if (complete or "format" in heading) and heading.get("format") != FORMAT:
            raise Refused("file-unknown-format")
        version = heading.get("version")
        if type(version) is int and version > VERSION:
            raise UserError("format-newer", found=version, known=VERSION)
        if (complete or "version" in heading) and (type(version) is not int or version < 1):
            raise Refused("file-unknown-format")

    def _rows_of(self, name: str, text: JsonText) -> Iterator[Row]:
        kind = LISTS[name]
        for number, (line, element) in enumerate(text.elements(), 1):
            where = Where(name, number, line)
            try:
                yield FoundRow(where, self._as_of_its_version(_entry(kind, element)))
            except Refused as reason:
                yield RefusedRow(where, reason, written_in(element) if isinstance(element, dict) else ())

    def _as_of_its_version(self, entry: Entry | Tombstone) -> Entry | Tombstone:
        old = self._heading["version"] == _BEFORE_KINDS_WERE_ASKED
        return from_version_0_1(entry) if old and isinstance(entry, Product) else entry


def _entry(kind: str | None, element: Any) -> Entry | Tombstone:
    fields = as_object(element)
    if kind is None:
        return tombstone_from(fields)
    entry = from_object(kind, fields)
    refuse_disagreeing(entry, "amount", "quantity")
    return entry
