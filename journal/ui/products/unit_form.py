"""A product's own unit: a few pieces weighed once, a figure from a label, or a name to count by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.core.amounts import Amount, Dimension
from journal.core.calibration import FEWEST, MOST, Calibration, as_weighed, parse_weights, unlike
from journal.core.changes import ChangeSet
from journal.core.entries import Product, Unit
from journal.core.plaintext import clean_name, folded
from journal.core.refusal import Refused
from journal.core.typed_fractions import is_number_alone
from journal.texts.refusals import explain
from journal.texts.typed import read_size
from journal.ui.entries.number_as_name import NumberAsName
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.day_field import DayField
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.fields import PASTED_LIMIT, line_edit, too_long
from journal.ui.kit.form import Form, State
from journal.ui.kit.kept_place import OneOf
from journal.ui.kit.widgets import group, label

UNIT_DRAFT = "unit"
_WEIGHED, _LABEL, _COUNTED = "weighed", "label", "counted"


class UnitForm(Form):
    """Saving adds a new version from its day on; earlier doses keep the amount that they were recorded with."""

    selects_first = False

    def __init__(self, bridge: Bridge, draft_key: str = UNIT_DRAFT) -> None:
        super().__init__(bridge, bridge.texts("New own unit"), draft_key)
        self._product: Product | None = None
        self._earlier: Unit | None = None
        self._suggested = ""
        self._number = NumberAsName(self)
        self._kept = ""  # weights that were asked about and are right
        self._make_fields()
        self._arrange()
        self._connect()
        self._show_how()

    def _make_fields(self) -> None:
        texts = self.texts
        self.name = line_edit(texts("Name of the own unit"), texts("e.g. capsule, spoon"), PASTED_LIMIT)
        self.kept_name = label(role="strong", wrap=True)
        self.how = ChipRow(
            texts("How its size is known"),
            [(_WEIGHED, texts("weighed")), (_LABEL, texts("from the label")), (_COUNTED, texts("not known"))],
        )
        self.weights = line_edit(texts("Weight of each piece, in grams"), texts("e.g. 2.1 2.3 2.0 2.2 2.4"), 400)
        self.result = label(role="strong", wrap=True)
        self.one = line_edit(texts("One of it is"), texts("e.g. 500 mg"), 60)
        self.measured = line_edit(texts("How it was measured"), texts("optional"), PASTED_LIMIT)
        self.since = DayField(texts, texts("From which day on"), self.bridge.logbook.today)

    def _arrange(self) -> None:
        texts = self.texts
        self.add(texts("Name"), self.name, self.kept_name)
        self.add(texts("How its size is known"), self.how)
        self._weighing = group(
            label(texts("Weight of each piece, in grams"), "small", wrap=True), self.weights, self.result,
            label(texts("Weigh {few} to {many} pieces one by one.", few=FEWEST, many=MOST), "small", wrap=True),
        )  # fmt: skip
        self._labelled = group(label(texts("One of it is"), "small", wrap=True), self.one)
        self._size = OneOf(self._weighing, self._labelled)
        self.content.addWidget(self._size)
        self.add(texts("How it was measured"), self.measured)
        self.add(texts("From which day on"), self.since)
        kept = texts("Doses recorded so far keep their amounts. This applies to new ones.")
        self.content.addWidget(label(kept, "small", wrap=True))
        self.content.addStretch(1)
        self.heading.setWordWrap(True)

    def _connect(self) -> None:
        self.how.changed.connect(lambda _how: self._show_how())
        self.weights.textChanged.connect(lambda _text: self._weighed())
        for edit in self._edits().values():
            edit.textChanged.connect(self.touched)
        self.since.changed.connect(self.touched)
        self.how.changed.connect(self.touched)

    def _edits(self) -> dict[str, QLineEdit]:
        return {"name": self.name, "weights": self.weights, "one": self.one, "measured": self.measured}

    @property
    def product_id(self) -> str:
        """Whose unit it is."""
        return self._product.id if self._product else ""

    # --- opening ---

    def open_new(self, product: Product, earlier: Unit | None = None) -> None:
        """A new unit of this product, or a new version of one it has."""
        self._product, self._earlier = product, earlier
        if earlier is not None:
            self.heading.setText(self.texts("Weigh again"))
            self.name.setText(earlier.name)
            self.kept_name.setText(earlier.name)
        # A version belongs to its unit by the name, which therefore stays.
        self.name.setVisible(earlier is None)
        self.kept_name.setVisible(earlier is not None)
        self.how.set_value(_WEIGHED)
        self.since.set_day(self.bridge.logbook.today())
        self._show_how()
        self.begin()

    def first_field(self) -> QWidget:
        return self.weights if self._earlier is not None else self.name

    def field_for(self, code: str) -> QWidget | None:
        if code == "name-too-long":
            return too_long([self.name, self.measured])
        if code.startswith("amount-"):
            return self.weights if self.how.value() == _WEIGHED else self.one
        if code.startswith(("day-", "time-")):
            return self.since
        return self.name if code.startswith("name-") else super().field_for(code)

    # --- what is shown ---

    def _show_how(self) -> None:
        self._size.show_part({_WEIGHED: self._weighing, _LABEL: self._labelled}.get(str(self.how.value())))
        self._weighed()

    def _weighed(self) -> None:
        self.result.setText(self._mean_in_words())
        self.weights.setAccessibleDescription(self.result.text())
        self._suggest_measured()
        if self.weights.hasFocus():  # in a low window the fields scroll: what comes of the weights is seen while typing
            once_laid_out(self.result, lambda: self.scroller.ensureWidgetVisible(self.result))

    def _mean_in_words(self) -> str:
        """Mean and spread of what is typed so far, or what is still missing."""
        try:
            weights = parse_weights(self.weights.text())
        except Refused as refused:
            return explain(self.texts, refused)
        if not FEWEST <= len(weights) <= MOST:
            return self._number_in_words(len(weights))
        weighed, texts = as_weighed(weights), self.texts
        return texts(
            "Mean {mean} g, spread {spread} g (standard deviation of {n} pieces)",
            mean=texts.number(weighed.mean), spread=texts.number(weighed.spread), n=weighed.n,
        )  # fmt: skip

    def _number_in_words(self, n: int) -> str:
        return self.texts.plural("{n} piece so far", "{n} pieces so far", n) if n else ""

    def _how_many_more(self, n: int) -> str:
        """Why it cannot be saved yet; what is to be done stands below the field already."""
        if n > MOST:
            return self.texts("{n} pieces are too many. Take out {more}.", n=n, more=n - MOST)
        more = self.texts.plural("{n} more weight is needed.", "{n} more weights are needed.", FEWEST - n)
        return " ".join(part for part in (self._number_in_words(n) and f"{self._number_in_words(n)}.", more) if part)

    def _suggest_measured(self) -> None:
        """ "5 weighed", until the person writes something else."""
        if self.measured.text() != self._suggested:
            return
        self._suggested = ""
        if self.how.value() == _LABEL:
            self._suggested = self.texts("from the label")
        elif self.how.value() == _WEIGHED and (weighed := self._calibration()) is not None:
            self._suggested = self.texts("{n} weighed", n=weighed.n)
        self.measured.setText(self._suggested)

    def _calibration(self) -> Calibration | None:
        try:
            weights = parse_weights(self.weights.text())
        except Refused:
            return None  # said below the field, and refused when it is saved
        return as_weighed(weights) if FEWEST <= len(weights) <= MOST else None

    # --- drafts ---

    def state(self) -> State:
        typed: State = {key: field.text() for key, field in self._edits().items()}
        ids = {"product": self.product_id, "earlier": self._earlier and self._earlier.id}
        return {**typed, **ids, "how": self.how.value(), "since": self.since.edit.text()}

    def restore(self, state: Mapping[str, Any]) -> None:
        product = self.bridge.live_entry(state["product"], Product)
        earlier = self.bridge.logbook.get(state["earlier"]) if state["earlier"] else None
        self.open_new(product, earlier if isinstance(earlier, Unit) else None)
        self.how.set_value(state["how"])
        for key, field in self._edits().items():
            field.setText(state[key])
        self.since.edit.setText(state["since"])
        self._show_how()

    # --- saving ---

    def _write(self) -> ChangeSet | None:
        if not clean_name(self.name.text()):
            raise Refused("name-empty")
        if self.how.value() == _WEIGHED and not FEWEST <= (n := len(parse_weights(self.weights.text()))) <= MOST:
            words = self._how_many_more(n)
            self.message.show_message(words)
            self.weights.setAccessibleDescription(words)
            self.weights.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroller.ensureWidgetVisible(self.weights)
            return None
        unit = self._unit()
        if self._earlier is None and self._number.asks(self.name, unit.name, self.save):
            return None
        if self.how.value() == _WEIGHED and self._asks_about_weights():
            return None
        changed = self._with_new_default(unit)
        return self.bridge.logbook.save(unit, *changed, label="unit.added", discard_draft=self.draft_key or None)

    def _asks_about_weights(self) -> bool:
        """Ask about pieces that can hardly be of one unit: every dose would be counted with their mean."""
        typed, texts = self.weights.text(), self.texts
        far = None if typed == self._kept else unlike(parse_weights(typed))
        if far is None:
            return False
        light, heavy = map(texts.number, far)
        question = texts("One piece weighs {heavy} g and another {light} g. Is that right?", heavy=heavy, light=light)
        self.ask(question, [(texts("Change it"), self.weights.setFocus), (texts("Keep it"), self._keep_weights)])
        return True

    def _keep_weights(self) -> None:
        self._kept = self.weights.text()
        self.save()

    def _unit(self) -> Unit:
        assert self._product is not None
        name = clean_name(self.name.text())
        taken = self.bridge.logbook.units(self._product.id) if self._earlier is None else []
        if any(folded(known.name) == folded(name) for known in taken):
            raise Refused("name-taken", name=name)
        since = self.since.day() or self.bridge.logbook.today()
        if since > self.bridge.logbook.today():
            raise Refused("day-in-future", day=since)
        unit = Unit(product=self._product.id, name=name, measured=clean_name(self.measured.text()), since=since)
        return self._sized(unit)

    def _sized(self, unit: Unit) -> Unit:
        how = self.how.value()
        if how == _WEIGHED:
            weighed = as_weighed(parse_weights(self.weights.text()))
            return replace(unit, quantity=weighed.mean, spread=weighed.spread, dimension=Dimension.MASS)
        if how == _LABEL:
            size = self._label_size()
            return replace(unit, quantity=size.quantity, dimension=size.dimension or Dimension.COUNT)
        return unit

    def _label_size(self) -> Amount:
        if is_number_alone(self.one.text()):
            raise Refused("amount-without-unit", text=self.one.text().strip()[:40])
        size = read_size(self.one.text())
        if size.quantity is None:
            raise Refused("amount-unreadable", text="")
        return size

    def _with_new_default(self, unit: Unit) -> list[Product]:
        """The product, where its usual unit was an earlier version of this one."""
        product = self.bridge.logbook.get(self.product_id)
        every = {known.id: known for known in self.bridge.logbook.all_units()}
        before = every.get(product.default_unit) if isinstance(product, Product) else None
        if not isinstance(product, Product) or before is None or before.product != product.id:
            return []
        same = before.name.casefold() == unit.name.casefold()
        return [replace(product, default_unit=unit.id)] if same else []
