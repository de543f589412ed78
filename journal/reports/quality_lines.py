"""How complete the period is and how it was written down: counts with what they are of, and no grade."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core import limits
from journal.core.amounts import Basis
from journal.insights.cells import day_count, dose_count, last_days
from journal.insights.written_down import WrittenDown
from journal.reports.page_inputs import PageInputs
from journal.texts.names import BASES

# The surest first.
_BASES_IN_ORDER = (Basis.WEIGHED, Basis.COUNTED, Basis.LABEL, Basis.AS_LAST_TIME, Basis.GUESSED, Basis.UNKNOWN)


def quality_lines(inputs: PageInputs, written: WrittenDown) -> Iterator[tuple[str, str]]:
    """Days, doses, when it was written, and what is left out."""
    texts = inputs.texts
    yield texts("Days"), _days(inputs)
    yield texts("Doses"), _doses(inputs, written)
    if written.entries:
        yield texts("When written"), _when(inputs, written)


def _days(inputs: PageInputs) -> str:
    texts, quality = inputs.texts, inputs.summary.quality
    return texts(
        "entries on {recorded} of {days}, none on {nothing}; {known} known to be with or without a dose, {only} with "
        "other entries only.",
        recorded=texts.integer(quality.recorded), days=day_count(texts, quality.days),
        nothing=texts.integer(quality.days - quality.recorded), known=texts.integer(quality.known),
        only=texts.integer(quality.other_days),
    )  # fmt: skip


def _doses(inputs: PageInputs, written: WrittenDown) -> str:
    """Of the doses that are left out only the number is told."""
    texts, quality = inputs.texts, inputs.summary.quality
    period = day_count(texts, quality.days)
    parts = [texts("{doses} in {period}", doses=dose_count(texts, written.doses), period=period)]
    if not written.doses:  # a 0 would be read as a person who took none
        parts = [texts("none is listed in {period}", period=period)]
    if quality.left_out_doses:
        parts.append(
            texts.plural(
                "{n} more was written down and is left out",
                "{n} more were written down and are left out",
                quality.left_out_doses,
            )
        )
    if written.doses:
        parts.append(texts("an amount is missing on {amount} of {days} with doses, a kind on {kind}",
                          amount=texts.integer(quality.amount_missing_days),
                          kind=texts.integer(quality.kind_missing_days.k),
                          days=day_count(texts, quality.kind_missing_days.n)))  # fmt: skip
    window = last_days(texts, inputs.summary.last28.days)
    if written.doses and not written.doses28:
        parts.append(texts("none of them in {window}", window=window))
    if written.doses28:
        parts.append(texts("of {doses} in {window} {bases}", doses=dose_count(texts, written.doses28), window=window,
                          bases=", ".join(_bases(inputs, written))))  # fmt: skip
    return f"{'; '.join(parts)}."


def _bases(inputs: PageInputs, written: WrittenDown) -> Iterator[str]:
    """ "20 weighed", "4 from the label": every way in which an amount is known that occurs, so that they add up."""
    texts = inputs.texts
    for basis in _BASES_IN_ORDER:
        if n := written.bases.get(basis, 0):
            yield texts("{n} {basis}", n=texts.integer(n), basis=texts(BASES[basis]))


def _when(inputs: PageInputs, written: WrittenDown) -> str:
    texts = inputs.texts
    return texts(
        "of {n} doses and ratings in {period} {soon} within {minutes} minutes, {hour} within the hour, {late} after "
        "{hours} hours; {changed} changed later.", period=day_count(texts, inputs.summary.quality.days),
        n=texts.integer(written.entries), soon=texts.integer(written.soon), minutes=texts.integer(limits.SOON_MINUTES),
        hour=texts.integer(written.in_hour), late=texts.integer(written.late), hours=texts.integer(limits.LATE_HOURS),
        changed=texts.integer(written.changed),
    )  # fmt: skip
