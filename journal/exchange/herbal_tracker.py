"""Backups of Herbal Tracker+ (JSON, every age of it: an object or a bare list of doses) as rows of this journal.

``dosages`` hold ``id``, ``strainId``, ``amount`` in grams, ``timestamp`` (without offset: the phone's local time;
``Z``: UTC) and ``notes``; ``strains`` hold ``id``, ``name`` and ``inStock``; older files have ``effects``.
Unknown keys mean nothing. The daily limit is not imported: an own limit here is agreed with oneself anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from journal.core.entries import Dose, Product
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.file_rows import FoundRow, RefusedRow, Row, Where
from journal.exchange.files import readable_json
from journal.exchange.herbal_tracker_rows import (
    NAME,
    Tracked,
    first_text,
    foreign_id_in,
    grams,
    text_in,
)
from journal.exchange.json_text import BrokenJsonError, Doubled, JsonText
from journal.exchange.names import Names
from journal.texts import Texts

LIMIT_MB = 100
VERSION = 1
_LISTS = ("strains", "dosages", "effects")
# Dose times are kept only for effects that say none themselves, and for no more of these than could be real.
_MOST_WANTED = 50_000


class HerbalTrackerFile:
    """A backup. ``zone`` is the zone of times without an offset; ``remarks`` are known once the rows were read."""

    keeps_trash = False

    def __init__(self, path: Path, here: Names, zone: str) -> None:
        self.path = path
        self._here, self._zone, self._texts = here, zone, here.texts
        self._remarks: list[str] = []

    def rows(self) -> Iterator[Row]:
        """Strains, then doses, then effects, in whatever order the file has them."""
        with readable_json(self.path, LIMIT_MB) as file:
            try:
                outline = Outline(file)
                reading = _Reading(file, outline, Tracked(self._here, self._zone, self._texts))
                yield from reading.rows()
            except BrokenJsonError as problem:
                raise UserError("json-broken", path=self.path, line=problem.line) from None
            except Refused as problem:
                raise UserError(problem.code, **{**problem.values, "path": self.path}) from problem
        self._remarks = [*reading.tracked.remarks(), *_remark_on_limit(outline, self._texts)]

    def remarks(self, _texts: Texts) -> list[str]:
        """What to know of the last reading, in plain words."""
        return self._remarks


def _remark_on_limit(outline: Outline, texts: Texts) -> list[str]:
    if not outline.has_limit:
        return []
    return [texts("The daily limit of Herbal Tracker+ is not taken over.")]


class Outline:
    """Where the lists of a file begin, and what else of it matters; Refused for a version that is not known."""

    def __init__(self, file: BinaryIO) -> None:
        self.places: dict[str, tuple[int, int]] = {}
        self.refused: list[RefusedRow] = []
        self.has_limit = False
        text = JsonText(file)
        if text.peek() == "[":
            self.places["dosages"] = (text.offset, text.line)
            _pass_over(text)
        else:
            for key in text.names():
                self._visit(key, text)
        if text.peek():
            raise BrokenJsonError(text.line)

    def _visit(self, key: str, text: JsonText) -> None:
        if key in _LISTS:
            self._place(key, text)
            return
        if text.peek() == "[":
            _pass_over(text)
            return
        value = text.value()
        if key == "version":
            _refuse_newer(value)
        elif key == "settings" and isinstance(value, dict):
            limit = value.get("dailyLimit")
            self.has_limit = isinstance(limit, int | float) and limit is not True and limit > 0

    def _place(self, key: str, text: JsonText) -> None:
        if key in self.places:
            raise Refused("key-twice", key=key)
        if text.peek() == "[":
            self.places[key] = (text.offset, text.line)
            _pass_over(text)
            return
        line = text.line
        if text.value() is not None:
            self.refused.append(RefusedRow(Where(key, 0, line), Refused("list-expected", key=key)))


def _pass_over(text: JsonText) -> None:
    for _ in text.elements():
        pass


def _refuse_newer(version: object) -> None:
    number = int(version) if isinstance(version, str) and version.isascii() and version.isdigit() else version
    if isinstance(number, int | float) and number > VERSION:
        raise UserError("file-newer-elsewhere", program=NAME, found=f"{number:g}"[:20], known=VERSION)


class _Reading:
    """One pass through a file whose outline is known."""

    def __init__(self, file: BinaryIO, outline: Outline, tracked: Tracked) -> None:
        self.tracked = tracked
        self._file, self._outline = file, outline
        self._wanted: set[str] = set()
        self._dose_times: dict[str, Moment] = {}

    def rows(self) -> Iterator[Row]:
        """The rows of every list."""
        yield from self._outline.refused
        yield from self._list("strains", self._strain)
        self._find_wanted()
        yield from self._list("dosages", self._dose)
        yield from self._list("effects", self._effect)

    def _list(self, name: str, entry_of: Any) -> Iterator[Row]:
        for number, line, element in self._elements(name):
            where = Where(name, number, line)
            try:
                entry = entry_of(_object(element))
            except Refused as reason:
                yield RefusedRow(where, reason)
                continue
            if entry is not None:
                yield FoundRow(where, entry, isinstance(entry, Product), without_id=True, foreign_id=True)

    def _elements(self, name: str) -> Iterator[tuple[int, int, Any]]:
        if name in self._outline.places:
            elements = JsonText(self._file, *self._outline.places[name]).elements()
            for number, (line, element) in enumerate(elements, 1):
                yield number, line, element

    def _strain(self, strain: dict[str, Any]) -> Any:
        name = first_text(strain, ("name", "code"))
        return self.tracked.strain(name, strain.get("inStock") is False, foreign_id_in(strain, "id") or "")

    def _dose(self, fields: dict[str, Any]) -> Dose:
        if fields.get("amount") is None:
            raise Refused("key-missing", key="amount")
        amount, foreign_id = grams(fields["amount"]), foreign_id_in(fields, "id")
        product = self.tracked.product_of(foreign_id_in(fields, "strainId") or "")
        dose = self.tracked.dose(first_text(fields, ("timestamp",)), amount, text_in(fields, "notes"), foreign_id)
        if foreign_id in self._wanted:
            self._dose_times[foreign_id] = dose.at
        return self.tracked.with_product(dose, product)

    # --- effects: at their own time, else at that of their dose ---

    def _find_wanted(self) -> None:
        for _, _, effect in self._elements("effects"):
            if isinstance(effect, dict) and not effect.get("timestamp") and len(self._wanted) < _MOST_WANTED:
                self._wanted.add(str(effect.get("dosageId"))[:200])

    def _effect(self, effect: dict[str, Any]) -> Any:
        dose = foreign_id_in(effect, "dosageId") or ""
        stamp = text_in(effect, "timestamp")
        at = self.tracked.times.stamp(stamp) if stamp else self._dose_times.get(dose)
        if at is None:
            raise Refused("key-missing", key="timestamp")
        key = f"{foreign_id_in(effect, 'id')}\x1e{dose}\x1e{at.utc_ms}"
        return self.tracked.effects(effect, at, key)


def _object(element: object) -> dict[str, Any]:
    if not isinstance(element, dict):
        raise Refused("row-not-object")
    if isinstance(element, Doubled):
        raise Refused("row-key-twice")
    return element
