"""What a laboratory's value is said with: the range that was printed with it, and whether it lies outside of that."""

from __future__ import annotations

from journal.core.entries import LabResult
from journal.insights.lab_range import Beside, beside_range
from journal.reports.printed import Printed
from journal.texts import Texts
from journal.texts.marked import marked

_RANGES = marked({
    None: "{said} (range printed there {range})",
    Beside.ABOVE: "{said}, above the range printed there ({range})",
    Beside.BELOW: "{said}, below the range printed there ({range})",
})  # fmt: skip


def with_range(texts: Texts, printed: Printed, value: str, lab: LabResult) -> str:
    """ "ALT 68 U/l on 2 Nov 2026, above the range printed there (0-45)"; without a range as it is."""
    if not lab.normal:
        return value
    return texts(_RANGES[beside_range(lab)], said=value, range=printed.words(lab.normal))
