"""Random operations that make sense for a model's present state; everything follows from the seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import (
    DayMark,
    DayMarkKind,
    Dose,
    Entry,
    Note,
    Phase,
    Product,
    Rating,
    Symptom,
    Unit,
)
from journal.core.moments import moment_at
from tests.journals import START_MS, FixedClock
from tests.logbook.model import Model, Operation

_WEIGHTS = {
    "save": 34, "change": 22, "delete": 12, "restore": 6, "purge": 4, "undo": 14, "redo": 8, "save_all": 1,
}  # fmt: skip
_WORDS = (
    "tea", "coffee", "back", "pain", "quiet", "night", "walk", "rain", "Straße", "café", "100%", '"quoted"', "it's",
    "<b>", "=1+1", "$x$",
)  # fmt: skip
_KINDS = {"dose": 9, "note": 6, "rating": 8, "mark": 3, "product": 1, "unit": 1, "symptom": 1}


class Operations:
    """An endless stream of operations on a model that it keeps."""

    def __init__(self, seed: int, bulk: int = 20) -> None:
        self.model = Model()
        self.clock = FixedClock(START_MS)
        self._chance = random.Random(seed)
        self._bulk = bulk
        self._waiting: Operation | None = None

    def put_back(self, operation: Operation) -> None:
        """It was not done after all, so it comes next."""
        self._waiting = operation

    def next(self) -> Operation:
        """The next operation; give it to ``model.do`` before asking for another, or put it back."""
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            return waiting
        self.clock.tick(self._chance.randint(1_000, 3 * 3_600_000))
        while True:
            name = self._chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
            made: Operation | None = getattr(self, f"_{name}")()
            if made is not None:
                return replace(made, at_ms=self.clock.ms)

    def _operation(self, name: str, entries: Iterable[Entry] = (), ids: Iterable[str] = ()) -> Operation:
        return Operation(name, 0, tuple(entries), tuple(ids))

    def _save(self) -> Operation:
        return self._operation("save", self._new())

    def _save_all(self) -> Operation:
        many = [entry for _ in range(self._chance.randint(1, self._bulk)) for entry in self._new()]
        return self._operation("save_all", [mark for mark in many if not isinstance(mark, DayMark)] or [self._note()])

    def _change(self) -> Operation | None:
        entries = self._some(self.model.live(), 2)
        return self._operation("save", [self._changed(entry) for entry in entries]) if entries else None

    def _delete(self) -> Operation | None:
        entries = self._some(self.model.live(), 3)
        return self._operation("delete", ids=[entry.id for entry in entries]) if entries else None

    def _restore(self) -> Operation | None:
        entries = self._some(self.model.trash(), 2)
        return self._operation("restore", ids=[entry.id for entry in entries]) if entries else None

    def _purge(self) -> Operation | None:
        entries = self._some(self.model.trash(), 1)
        return self._operation("purge", ids=[entry.id for entry in entries]) if entries else None

    def _undo(self) -> Operation:
        return self._operation("undo")

    def _redo(self) -> Operation:
        return self._operation("redo")

    def _some(self, entries: list[Entry], most: int) -> list[Entry]:
        return self._chance.sample(entries, min(len(entries), self._chance.randint(1, most)))

    # --- entries ----------------------------------------------------------------------------------------------

    def _id(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))

    def _at(self) -> dict[str, object]:
        zone = self._chance.choice(["Europe/Berlin", "America/New_York", "Pacific/Auckland"])
        return {"id": self._id(), "at": moment_at(self.clock.ms - self._chance.randrange(2 * 86_400_000), zone)}

    def _new(self) -> list[Entry]:
        kind = self._chance.choices(list(_KINDS), list(_KINDS.values()))[0]
        made: list[Entry] = getattr(self, f"_new_{kind}")()
        return made

    def _new_dose(self) -> list[Entry]:
        product = self._one(Product)
        grams = self._chance.randint(1, 9000)
        amount = Amount(f"{grams} mg", grams, Dimension.MASS, Basis.WEIGHED)
        dose = Dose(**self._at(), product=product, amount=amount, note=self._text(1))  # type: ignore[arg-type]
        symptom = self._one(Symptom)
        if symptom is None or self._chance.random() < 0.6:
            return [dose]
        return [dose, self._rating(symptom, dose.id, Phase.BEFORE)]

    def _new_note(self) -> list[Entry]:
        return [self._note()]

    def _note(self) -> Note:
        return Note(**self._at(), text=self._text(6) or "x")  # type: ignore[arg-type]

    def _new_rating(self) -> list[Entry]:
        symptom = self._one(Symptom)
        return [Symptom(id=self._id(), name="Knee")] if symptom is None else [self._rating(symptom, self._one(Dose))]

    def _rating(self, symptom: str, dose: str | None, phase: Phase = Phase.ROUTINE) -> Rating:
        value = self._chance.choice([None, *range(11)])
        return Rating(**self._at(), symptom=symptom, value=value, dose=dose, group=self._id(), phase=phase)  # type: ignore[arg-type]

    def _new_mark(self) -> list[Entry]:
        today = dt.datetime.fromtimestamp(self.clock.ms / 1000, dt.UTC).date()
        day = today - dt.timedelta(days=self._chance.randrange(3))
        return [DayMark(id=self._id(), day=day, mark=self._chance.choice(list(DayMarkKind)))]

    def _new_product(self) -> list[Entry]:
        return [Product(id=self._id(), name=f"Product {self._chance.randrange(1000)}")]

    def _new_unit(self) -> list[Entry]:
        product = self._one(Product)
        return self._new_product() if product is None else [Unit(id=self._id(), product=product, name="capsule")]

    def _new_symptom(self) -> list[Entry]:
        return [Symptom(id=self._id(), name=f"Symptom {self._chance.randrange(1000)}")]

    def _one(self, cls: type[Entry]) -> str | None:
        ids = [entry.id for entry in self.model.entries.values() if isinstance(entry, cls)]
        return self._chance.choice(ids) if ids else None

    def _text(self, words: int) -> str:
        return " ".join(self._chance.choices(_WORDS, k=self._chance.randint(0, words)))

    def _changed(self, entry: Entry) -> Entry:
        if isinstance(entry, Note):
            return replace(entry, text=self._text(6) or "y")
        if isinstance(entry, Dose):
            return replace(entry, product=self._one(Product), note=self._text(3), at=self._at()["at"])  # type: ignore[arg-type]
        if isinstance(entry, Rating):
            symptom = self._one(Symptom) or entry.symptom
            return replace(entry, value=self._chance.randint(0, 10), symptom=symptom, dose=self._one(Dose))
        if isinstance(entry, Product | Symptom | Unit):
            return replace(entry, name=f"Renamed {self._chance.randrange(1000)}")
        return replace(entry, private=not entry.private)
