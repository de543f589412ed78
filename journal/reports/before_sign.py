"""What was written down as taken in the hours before the sign that stands first on page 1: doses and other things."""

from __future__ import annotations

from journal.core.amounts import GRAM, Dimension
from journal.core.moments import wall_clock
from journal.core.substances import Taken
from journal.core.warning_facts import HOURS_BEFORE, NearDose, WarningFacts
from journal.insights.decimals import is_zero
from journal.insights.group_words import amount_text, group_inside, unit_sign
from journal.insights.groups import group_of_product
from journal.insights.summary import Statistic, Unit
from journal.insights.warning_signs import Sign, doses_before, left_out_before
from journal.reports.drinks import drink_count
from journal.reports.page_inputs import PageInputs
from journal.reports.taken_before import TakenBefore
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import BASES

_MOST = 6  # doses, and other things, before the sign
_NAME, _AMOUNT = 120.0, 80.0  # points
# What was taken where no name was typed, inside of a sentence.
_INSIDE: dict[Taken, str] = marked({
    Taken.ALCOHOL: "alcohol", Taken.CANNABIS: "cannabis", Taken.CAFFEINE: "caffeine", Taken.NICOTINE: "nicotine",
    Taken.PAINKILLER: "a painkiller", Taken.OWN: "something else",
})  # fmt: skip


def before_sign(inputs: PageInputs, facts: WarningFacts, sign: Sign, only: bool) -> str:
    """ "Written down in the 6 hours before chest pain on 21 Nov 2026, 21:10: 7-OH 15 mg (from the label) at 20:50,
    zopiclone 7.5 mg at 20:30." Nothing, if nothing was. Doses that are left out are counted, other things are not.

    ``only``: there is no other sign, so that it needs no name.
    """
    texts, named = inputs.texts, [*_doses(inputs, facts, sign), *_other_things(inputs)]
    if not named:
        return ""
    about = {"n": HOURS_BEFORE, "doses": ", ".join(named)}
    if only:
        return texts("Written down in the {n} hours before it: {doses}.", **about)
    name = inputs.fitted_inside(inputs.inside_name(sign.symptom), 300)
    return texts("Written down in the {n} hours before {sign} on {day}, {time}: {doses}.", sign=name,
                 day=texts.short_day(sign.at.date()), time=texts.time(sign.at), **about)  # fmt: skip


def _doses(inputs: PageInputs, facts: WarningFacts, sign: Sign) -> list[str]:
    texts, doses, out = inputs.texts, doses_before(facts, sign), left_out_before(facts, sign)
    named = [_dose(inputs, dose) for dose in doses[:_MOST]]
    if more := len(doses[_MOST:]):
        named.append(texts.plural("and {n} more dose", "and {n} more doses", more))
    if out:
        named.append(texts.plural("{n} dose left out", "{n} doses left out", out))
    return named


def _other_things(inputs: PageInputs) -> list[str]:
    taken = inputs.taken_before
    named = [_taken(inputs, item) for item in taken[:_MOST]]
    if more := len(taken[_MOST:]):
        named.append(inputs.texts.plural("and {n} more thing taken", "and {n} more things taken", more))
    return named


def _taken(inputs: PageInputs, taken: TakenBefore) -> str:
    """ "zopiclone 7.5 mg at 20:30", "alcohol 2 drinks at 21:00": as it was typed, as far as there is room."""
    texts, time = inputs.texts, inputs.texts.time(taken.at.local)
    name = _fitted(inputs, taken.name, _NAME) if taken.name else texts(_INSIDE[taken.what])
    amount = drink_count(texts, taken.drinks) if taken.drinks is not None else _fitted(inputs, taken.amount, _AMOUNT)
    if not amount:
        return texts("{name} at {time}", name=name, time=time)
    return texts("{name} {amount} at {time}", name=name, amount=amount, time=time)


def _fitted(inputs: PageInputs, typed: str, room: float) -> str:
    return inputs.fitted_inside(inputs.printed.words(typed), room) if typed else ""


def _dose(inputs: PageInputs, dose: NearDose) -> str:
    texts = inputs.texts
    group = group_inside(texts, group_of_product(inputs.product_records.get(dose.product or "")))
    at = wall_clock(dose.local_ms)
    return texts("{group} {amount} at {time}", group=group, amount=_amount(texts, dose), time=texts.time(at))


def _amount(texts: Texts, dose: NearDose) -> str:
    if dose.quantity is None or dose.dimension is None:
        return texts("(amount not said)")
    small = dose.dimension == Dimension.MASS and dose.quantity < GRAM
    unit = Unit.MILLIGRAMS if small else _UNITS[Dimension(dose.dimension)]
    amount = dose.quantity if small else dose.quantity / GRAM
    words = amount_text(texts, unit, Statistic(amount))
    if is_zero(amount):  # an amount never reads as nothing
        words = texts("{amount} {unit}", amount=texts.number(dose.quantity), unit=unit_sign(texts, unit))
    return texts("{amount} ({basis})", amount=words, basis=texts(BASES[dose.basis]))


_UNITS = {Dimension.MASS: Unit.GRAMS, Dimension.VOLUME: Unit.MILLILITRES, Dimension.COUNT: Unit.PIECES}
