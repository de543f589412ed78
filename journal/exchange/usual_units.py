"""The usual unit of a new product of which the file says no more than its name: the one that its own doses have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journal.core.amounts import Dimension
from journal.core.entries import Dose, Product

NO_USUAL = ""  # pieces are no unit that a bare number could mean, and of two nobody knows which
_UNITS: Mapping[frozenset[Dimension], str] = {
    frozenset(): "g",
    frozenset({Dimension.MASS}): "g",
    frozenset({Dimension.VOLUME}): "ml",
}


class UsualUnits:
    """Collected while the file is read once. A bare number that is typed later must not become grams of a capsule."""

    def __init__(self) -> None:
        self._dimensions: dict[str, frozenset[Dimension]] = {}

    def name(self, product: Product) -> None:
        """Of this new product nothing but the name is said."""
        self._dimensions.setdefault(product.id, frozenset())

    def see(self, dose: Dose) -> None:
        """A new dose, which may be one of such a product."""
        if dose.product in self._dimensions and dose.amount.dimension is not None:
            self._dimensions[dose.product] |= {dose.amount.dimension}

    def with_its_own(self, product: Product) -> Product:
        """The product with the unit of its doses."""
        if product.id not in self._dimensions:
            return product
        return replace(product, default_unit=_UNITS.get(self._dimensions[product.id], NO_USUAL))
