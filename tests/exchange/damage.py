"""Files damaged in many ways, and what an import makes of them: refused or imported whole, never a part of one."""

from __future__ import annotations

import io
import random
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from journal.core.entries import DIARY_KINDS
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.exchange.export import export_to, names_of
from journal.exchange.file_rows import RefusedRow
from journal.exchange.opening import row_refusal
from journal.exchange.plan import plan_import
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.refusals import SENTENCES
from tests.exchange.foreign import FOLDER, source
from tests.exchange.workbooks import HEAD, ROWS, ods, ods_table, xlsx
from tests.samples import sample

FOREIGN = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".mapping.json"))
OWN = ("own.json", "own.zip", "own-comma.csv", "own-semicolon.csv")
PIECES = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\\ud800", b'"', b"'", b",", b";", b"\n",
    b"\r", b"{", b"}", b"[", b"]", b"NaN", b"-Infinity", b"1e999", b"9" * 400, b"-1", b"null", b"true", b"[" * 20_000,
    b"=1+1", b"x" * 100_000, b"," * 2000, b'{"id":', b"PK\x03\x04", b"2026-13-40T99:99", b"\t", b"\xc3",
    b'"version": 7,', b"1,500",
)  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with one to four injuries."""
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_INJURIES)(content, chance)
    return content


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _insert(content: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + chance.choice(PIECES) + content[place:]


def _replace(content: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + chance.choice(PIECES) + content[place + chance.randint(1, 12) :]


def _flip(content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    place = chance.randrange(len(content))
    return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]


def _remove(content: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + content[place + chance.randint(1, 80) :]


def _double(content: bytes, chance: random.Random) -> bytes:
    first, last = sorted((chance.randint(0, len(content)), chance.randint(0, len(content))))
    return content[:last] + content[first:last] * chance.randint(1, 3) + content[last:]


def _mix_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


_INJURIES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _insert, _insert, _replace, _flip, _flip, _remove, _double, _mix_lines,
)  # fmt: skip


def damaged_file(path: Path, chance: random.Random) -> bytes:
    """The file with one to four injuries; of an archive, half of the time one of its members."""
    content = path.read_bytes()
    if not content.startswith(b"PK") or chance.random() < 0.5:
        return damaged(content, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as other:
        hurt = chance.choice(archive.namelist())
        for name in archive.namelist():
            part = archive.read(name)
            other.writestr(name, damaged(part, chance) if name == hurt else part)
    return made.getvalue()


def own_files(book: Logbook, folder: Path) -> Iterator[Path]:
    """Exports of a journal with an entry of every kind, in each format that is read again; and spreadsheets."""
    at = moment_now(book.clock)
    for kind in KINDS:
        with suppress(Refused):
            book.save(*sample(kind, at))
    for name in OWN:
        separator = ";" if "semicolon" in name else ","
        export_to(book, folder / name, english(), separator=separator)
        yield folder / name
    yield xlsx(folder / "table.xlsx", Doses=[HEAD, *ROWS])
    yield ods(folder / "table.ods", ods_table("Doses", [HEAD, *ROWS]))


@dataclass(slots=True)
class Tally:
    """What became of how many files, by what was said of refused rows, and what was wrong."""

    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    without_place: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def files(self) -> int:
        return self.outcomes.total() + len(self.crashes) + len(self.parts)

    def line(self) -> str:
        """In one line."""
        said = ", ".join(f"{n} {what}" for what, n in sorted(self.outcomes.items()))
        return (
            f"{self.files} damaged files: {len(self.crashes)} crashes, {len(self.parts)} imported in part; {said}; "
            f"{self.reasons.total()} refused rows, {self.without_place.total()} without row and field"
        )


def import_damaged(book: Logbook, folder: Path, files: Sequence[Path], seeds: range, tally: Tally) -> None:
    """Damage one file after the other and import what is left of it."""
    for seed in seeds:
        file = files[seed % len(files)]
        path = folder / file.name
        path.write_bytes(damaged_file(file, random.Random(seed)))
        try:
            _import(book, path, tally)
        except PartlyImportedError:
            tally.parts.append(f"{seed} of {file.name}")
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is told
            tally.crashes.append(f"{seed} of {file.name}: {problem!r}")


class PartlyImportedError(Exception):
    """The journal holds something else than what the import said."""


def _import(book: Logbook, path: Path, tally: Tally) -> None:
    before = book.totals()[0]
    try:
        plan = plan_import(source(path, names_of(book, english())), book, book.clock.now_ms())
    except Refused as problem:
        _refuse_wordless(problem)
        tally.outcomes["refused"] += 1
        if book.totals()[0] != before:
            raise PartlyImportedError from problem
        return
    for row in plan.refused:
        _refuse_wordless(row.reason)
        tally.reasons[row.reason.code] += 1
        if not _names_its_place(row):
            tally.without_place[row.reason.code] += 1
    if plan.total:
        book.save_all(plan.entries(), label="many.imported", origin="import", tombstones=plan.tombstones)
    tally.outcomes["imported" if plan.total else "nothing new"] += 1
    if book.totals()[0] != before + sum(plan.counts.new[kind] for kind in DIARY_KINDS):
        raise PartlyImportedError


def _refuse_wordless(reason: Refused) -> None:
    if reason.code not in SENTENCES:
        raise AssertionError(reason.code)


# What is wrong with a row as a whole, or with all that it says of one thing.
_OF_THE_ROW = frozenset({
    "row-cut", "row-too-long", "row-empty", "row-not-object", "row-key-twice", "id-twice", "id-of-another",
    "row-no-clock",
})  # fmt: skip

_NAMES_ITS_FIELD = ("amount-", "rating-", "day-", "time-", "clock-", "stamp-")  # in its sentence


def _names_its_place(row: RefusedRow) -> bool:
    """Its line, and its column, its field, or the words that cannot be read; else it is about the row as a whole."""
    said = row_refusal(row, english())
    if not said.startswith(f"line {row.where.line}") or row.where.line < 1:
        return False
    in_column = bool(row.where.list) and not row.where.number
    named = row.reason.code in _OF_THE_ROW or row.reason.code.startswith(_NAMES_ITS_FIELD)
    return in_column or named or bool(row.reason.values)
