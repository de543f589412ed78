"""New doses that are near one of ours that the file does not have: the same one written twice, or two.

Nobody but the person knows, so they come in, and are named before that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from journal.core.entries import Dose, Entry
from journal.core.moments import MINUTE_MS
from journal.exchange.changed_rows import Named, Twin
from journal.exchange.file_rows import Where
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.recognised_rows import RecognisedRows
from journal.texts import Texts
from journal.texts.amounts import amount_text
from journal.texts.listing import first_of

_NEAR_MS = 60 * MINUTE_MS
_LIMIT = 10_000
_NAMED = 5
About = Callable[[Entry], Named]


class NearTwins:
    """Remembers the first new doses until it is known which of ours no row of the file is."""

    def __init__(self, recognised: RecognisedRows) -> None:
        self._recognised = recognised
        self._new: list[tuple[Where, Dose]] = []
        self._most: int | None = None

    def take(self, where: Where, entry: Entry) -> None:
        """A new one, if it is a dose whose amount is known."""
        if isinstance(entry, Dose) and entry.amount.known and len(self._new) < self._limit():
            self._new.append((where, entry))

    def _limit(self) -> int:
        """None where there is nothing to be near to: a large file must not be held for nothing."""
        if self._most is None:
            self._most = _LIMIT if any(True for _ in self._recognised.known_of("dose")) else 0
        return self._most

    def found(self, about: About, of_its_day: Mapping[str, Entry]) -> Iterator[Twin]:
        """Each with the first of ours that is near; ``about``: the product of a dose; ``of_its_day``: by the ids of new
        ones, ours that the file had on that day and has no longer."""
        ours = self._ours() if self._new else {}
        for where, dose in self._new:
            around = (own for hour in _hours(dose) for own in ours.get(hour, ()))
            twin = next((own for own in around if _are_near(own, dose)), of_its_day.get(dose.id))
            if isinstance(twin, Dose):
                yield Twin(where, dose, twin, (about(dose), about(twin)))

    def _ours(self) -> dict[int, list[Dose]]:
        wanted = {hour for _, dose in self._new for hour in _hours(dose)}
        near: dict[int, list[Dose]] = {}
        for own, known in self._recognised.known_of("dose"):
            if not known and own.deleted_ms is None and isinstance(own, Dose) and _hour(own) in wanted:
                near.setdefault(_hour(own), []).append(own)
        return near


def _hour(dose: Dose) -> int:
    return dose.at.utc_ms // _NEAR_MS


def _hours(dose: Dose) -> range:
    return range(_hour(dose) - 1, _hour(dose) + 2)


def _amount(dose: Dose) -> tuple[object, object]:
    return dose.amount.dimension, dose.amount.quantity


def _are_near(ours: Dose, theirs: Dose) -> bool:
    """The same amount of the same product within the hour; in the same minute one of both may be another one."""
    apart, same_amount = abs(ours.at.utc_ms - theirs.at.utc_ms), _amount(ours) == _amount(theirs)
    if apart < MINUTE_MS:
        return same_amount or ours.product == theirs.product
    return same_amount and ours.product == theirs.product and apart <= _NEAR_MS


def remark_on_twins(plan: ImportOutcome, texts: Texts) -> list[str]:
    """How many they are, and the first of them, each with ours; () without any."""
    if not plan.twins:
        return []
    one = "{n} new dose is near one of yours that the file does not have. It comes in beside it:"
    many = "{n} new doses are near some of yours that the file does not have. They come in beside them:"
    named = [twin for twin in plan.twins if not twin.private]
    return [texts.plural(one, many, len(plan.twins)), *first_of(texts, named, _NAMED, lambda twin: _line(twin, texts))]


def _line(twin: Twin, texts: Texts) -> str:
    theirs, ours = (_words(dose, product, texts) for dose, product in zip((twin.theirs, twin.ours), twin.products,
                                                                         strict=True))  # fmt: skip
    return texts("line {line}: {theirs}; yours: {ours}", line=twin.where.line, theirs=theirs, ours=ours)


def _words(dose: Dose, product: Named, texts: Texts) -> str:
    local, amount = dose.at.local, amount_text(texts, dose.amount)
    when = texts("{day}, {time}", day=texts.short_day(local.date()), time=texts.time(local))
    if product is None:
        return texts("{when}, {amount}", when=when, amount=amount)
    return texts("{when}, {amount}, “{name}”", when=when, amount=amount, name=product.name)
