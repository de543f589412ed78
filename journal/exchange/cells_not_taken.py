"""What a row of the own CSV says that an import does not take: named, so that nothing changed by hand is lost."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from journal.core.amounts import Amount
from journal.core.entries import Entry, Product, Symptom
from journal.core.kinds import KINDS
from journal.core.plaintext import clean_name, clean_note
from journal.core.refusal import Refused
from journal.exchange.cells import text_of
from journal.exchange.csv_cells import Cells, flag_in
from journal.exchange.csv_columns import COLUMNS, columns_of
from journal.exchange.names import Names
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural
from journal.texts.names import symptom_name

_SAID_OTHERWISE = marked(
    "What the file says otherwise under {names} is not taken. Products, symptoms and units are changed in the journal "
    "itself."
)
_OF_OTHER_KINDS = marked("Cells under {names} are not taken where a row of that kind has no such thing.")
_TWO_THINGS = marked_plural(
    "{n} row says two things of its amount, or of its product or symptom. The number counts, not the words under "
    "“typed”; the name counts, not the id.",
    "{n} rows say two things of their amounts, or of their products or symptoms. The number counts, not the words "
    "under “typed”; the name counts, not the id.",
)
_OF_KIND = {
    kind.code: frozenset(("kind", *(column.name for column in columns_of(kind))))
    for kind in KINDS.values()
    if kind.in_diary
}


class CellsNotTaken:
    """Looks at the cells of each row beside the entry that was made of them.

    ``otherwise`` names columns that say something else of a product, symptom or unit than is known of it already,
    ``of_other_kinds`` those that a row of its kind does not have; ``twofold`` counts rows of which one cell was taken
    and another one was not.
    """

    def __init__(self, here: Names) -> None:
        self.otherwise = set[str]()
        self.of_other_kinds = set[str]()
        self.twofold = 0
        self._here = here
        self._named: dict[str, Product | Symptom] = {**here.products, **here.symptoms}

    def look_at(self, cells: Cells, columns: Collection[str], made: Sequence[Entry], kinds_told: bool) -> None:
        """Note what of the row was not taken. ``made``: its entry, behind what it names that was not there.

        ``kinds_told``: whether the kinds of products in this file are what a person said.
        """
        self._named |= {entry.id: entry for entry in made[:-1] if isinstance(entry, Product | Symptom)}
        entry = made[-1]
        self.of_other_kinds |= {name for name in cells if name in COLUMNS} - _OF_KIND[cells["kind"].strip()]
        amount = getattr(entry, "amount", None)
        twofold = isinstance(amount, Amount) and self._look_at_amount(cells, columns, amount)
        for what in ("product", "symptom"):
            named = self._named.get(getattr(entry, what, None) or "")
            if named is not None:
                twofold |= self._look_at_named(what, named, cells, columns, kinds_told)
        self.twofold += twofold

    def remarks(self, texts: Texts) -> list[str]:
        """What to know of it, in order; () if everything was taken."""
        otherwise, of_others = (
            ", ".join(name for name in COLUMNS if name in names) for names in (self.otherwise, self.of_other_kinds)
        )
        return [
            *([texts(_SAID_OTHERWISE, names=otherwise)] if otherwise else []),
            *([texts(_OF_OTHER_KINDS, names=of_others)] if of_others else []),
            *([texts.plural(*_TWO_THINGS, self.twofold)] if self.twofold else []),
        ]

    def _look_at_amount(self, cells: Cells, columns: Collection[str], amount: Amount) -> bool:
        """Whether the number was taken and not the words beside it."""
        if "amount" not in cells and "unit" in cells and "id" in cells:
            self.otherwise.add("unit")
        unit = self._here.units.get(amount.unit or "")
        called = clean_name(text_of(cells.get("own_unit", "")))
        if "own_unit" in columns and "own_unit_id" not in cells and called:
            self.otherwise.add("own_unit")
        if "own_unit" in columns and unit is not None and called != unit.name:
            self.otherwise.add("own_unit")
        typed = clean_note(text_of(cells.get("typed", "")))
        return typed not in ("", amount.text)

    def _look_at_named(
        self, what: str, named: Product | Symptom, cells: Cells, columns: Collection[str], kinds_told: bool
    ) -> bool:
        """Whether the name was taken and not the id beside it; then all else of the row is about that id."""
        wanted = cells.get(f"{what}_id", "").strip()
        if wanted not in ("", named.id):
            return True
        if what in columns and wanted and clean_name(text_of(cells.get(what, ""))) != self._name_of(named):
            self.otherwise.add(what)
        if isinstance(named, Symptom):
            stored = {"symptom_code": named.code or ""}
        else:
            stored = {"product_kind": str(named.kind), "product_content": named.content or ""} if kinds_told else {}
        self.otherwise |= {name for name, known in stored.items() if cells.get(name, known).strip() != known}
        if f"{what}_private" in columns and _flag(cells, f"{what}_private") is not named.private:
            self.otherwise.add(f"{what}_private")
        return False

    def _name_of(self, named: Product | Symptom) -> str:
        return named.name if isinstance(named, Product) else symptom_name(self._here.texts, named)


def _flag(cells: Cells, name: str) -> bool | None:
    try:
        return flag_in({name: cells[name].strip()} if name in cells else {}, name)
    except Refused:
        return None
