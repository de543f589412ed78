"""Files of other programs, damaged in many ways: refused or imported whole, never a crash, never a part of one."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.core.entries import DIARY_KINDS
from journal.core.refusal import Refused
from journal.exchange.names import Names
from journal.exchange.opening import row_refusal
from journal.exchange.plan import plan_import
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.refusals import SENTENCES
from tests.exchange.foreign import FOLDER, source

SAMPLES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".mapping.json"))
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


def _here(book: Logbook) -> Names:
    return Names(
        {product.id: product for product in book.products()},
        {},
        {symptom.id: symptom for symptom in book.symptoms()},
        english(),
    )


def _imported(book: Logbook, path: Path) -> str:
    """Import the file and answer what became of it; whatever it is, the journal holds all of it or nothing."""
    before = book.totals()[0]
    try:
        plan = plan_import(source(path, _here(book)), book, book.clock.now_ms())
    except Refused as problem:
        assert problem.code in SENTENCES, problem.code
        assert book.totals()[0] == before
        return "refused"
    for row in plan.refused:
        assert row.where.line >= 1
        assert row.reason.code in SENTENCES, row.reason.code
        assert row_refusal(row, english()).startswith(f"line {row.where.line}")
    if plan.total:
        book.save_all(plan.entries(), label="many.imported", origin="import")
    assert book.totals()[0] == before + sum(plan.counts.new[kind] for kind in DIARY_KINDS)
    return "imported" if plan.total else "nothing new"


def _fuzz(book: Logbook, folder: Path, seeds: range) -> Counter[str]:
    outcomes: Counter[str] = Counter()
    for seed in seeds:
        chance = random.Random(seed)
        sample = SAMPLES[seed % len(SAMPLES)]
        path = folder / sample.name
        path.write_bytes(damaged(sample.read_bytes(), chance))
        try:
            outcomes[_imported(book, path)] += 1
        except Exception as problem:
            raise AssertionError(f"seed {seed} of {sample.name}") from problem
    return outcomes


def test_damaged_files_are_refused_or_imported_whole(plain_book: Logbook, tmp_path: Path) -> None:
    outcomes = _fuzz(plain_book, tmp_path, range(100))
    assert outcomes.total() == 100
    assert outcomes["refused"] > 10
    assert outcomes["imported"] > 5
    assert plain_book.check() == []


@pytest.mark.slow
def test_a_thousand_damaged_files_are_refused_or_imported_whole(plain_book: Logbook, tmp_path: Path) -> None:
    outcomes = _fuzz(plain_book, tmp_path, range(1000, 2000))
    assert outcomes.total() == 1000
    assert plain_book.check() == []


_DOSES = 60_000


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_large_file_takes_little_memory(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"large.{form}"
    with path.open("w", encoding="utf-8") as file:
        if form == "json":
            file.write('{"version": 1, "strains": [], "dosages": [\n')
            file.writelines(json.dumps(_dose(n)) + ",\n" for n in range(_DOSES))
            file.write(json.dumps(_dose(_DOSES)) + "]}")
        else:
            file.write("iso_timestamp,strain_name,amount_g,notes\n")
            file.writelines(f"{_dose(n)['timestamp']},Green,2.5,{'x' * 60}\n" for n in range(_DOSES))
    assert path.stat().st_size > 5_000_000
    used = subprocess.run([sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=True)
    before, after, doses = (int(word) for word in used.stdout.split())
    assert doses >= _DOSES
    assert after - before < 16_000  # kB; read as a whole it would be three times as much


_READ = """
import resource, sys
from pathlib import Path
from journal.exchange.here import EmptyJournal
from journal.exchange.plan import plan_import
from tests.exchange.foreign import source
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
file, before = source(Path(sys.argv[1])), peak()
plan = plan_import(file, EmptyJournal(), 0)
print(before, peak(), plan.counts.new["dose"])
"""


def _dose(n: int) -> dict[str, object]:
    minutes = f"{n // 1440 % 28 + 1:02d}T{n // 60 % 24:02d}:{n % 60:02d}"
    return {"id": f"d{n}", "strainId": "x", "amount": 2.5, "timestamp": f"{2000 + n // 40_320}-11-{minutes}:00.000"}
