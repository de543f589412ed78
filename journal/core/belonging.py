"""Which fields of an entry belong to another option than its own: forms grey them, commands refuse, imports ask."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core.entry import Entry
from journal.core.refusal import Refused


def fields_of_another_option(entry: Entry) -> Iterator[str]:
    """Those that say something although what was chosen has no such field: the drinks of a painkiller."""
    for name, (choice, options) in entry.only_for.items():
        if getattr(entry, name) not in (None, "") and getattr(entry, choice) not in options:
            yield name


def refuse_fields_of_another_option(entry: Entry) -> None:
    """Raise Refused("not-of-this-option") for the first of them."""
    for name in fields_of_another_option(entry):
        choice, options = entry.only_for[name]
        raise Refused(
            "not-of-this-option", key=name, chosen=str(getattr(entry, choice)), options=", ".join(sorted(options))
        )
