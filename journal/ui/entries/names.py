"""What the journal's entries point to: products, own units and symptoms by id, the deleted ones included; and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from journal.core.entries import Condition, Dose, Entry, Product, Statement, Substance, Symptom, Unit
from journal.core.health import Subject
from journal.core.moments import Moment, moment_at
from journal.insights.statements import last_statement

if TYPE_CHECKING:
    from journal.texts import Texts
    from journal.ui.kit.bridge import Bridge

_KEPT = 2000


class Names:
    """Answers from memory; what is in the trash is looked up once and kept. What cannot be read has no name."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge, self._logbook = bridge, bridge.logbook
        self._known: dict[str, Entry | None] = {}
        self._outdated: dict[str, bool] = {}
        self._taken_since: dict[str, int] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read the short lists again after one of them changed."""
        listed = self._bridge.readable_list
        self.products = {product.id: product for product in listed(Product, trashed=True)}
        self.symptoms = {symptom.id: symptom for symptom in listed(Symptom)}
        self._units = {unit.id: unit for unit in listed(Unit)}
        self.forget_entries()

    def product(self, product_id: str | None) -> Product | None:
        """The product with this id."""
        product = self.products.get(product_id or "") or self._looked_up(product_id)
        return product if isinstance(product, Product) else None

    def unit(self, unit_id: str | None) -> Unit | None:
        """The version of an own unit with this id."""
        unit = self._units.get(unit_id or "") or self._looked_up(unit_id)
        return unit if isinstance(unit, Unit) else None

    def of_units(self, doses: Iterable[Dose]) -> dict[str, str]:
        """The names of the own units in which these doses were written, by their id."""
        used = [self.unit(dose.amount.unit) for dose in doses if dose.amount.unit]
        return {unit.id: unit.name for unit in used if unit is not None}

    def symptom(self, symptom_id: str) -> Symptom | None:
        """The symptom with this id."""
        symptom = self.symptoms.get(symptom_id) or self._looked_up(symptom_id)
        return symptom if isinstance(symptom, Symptom) else None

    def dose(self, dose_id: str | None) -> Dose | None:
        """The dose that a rating is linked to."""
        dose = self._looked_up(dose_id)
        return dose if isinstance(dose, Dose) else None

    def has_changed_since(self, statement: Statement) -> bool:
        """Whether something was added to the list that this is about after it was said."""
        if statement.id not in self._outdated:
            listed = [entry for entry in self._list_of(statement) if entry.until is None or entry.until >= self.today]
            written = self._logbook.first_written(entry.id for entry in (statement, *listed))
            standing = last_statement([statement], statement.subject, statement.day, listed, written)
            self._outdated[statement.id] = standing is not None and standing.outdated
        return self._outdated[statement.id]

    def taken_since(self, texts: Texts, statement: Statement) -> int:
        """How many intakes of what is not on the list were written down after the last "nothing else"."""
        if statement.id not in self._taken_since:
            self._taken_since[statement.id] = self._taken_after(texts, statement)
        return self._taken_since[statement.id]

    def _taken_after(self, texts: Texts, statement: Statement) -> int:
        from journal.ui.entries.taken_beside import taken_beside  # it knows the names of medicines, which take long

        statements = [other for other in self._logbook.listed(Statement) if other.subject is statement.subject]
        last = max(statements, key=lambda other: (other.day, other.recorded_ms), default=None)
        if statement.subject is not Subject.NOTHING_ELSE or last is None or last.id != statement.id:
            return 0
        return taken_beside(texts, self._logbook, statement, self._logbook.listed(Substance)).count

    def _list_of(self, statement: Statement) -> Sequence[Substance | Condition]:
        if statement.subject is Subject.NOTHING_ELSE:
            return self._logbook.listed(Substance)
        return self._logbook.listed(Condition)

    def written_at(self, statement: Statement) -> Moment:
        """When this was written down, on the clock here."""
        return moment_at(statement.recorded_ms, self._logbook.clock.zone_name())

    def forget_entries(self) -> None:
        """Look doses up anew: one of them may have moved; lists may have changed, and the day may have ended."""
        self._known.clear()
        self._outdated.clear()
        self._taken_since.clear()
        self.today = self._logbook.today()

    def _looked_up(self, entry_id: str | None) -> Entry | None:
        if entry_id is None:
            return None
        if entry_id not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[entry_id] = self._logbook.get(entry_id)
        return self._known[entry_id]
