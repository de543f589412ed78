"""A dose in words: product and amount, how it was taken, and how the amount is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Product
from journal.core.plaintext import shortened
from journal.core.typed_amounts import said_in_milligrams
from journal.insights.groups import Group
from journal.insights.today import group_of
from journal.texts import Texts
from journal.texts.amounts import amount_text
from journal.texts.health_names import reasons_in_words
from journal.texts.isolates import isolated
from journal.texts.names import BASES, PREPARATIONS, STOMACHS
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.names import Names
from journal.ui.entries.rating_words import rating_inside

LONGEST_SHOWN = 300  # letters of a note that a row looks at: it shows far fewer


def dose_title(texts: Texts, names: Names, dose: Dose) -> str:
    """ "Green Borneo, 2.5 g"."""
    product = names.product(dose.product)
    name = product.name if product else texts("Dose")
    return f"{isolated(name)}, {amount_in_words(texts, names, dose.amount)}"


def amount_in_words(texts: Texts, names: Names, amount: Amount) -> str:
    """The amount with its own unit's name."""
    unit = names.unit(amount.unit)
    return amount_text(texts, amount, unit.name if unit else "")


def dose_detail(texts: Texts, dose: Dose) -> str:
    """ "tea, on an empty stomach · to get moving"."""
    how = [PREPARATIONS[dose.preparation]] if dose.preparation else []
    how += [STOMACHS[dose.stomach]] if dose.stomach else []
    note = shortened(" ".join(dose.note[: 2 * LONGEST_SHOWN].split()), LONGEST_SHOWN)
    reasons = reasons_in_words(texts, dose.reasons)
    parts = (", ".join(texts(word) for word in how), reasons, note)
    return " · ".join(isolated(part) for part in parts if part)


def dose_fact(texts: Texts, names: Names, row: Row) -> str:
    if row.ratings:
        inside = ", ".join(rating_inside(texts, names, rating) for rating in row.ratings)
        return texts("before: {ratings}", ratings=inside)
    basis = row.dose.amount.basis if row.dose else Basis.UNKNOWN
    if basis is Basis.UNKNOWN:
        return ""
    # The full sentence of this basis belongs to the details; the row has room for its beginning.
    return texts("as last time") if basis is Basis.AS_LAST_TIME else texts(BASES[basis])


def groups_in_milligrams(doses: Iterable[Dose], products: Mapping[str, Product]) -> frozenset[Group]:
    """The groups whose weighed amounts are all spoken of in milligrams, so that their sum is, too."""
    weighed: dict[Group, bool] = {}
    for dose in doses:
        if dose.amount.known and dose.amount.dimension is Dimension.MASS:
            group = group_of(dose, products)
            weighed[group] = weighed.get(group, True) and said_in_milligrams(dose.amount)
    return frozenset(group for group, all_of_them in weighed.items() if all_of_them)
