"""What an entry in a table refers to by name: the journal's products, own units and symptoms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journal.core.entries import Product, Symptom, Unit
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class Names:
    """The journal's products, own units and symptoms by id; ``texts`` names the built-in symptoms."""

    products: Mapping[str, Product]
    units: Mapping[str, Unit]
    symptoms: Mapping[str, Symptom]
    texts: Texts
