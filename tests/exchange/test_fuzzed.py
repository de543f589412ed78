"""Files of other programs, damaged in many ways: refused or imported whole, never a crash, never a part of one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from journal.logbook import Logbook
from tests.exchange.damage import FOREIGN, Tally, import_damaged, own_files


def _tally(book: Logbook, folder: Path, seeds: range) -> Tally:
    (folder / "out").mkdir()
    (folder / "in").mkdir()
    with Logbook.open(folder / "other.leaf", clock=book.clock, create=True) as other:
        files = [*FOREIGN, *own_files(other, folder / "out")]
    tally = Tally()
    import_damaged(book, folder / "in", files, seeds, tally)
    assert (tally.crashes, tally.parts, dict(tally.without_place), tally.files) == ([], [], {}, len(seeds))
    return tally


@pytest.mark.slow
def test_damaged_files_are_refused_or_imported_whole(plain_book: Logbook, tmp_path: Path) -> None:
    outcomes = _tally(plain_book, tmp_path, range(100)).outcomes
    assert outcomes["refused"] > 10
    assert outcomes["imported"] > 5
    assert plain_book.check() == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "seeds",
    [range(1000, 1200), pytest.param(range(1200, 2000), marks=pytest.mark.campaign)],
    ids=["some", "the others"],
)
def test_a_thousand_damaged_files_are_refused_or_imported_whole(
    plain_book: Logbook, tmp_path: Path, seeds: range
) -> None:
    _tally(plain_book, tmp_path, seeds)
    assert plain_book.check() == []


@pytest.mark.parametrize("wrong", ["crash", "part"])
def test_what_goes_wrong_is_counted(
    plain_book: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    def spoiled(*_: object, **__: object) -> None:
        if wrong == "crash":
            raise ZeroDivisionError

    monkeypatch.setattr(plain_book, "save_all", spoiled)
    tally = Tally()
    import_damaged(plain_book, tmp_path, FOREIGN, range(30), tally)
    assert bool(tally.crashes) is (wrong == "crash")
    assert bool(tally.parts) is (wrong == "part")


_DOSES = 60_000


@pytest.mark.slow
@pytest.mark.slow_every(2)
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
    # In kB. Up to 10,000 new rows wait until it is known which of ours none of them is; the bare file takes 28,000.
    assert after - before < 21_000


_READ = """
import sys
from pathlib import Path
from tests.campaign.large_files import most_held_kb as peak
from journal.exchange.here import EmptyJournal
from journal.exchange.plan import plan_import
from tests.exchange.damage import FOREIGN, Tally, import_damaged, own_files
from tests.exchange.foreign import source
file, before = source(Path(sys.argv[1])), peak()
plan = plan_import(file, EmptyJournal(), 0)
print(before, peak(), plan.counts.new["dose"])
"""


def _dose(n: int) -> dict[str, object]:
    minutes = f"{n // 1440 % 28 + 1:02d}T{n // 60 % 24:02d}:{n % 60:02d}"
    return {"id": f"d{n}", "strainId": "x", "amount": 2.5, "timestamp": f"{2000 + n // 40_320}-11-{minutes}:00.000"}
