"""What an entry in a table refers to by name: the journal's products, own units and symptoms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from journal.core.entries import Product, Symptom, Unit
from journal.core.plaintext import folded
from journal.exchange.as_imported import Histories
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class Names:
    """The journal's products, own units and symptoms by id; ``texts`` names the built-in symptoms.

    ``former``: of an id, the names that it had before, folded.
    """

    products: Mapping[str, Product]
    units: Mapping[str, Unit]
    symptoms: Mapping[str, Symptom]
    texts: Texts
    former: Callable[[str], Collection[str]] = lambda _id: ()


def with_former(names: Names, here: Histories) -> Names:
    """The same, where a file may still use a name from before."""

    def former(entry_id: str) -> Collection[str]:
        before = (revision.before for revision in here.history(entry_id))
        return {folded(str(record["name"])) for record in before if record is not None}

    return replace(names, former=former)
