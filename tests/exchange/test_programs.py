"""Every ready reader: rows in are entries or refused with a reason; a second time nothing is new."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from journal.assets import asset
from journal.core.entries import DIARY_KINDS, Entry, kind_of
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.file_formats import OURS, Format
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.opening import opened
from journal.exchange.plan import plan_import
from journal.exchange.programs import PROGRAMS, program_of
from journal.exchange.sniffing import recognised
from journal.logbook import Logbook
from tests.exchange.foreign import BERLIN, FOLDER, NOBODY, read

OTHERS = ("herbal-tracker-2.json", "herbal-tracker.csv", "loop.zip")  # what is counted of them has tests of its own
START_MS = 1_763_625_600_000


@dataclass(frozen=True)
class Sample:
    """A made-up file; ``more``: the same with ten more doses or intakes; ``left`` are the rows that are not taken."""

    name: str
    format: Format
    new: dict[str, int]
    refused: int
    left: int
    rows: Callable[[str], int]
    more: Callable[[str], str] = field(repr=False)


def _psychonautwiki_rows(text: str) -> int:
    """Counted without the reader: things taken, timed notes, ratings, texts."""
    found = 0
    for experience in json.loads(text)["experiences"]:
        found += sum(len(experience[key]) for key in ("ingestions", "timedNotes", "ratings")) + bool(experience["text"])
    return found


def _more_ingestions(text: str) -> str:
    file = json.loads(text)
    taken = [_ingestion(n) for n in range(10)]
    file["experiences"].insert(0, {**file["experiences"][1], "ingestions": taken, "title": ""})
    return json.dumps(file)


def _ingestion(n: int) -> dict[str, Any]:
    time = START_MS + (3000 + n) * 60_000
    return {"substanceName": "Kratom", "time": time, "administrationRoute": "ORAL", "dose": 2.5, "units": "g"}


def _events_more(text: str) -> str:
    file = json.loads(text)
    event = file["events"]["list"][2]
    file["events"]["list"] += [{**event, "processedTimestamp": START_MS // 1000 + 9000 + 60 * n} for n in range(10)]
    return json.dumps(file)


def _rows_more(text: str) -> str:
    times = (f"2025-11-25T10:{n:02d}:00Z" for n in range(10))
    return text + "".join(f"25.11.25;Kratom Green;2.5 g;25.11.25;;0:00;;{time};{time}\n" for time in times)


def _days_rows(text: str) -> int:
    """Counted without the reader: what was drunk, ratings of the seven, and a note where there are words."""
    seven = ("craving", "anxiety", "mood", "energy", "sleepQuality", "bodyPain", "sweating")
    found = 0
    for day in json.loads(text)["days"].values():
        rated = {key for key, value in day["metrics"].items() if value is not None}
        words = rated.difference(seven) or day["note"] or day["triggers"] or day["helpers"] or day["relapse"]
        found += len(day["entries"]) + len(rated.intersection(seven)) + bool(words)
    return found


def _drunk_more(text: str) -> str:
    file = json.loads(text)
    file["days"]["2026-11-22"]["entries"] = [{"ts": f"2026-11-22T10:{n:02d}:00.000Z", "ml": 50} for n in range(10)]
    return json.dumps(file)


def _values_more(text: str) -> str:
    return text + "".join(f"Leaf,2025-11-25T10:{n:02d}:00Z,2.5,,\n" for n in range(10))


SAMPLES = [
    Sample("psychonautwiki.json", Format.PSYCHONAUTWIKI, {"product": 2, "dose": 5, "intake": 2, "note": 4}, 2, 1,
           _psychonautwiki_rows, _more_ingestions),
    Sample("medtimer.json", Format.MEDTIMER, {"product": 1, "dose": 2, "intake": 2}, 1, 2,
           lambda text: len(json.loads(text)["events"]["list"]), _events_more),
    Sample("medtimer.csv", Format.MEDTIMER_CSV, {"product": 1, "dose": 2, "intake": 2}, 1, 2,
           lambda text: len(text.splitlines()) - 1, _rows_more),
    Sample("track-and-graph.csv", Format.TRACK_AND_GRAPH, {"note": 5}, 2, 0,
           lambda text: len(text.splitlines()) - 1, _values_more),
    Sample("tea-taper.json", Format.TEA_TAPER, {"product": 1, "symptom": 5, "dose": 3, "rating": 6, "note": 2}, 2, 0,
           _days_rows, _drunk_more),
]  # fmt: skip


@pytest.fixture(params=SAMPLES, ids=lambda sample: sample.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    found: Sample = request.param
    return found


def _import(path: Path, logbook: Logbook) -> Counter[str]:
    plan = plan_import(opened(path, recognised(path), NOBODY, BERLIN), logbook, logbook.clock.now_ms())
    if plan.total:
        logbook.save_all(plan.entries(), label="many.imported", origin="import")
    return +plan.counts.new


def test_each_format_of_a_program_has_a_sample_and_a_promise() -> None:
    known = {format for program in PROGRAMS for format in program.files}
    assert known == {*Format} - OURS - {Format.TABLE}
    assert {sample.format for sample in SAMPLES} == known - {
        Format.HERBAL_TRACKER,
        Format.HERBAL_TRACKER_CSV,
        Format.LOOP,
    }
    assert all(program.promise and program.comes and program.left_out for program in PROGRAMS)


def test_each_program_names_the_code_in_which_its_format_was_read() -> None:
    page = asset("formats", "others.md").read_text(encoding="utf-8")
    for program in PROGRAMS:
        section = page.split(f"## {program.name} (")[1].split("\n## ")[0]
        assert re.search(r"^Read in [\w-]+/[\w-]+[,:]", section, re.MULTILINE), program.name
        assert re.search(r"`[0-9a-f]{40}`", section), program.name


def test_rows_in_are_entries_or_refused_or_said_to_be_left_out(sample: Sample) -> None:
    path = FOLDER / sample.name
    assert recognised(path).format is sample.format
    assert program_of(sample.format) is not None
    entries, refused = read(path)
    assert Counter(map(kind_of, entries)) == sample.new
    assert len(refused) == sample.refused
    of_rows = sum(n for kind, n in sample.new.items() if kind not in ("product", "symptom"))
    assert of_rows + sample.refused + sample.left == sample.rows(path.read_text(encoding="utf-8"))


def test_twice_is_nothing_new_and_ten_more_are_ten(sample: Sample, plain_book: Logbook, tmp_path: Path) -> None:
    path = tmp_path / sample.name
    text = (FOLDER / sample.name).read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert _import(path, plain_book) == sample.new
    assert _import(path, plain_book) == Counter()
    path.write_text(sample.more(text), encoding="utf-8")
    assert _import(path, plain_book) in ({"dose": 10}, {"note": 10})


def test_two_exports_of_one_program_recognise_each_other(plain_book: Logbook) -> None:
    assert _import(FOLDER / "medtimer.json", plain_book).total() == 5
    assert _import(FOLDER / "medtimer.csv", plain_book) == Counter()


@pytest.mark.quick_every(5)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("percent", range(0, 100, 2))
def test_a_cut_or_changed_file_is_refused_or_gives_whole_rows(sample: Sample, tmp_path: Path, percent: int) -> None:
    content = (FOLDER / sample.name).read_bytes()
    whole, _ = read(FOLDER / sample.name)
    place = len(content) * percent // 100
    for changed in (
        content[:place],
        content[:place] + b"\xff" + content[place + 1 :],
        content[:place] + content[place + 1 :],
    ):
        path = tmp_path / sample.name
        path.write_bytes(changed)
        try:
            found = list(opened(path, recognised(path), NOBODY, BERLIN).rows())
        except (UserError, Refused):
            continue
        made = [row.entry for row in found if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
        assert len(made) + sum(isinstance(row, RefusedRow) for row in found) <= len(whole) + sample.refused + 1


@pytest.mark.parametrize("name", [*(sample.name for sample in SAMPLES), *OTHERS])
def test_undone_it_comes_back_and_deleted_for_good_it_never_does(name: str, plain_book: Logbook) -> None:
    first = _import(FOLDER / name, plain_book)
    assert first
    plain_book.undo()
    assert plain_book.totals()[0] == 0
    assert _import(FOLDER / name, plain_book) == first
    gone = [entry.id for kind in DIARY_KINDS for part in plain_book.slices(kind) for entry in part]
    plain_book.delete(gone)
    assert _import(FOLDER / name, plain_book) == Counter()
    assert plain_book.purge(gone) == len(gone)
    assert _import(FOLDER / name, plain_book) == Counter()
    assert plain_book.totals()[0] == 0
