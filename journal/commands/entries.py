"""Entries made from what was asked for on the command line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from journal.commands.declared_entries import WORDS, DeclaredMaker
from journal.commands.named_entries import NAMED, NamedMaker
from journal.commands.products import ProductMaker, choice
from journal.commands.unknown_symptom import unknown_symptom
from journal.commands.values_said import past_day, said_of_year
from journal.core.amounts import Amount, Basis
from journal.core.batches import open_batch
from journal.core.denied_signs import is_practised, sign_denied
from journal.core.entries import (
    DayMark,
    Dose,
    Entry,
    Note,
    Phase,
    Preparation,
    Product,
    ProductKind,
    Rating,
    Stomach,
    Symptom,
    Unit,
    kind_of,
    new_id,
)
from journal.core.journal_day import journal_day
from journal.core.moments import (
    AmbiguousTime,
    Moment,
    here,
    latest_now,
    moment_from_iso,
    moment_from_local,
    moment_now,
)
from journal.core.plaintext import clean_name, folded, shortened, typed_note
from journal.core.plausible import doubts
from journal.core.refusal import Refused
from journal.core.symptoms import BY_CODE
from journal.core.typed_fractions import is_number_alone
from journal.core.warning_words import means_sign, sign_meant
from journal.guidance.emergency_words import signs_to_look_for
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.amounts import spread_amount_text
from journal.texts.doubts import doubt_remark
from journal.texts.names import SYMPTOMS, symptom_name
from journal.texts.typed import is_time_alone, read_amount, read_moment

_RATING = re.compile(r"[0-9]|10")
_WEIGHED = (ProductKind.LEAF_POWDER, ProductKind.CRUSHED_LEAF)
_ISO_WITH_OFFSET = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})")
_ISO_WITH_SECONDS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?")


class EntryMaker:
    """Makes entries for one journal, remembering the products and symptoms that it has just made.

    ``remarks``: what to say of how they were understood, once they are saved; ``also_look_for``: the signs that words
    may mean beside the one as which they are saved.
    """

    def __init__(self, logbook: Logbook, texts: Texts) -> None:
        self._logbook = logbook
        self._texts = texts
        self._products = ProductMaker(logbook, texts)
        self._declared = DeclaredMaker(logbook, texts, self._moment, self._products.known)
        self._symptoms = logbook.symptoms()
        self._named = NamedMaker(logbook, texts, self._products, self._declared, self._symptoms)
        self._asked_for: set[str] = set()
        self.remarks: list[str] = []
        self.also_look_for: list[str] = []

    def entries(self, word: str, asked: Mapping[str, Any]) -> list[Entry]:
        """The entries that were asked for, after a product or symptom that has to be made; Refused with the reason."""
        if word in NAMED:
            named = self._named.entries(word, asked)
            self._asked_for.add(named[0].id)
            return self._doubted(named)
        if word in WORDS:
            made = self._declared.entry(WORDS[word], asked)
            self.remarks += self._declared.remarks
            self._declared.remarks.clear()
            return [made]
        make = {"dose": self._dose, "rating": self._ratings, "none": self._none, "note": self._note}[word]
        return self._doubted(make(asked))

    def _doubted(self, made: list[Entry]) -> list[Entry]:
        """The same, after remarks on names and sizes of what is new that are more often a slip."""
        for entry in made:
            if (kind := kind_of(entry)) in NAMED and self._logbook.get(entry.id) is None:
                in_doubt = doubts(entry, self._logbook.today())
                self.remarks += [doubt_remark(self._texts, kind, doubt) for doubt in in_doubt]
        return made

    def was_asked_for(self, entry: Entry) -> bool:
        """Whether it was to be saved for itself, and not because another one names it."""
        return kind_of(entry) not in NAMED or entry.id in self._asked_for

    def _dose(self, asked: Mapping[str, Any]) -> list[Entry]:
        if "product" not in asked:
            raise Refused("key-missing", key="product")
        product, made = self._products.product(asked)
        at = self._moment(asked)
        amount, units = self._amount(product, asked, at)
        day = journal_day(at, self._logbook.preferences.day_start)
        batch = open_batch(self._declared.known.batches, product.id, day)
        dose = Dose(
            at=at,
            product=product.id,
            amount=amount,
            preparation=choice(Preparation, asked, "preparation") or product.default_preparation,
            stomach=choice(Stomach, asked, "stomach"),
            reasons=tuple(filter(None, map(clean_name, asked.get("reasons", ())))),
            note=typed_note(asked.get("note", "")),
            private=asked.get("private", False),
            batch=batch.id if batch else None,
        )
        return [*made, *units, dose, *self._rated(asked.get("rate", {}), dose.at, dose, dose.private)]

    def _ratings(self, asked: Mapping[str, Any]) -> list[Entry]:
        if not asked.get("rate"):
            raise Refused("rating-missing")
        return self._rated(asked["rate"], self._moment(asked), None, asked.get("private", False))

    def _none(self, asked: Mapping[str, Any]) -> list[Entry]:
        return [DayMark(day=self._day(asked["day"]) if "day" in asked else self._logbook.today())]

    def _note(self, asked: Mapping[str, Any]) -> list[Entry]:
        text = typed_note(asked.get("text", ""))
        if not text.strip():
            raise Refused("note-empty")
        return [Note(at=self._moment(asked), text=text, private=asked.get("private", False))]

    # --- amounts -----------------------------------------------------------------------------------------------------

    def _amount(self, product: Product, asked: Mapping[str, Any], at: Moment) -> tuple[Amount, list[Unit]]:
        """The amount, and the unit that has to be made for it."""
        units = self._products.units(product, journal_day(at, self._logbook.preferences.day_start))
        basis = choice(Basis, asked, "basis") or Basis.UNKNOWN
        typed, usual = asked.get("amount", ""), self._unit_name(product.default_unit, units)
        made: list[Unit] = []
        try:
            amount = read_amount(typed, units, usual, basis)
        except Refused as reason:
            made = self._counted(product, reason)
            amount = read_amount(typed, [*units, *made], usual, basis)
        if amount.basis is not basis:
            sentence = "“{text}” was taken as a guess of {amount}."
            self.remarks.append(
                self._texts(sentence, text=typed.strip(), amount=spread_amount_text(self._texts, amount))
            )
        # Leaf is weighed in grams; of anything else a bare number may have meant pieces.
        if is_number_alone(typed) and not amount.unit and product.kind not in _WEIGHED:
            sentence = "“{text}” has no unit; it was taken as {text} {unit}."
            self.remarks.append(self._texts(sentence, text=typed.strip(), unit=usual))
        return amount, made

    def _counted(self, product: Product, reason: Refused) -> list[Unit]:
        """The unit that was missing, where the product may be counted in it; raises the refusal where it may not."""
        unit = None
        if reason.code == "amount-unit-unknown":
            unit = self._products.counted(product, str(reason.values["unit"]))
        if unit is None:
            raise reason
        sentence = ("{product} is now counted in the unit “{unit}”, too. What one holds can be said in the window, "
                    "under Products.")  # fmt: skip
        self.remarks.append(self._texts(sentence, product=product.name, unit=unit.name))
        return [unit]

    def _unit_name(self, default_unit: str, units: Sequence[Unit]) -> str:
        """A product's default unit as it would be typed; own units are stored by id, each version under another."""
        own = next((unit for unit in units if unit.id == default_unit), None) or self._logbook.get(default_unit)
        name = folded(own.name) if isinstance(own, Unit) else ""
        return next((unit.name for unit in units if folded(unit.name) == name), default_unit)

    # --- ratings --------------------------------------------------------------------------------------------------

    def _rated(self, rate: Mapping[str, Any], at: Moment, dose: Dose | None, private: bool) -> list[Entry]:
        group, phase = new_id(), Phase.ROUTINE if dose is None else Phase.BEFORE
        entries: list[Entry] = []
        for name, value in rate.items():
            symptom, made = self._symptom(clean_name(name))
            if any(isinstance(entry, Rating) and entry.symptom == symptom.id for entry in entries):
                raise Refused("symptom-twice", name=shortened(symptom_name(self._texts, symptom)))
            rating = Rating(
                at=at, symptom=symptom.id, value=_rating(value, symptom), group=group, phase=phase, private=private,
                dose=None if dose is None else dose.id,
            )  # fmt: skip
            entries += [*made, rating]
        return entries

    def _symptom(self, name: str) -> tuple[Symptom, list[Entry]]:
        """The symptom of that name; a built-in one that the journal does not rate yet is added to it."""
        for symptom in self._symptoms:
            if folded(symptom_name(self._texts, symptom)) == folded(name):
                return symptom, []
        for code, built_in_name in SYMPTOMS.items():
            if folded(self._texts(built_in_name)) == folded(name) and code in BY_CODE:
                return self._built_in(code)
        meant = sign_meant(name)
        if meant is not None:
            self._refuse_other_meaning(meant, name)
            return self._taken_as(meant, name)
        raise unknown_symptom(self._texts, self._symptoms, name)

    def _refuse_other_meaning(self, code: str, name: str) -> None:
        """Refuse words that say that the sign is not there, or that mean an exercise: neither is that sign."""
        typed_name, sign = shortened(name), self._texts(SYMPTOMS[code])
        if sign_denied(name) is not None:
            raise Refused("symptom-denied", name=typed_name, sign=sign)
        if is_practised(name):
            raise Refused("symptom-not-rated", name=typed_name, signs=f"“{sign}”")

    def _taken_as(self, code: str, name: str) -> tuple[Symptom, list[Entry]]:
        """A warning sign in other words: taken as that sign, so that nothing is lost, and said."""
        symptom, made = self._built_in(code)
        self.also_look_for += signs_to_look_for(name)
        sentence = "“{name}” was saved as “{symptom}”. A symptom of your own of that name can be added in the window."
        self.remarks.append(self._texts(sentence, name=shortened(name), symptom=symptom_name(self._texts, symptom)))
        return symptom, made

    def _built_in(self, code: str) -> tuple[Symptom, list[Entry]]:
        rated = next((symptom for symptom in self._symptoms if symptom.code == code), None)
        if rated is not None:
            return rated, []
        kind = BY_CODE[code]
        position = 1 + max((symptom.position for symptom in self._symptoms), default=-1)
        made = Symptom(code=code, kind=kind.kind, higher_is_better=kind.higher_is_better, position=position)
        self._symptoms.append(made)
        return made, [made]

    # --- times ----------------------------------------------------------------------------------------------------

    def _moment(self, asked: Mapping[str, Any]) -> Moment:
        text = asked.get("at", "now").strip()
        if not text:
            raise Refused("time-unreadable", text="")
        clock = self._logbook.clock
        now = moment_now(clock)
        if not _ISO_WITH_OFFSET.fullmatch(text):
            return self._remarked(text, self._read(text), now)
        # A typed UTC offset only fixes the instant: the entry is kept in this computer's time zone.
        meant = here(clock, moment_from_iso(text, now.zone).utc_ms)
        if meant.utc_ms > latest_now(clock):
            raise Refused("time-in-future", time=meant.as_typed())
        return meant

    def _read(self, text: str) -> Moment:
        """The moment that was typed; of a time that came twice both are named, as nobody can be asked here."""
        try:
            if _ISO_WITH_SECONDS.fullmatch(text):
                return self._of_this_zone(text)
            return read_moment(self._texts, text, self._logbook.clock)
        except AmbiguousTime as twice:
            first, second = twice.first.isoformat(), twice.second.isoformat()
            time = twice.first.local.time()
            raise Refused("time-twice-offset", time=time, first=first, second=second) from twice

    def _of_this_zone(self, text: str) -> Moment:
        """ISO 8601 with seconds and without an offset, on the clock here."""
        clock = self._logbook.clock
        try:
            written = dt.datetime.fromisoformat(text)
        except ValueError as problem:
            raise Refused("time-no-such-day", text=text) from problem
        meant = moment_from_local(written, clock.zone_name())
        if meant.utc_ms > latest_now(clock):
            raise Refused("time-in-future", time=meant.as_typed())
        return meant

    def _remarked(self, text: str, meant: Moment, now: Moment) -> Moment:
        """A bare time of day that has not come yet means yesterday's, and that must be said."""
        if is_time_alone(self._texts, text) and meant.local.date() < now.local.date():
            sentence = "{text} has not come yet today, so it was saved for yesterday, {day}, {time}."
            day, time = self._texts.short_day(meant.local.date()), self._texts.time(meant.local)
            self.remarks.append(self._texts(sentence, text=text, day=day, time=time))
        self.remarks += said_of_year(self._texts, text, meant.local.date(), now.local.date())
        return meant

    def _day(self, text: str) -> dt.date:
        today = self._logbook.today()
        day = past_day(self._texts, text, today)
        self.remarks += said_of_year(self._texts, text, day, today)
        return day


def _rating(value: object, of: Symptom) -> int | None:
    if value is None and means_sign(of):
        return None
    text = str(value) if type(value) in (int, str) else ""
    if not _RATING.fullmatch(text):
        raise Refused("rating-unreadable", text=str(value)[:40])
    return int(text)
