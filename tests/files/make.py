"""Makes the journals of a version that is about to be released: ``python3 -m tests.files.make 0001``.

Run once for each schema, by its own code, and never again: the files show that what it wrote can still be read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.care import CareKind, WeightUnit
from journal.core.check_ins import Instrument
from journal.core.entries import (
    TYPES,
    Answer,
    Attempt,
    Batch,
    Care,
    CheckIn,
    Condition,
    Contact,
    Content,
    DayMark,
    DayMarkKind,
    Dose,
    Entry,
    Help,
    Intake,
    LabResult,
    Measurement,
    Note,
    Person,
    Phase,
    Plan,
    Preparation,
    Product,
    ProductKind,
    Prompt,
    Question,
    Rating,
    Setting,
    Statement,
    Stomach,
    Substance,
    Symptom,
    Unit,
    Urge,
    YesOrNo,
)
from journal.core.health import ConditionKind, Lab, Stated, Subject
from journal.core.moments import moment_at
from journal.core.prompts import Outcome
from journal.core.records import to_record
from journal.core.substances import Source, Taken, Use
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from tests.journals import PASSPHRASE, START_MS, FixedClock

HERE = Path(__file__).parent


def main() -> None:
    version = sys.argv[1]
    held: dict[str, Any] = {}
    for mode, passphrase in (("plain", None), ("encrypted", PASSPHRASE)):
        path = HERE / f"journal-{version}-{mode}.leaf"
        with Logbook.open(path, passphrase, clock=FixedClock(), create=True) as book:
            write(book)
            held["held"] = what_it_holds(book)
        path.with_name(path.name + ".lock").unlink(missing_ok=True)
        held[f"sha256 {mode}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    words = json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / f"journal-{version}.json").write_text(words + "\n", encoding="utf-8")


def _id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


def _at(hours_ago: int, zone: str = "Europe/Berlin") -> Any:
    return moment_at(START_MS - hours_ago * 3_600_000, zone)


def entries() -> list[Entry]:
    """Every kind with every field in use."""
    mass = Amount("3 caps", 1500, Dimension.MASS, Basis.COUNTED, 60, _id(3))
    return [
        Person(id=_id(1), name="Rózsa", birth_year=1979, purpose="pain", since=dt.date(2024, 2, 29), goal="sleep",
               next_visit=dt.date(2026, 12, 1), naloxone_at_home=YesOrNo.YES),
        Product(id=_id(2), name="Green «Straße»", vendor="Vendor & Söhne", kind=ProductKind.CAPSULE, strain="Maeng Da",
                vein="green", default_unit=_id(3), default_preparation=Preparation.CAPSULE, strength="1.5 %",
                strength_source="label", archived=True),
        Batch(id=_id(31), product=_id(2), lot="L 7", opened=dt.date(2026, 10, 1), finished=dt.date(2026, 11, 1),
              figures="mitragynine 1.4 %", figures_source="lab report"),
        Product(id=_id(13), name="Tablets", kind=ProductKind.TABLET, content=Content.SEVEN_OH, ask_kind=True),
        Product(id=_id(14), name="From elsewhere"),
        Unit(id=_id(3), product=_id(2), name="capsule", quantity=500, dimension=Dimension.MASS, spread=20,
             measured="ten weighed", since=dt.date(2026, 1, 1)),
        Symptom(id=_id(4), code="back_pain", kind=SymptomKind.PAIN, position=1, main=True),
        Symptom(id=_id(5), name="Left knee", low_label="none", high_label="worst", higher_is_better=False,
                active_from=dt.date(2026, 1, 1), active_until=dt.date(2026, 12, 31), position=2, hidden=True),
        Dose(id=_id(6), at=_at(5), product=_id(2), amount=mass, preparation=Preparation.TEA, stomach=Stomach.LIGHT,
             reasons=("pain", "sleep"), finished_ms=START_MS - 4 * 3_600_000, note="=1+1 <b>$x$</b>", private=True,
             batch=_id(31)),
        Dose(id=_id(7), at=_at(30, "America/New_York"), complete_later=True),
        Rating(id=_id(8), at=_at(5), symptom=_id(4), value=7, group=_id(80), site="low", side="left", dose=_id(6),
               phase=Phase.BEFORE, prompted=True, due_ms=START_MS),
        Rating(id=_id(9), at=_at(3), symptom=_id(5), value=None, group=_id(80), phase=Phase.AFTER),
        Symptom(id=_id(15), code="black_stool", kind=SymptomKind.WARNING, position=3),
        Rating(id=_id(16), at=_at(2), symptom=_id(15), value=3, group=_id(81), answer=Answer.NOT_SURE),
        DayMark(id=_id(10), day=dt.date(2026, 11, 18), mark=DayMarkKind.NONE_TODAY),
        DayMark(id=_id(11), day=dt.date(2026, 11, 19), mark=DayMarkKind.DO_NOT_REMEMBER, origin=_id(90)),
        Note(id=_id(12), at=_at(1, "Asia/Kolkata"), text="quiet night 👍🏽 עברית\nsecond line"),
        Setting(id="day_start", value="300"),
        *what_else(),
    ]  # fmt: skip


def what_else() -> list[Entry]:
    """The kinds that the third schema brought."""
    return [
        Substance(id=_id(40), name="Sertralin «forte»", classes=("ssri",), source=Source.PRESCRIBED, amount="50 mg",
                  how_often="mornings", use=Use.DAILY, reason="mood", since=dt.date(2025, 3, 1),
                  until=dt.date(2026, 12, 31), note="with food"),
        Condition(id=_id(41), what=ConditionKind.PAIN, name="disc", place="lower back", since=dt.date(2019, 5, 1),
                  until=dt.date(2026, 1, 1), note="since a fall"),
        Condition(id=_id(42), what=ConditionKind.PLANNED_OPERATION, planned=dt.date(2027, 1, 12), private=True),
        Intake(id=_id(43), at=_at(6), what=Taken.ALCOHOL, name="beer", substance=_id(40), amount="1½ beers",
               drinks=1500, note="dinner"),
        CheckIn(id=_id(44), at=_at(7), instrument=Instrument.PEG, answers=("6", "skipped", "0"), due_ms=START_MS),
        CheckIn(id=_id(45), at=_at(8), sleep=6500, quality=0, function=10, helped=("heat", "a walk"), note="rested"),
        Urge(id=_id(46), at=_at(9), value=0, helped=("tea",), note="passed"),
        Care(id=_id(47), at=_at(10), what=CareKind.HEAT, name="bottle", minutes=20, note="neck"),
        Measurement(id=_id(48), at=_at(11), systolic=142, diastolic=91, pulse=88, weight=71_500,
                    weight_unit=WeightUnit.KG, sleep=0, quality=3, note="arm"),
        LabResult(id=_id(49), day=dt.date(2026, 11, 17), what=Lab.OWN, name="GGT", value="< 5", unit="U/L",
                  normal="< 60", note="fasting"),
        Statement(id=_id(50), day=dt.date(2026, 11, 16), subject=Subject.NOTHING_ELSE, answer=Stated.NOT_SURE,
                  note="asked"),
        Question(id=_id(51), text="Is it the tablets?", asked_on=dt.date(2026, 11, 15)),
        Attempt(id=_id(52), since=dt.date(2025, 1, 1), until=dt.date(2025, 1, 8), what_happened="no sleep"),
        Help(id=_id(53), text="a walk", position=1),
        Contact(id=_id(54), name="Sam", phone="0800 123", note="evenings", position=2),
        Plan(id=_id(55), heading="At night", text="Call Sam.", position=3),
        Prompt(id=_id(56), symptom=None, due_ms=START_MS, outcome=Outcome.MISSED),
    ]  # fmt: skip


def write(book: Logbook) -> None:
    """The entries one by one, and something of all that can happen to one."""
    for each in entries():
        book.save(each)
    kept = next(each for each in entries() if isinstance(each, Note))
    book.save(replace(kept, text="quiet night, changed"))
    extra = [Note(id=_id(n), at=_at(n), text=f"note {n}") for n in range(20, 24)]
    book.save_all(extra, label="import.done", origin="import")
    book.delete([_id(20), _id(21)])
    book.purge([_id(21)])
    book.save(Note(id=_id(30), at=_at(0), text="undone"))
    book.undo()
    book.save_draft("dose", "2.5 g, half typed")


def what_it_holds(book: Logbook) -> dict[str, Any]:
    """Everything that can be asked of it, as JSON has it."""
    undo, redo = book.undo_step, book.redo_step
    return {
        "entries": {kind: [to_record(each) for part in book.slices(kind) for each in part] for kind in TYPES},
        "trash": [each.id for each in book.trash()],
        "tombstones": [[each.id, each.kind, each.purged_ms] for each in book.tombstones()],
        "drafts": [[each.form, each.content, each.saved_ms] for each in book.drafts()],
        "undo": [undo.seq, undo.label] if undo else None,
        "redo": [redo.seq, redo.label] if redo else None,
        "history": [[each.label, each.undone, bool(each.before)] for each in book.history(_id(12))],
    }


if __name__ == "__main__":
    main()
