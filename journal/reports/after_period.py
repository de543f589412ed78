"""What page 1 says of doses after its period: those of the running day, or that later days are not looked at."""

from __future__ import annotations

from journal.core.amounts import GRAM, Dimension
from journal.insights.after_period import LaterGroup, Measured
from journal.insights.cells import dose_count
from journal.insights.group_words import group_inside
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.texts import Texts
from journal.texts.amounts import pieces_text, quantity_text
from journal.texts.listing import first_of

_NAMES = 3  # products of a group


def after_period(inputs: PageInputs) -> Sentence | None:
    """ "After this period, up to 28 Nov, 14:05:" "leaf, at least 5.0 g in 2 doses (Green); not in the figures." """
    texts, later = inputs.texts, inputs.later
    if not later.any:
        return None
    if later.unread:
        last = texts.short_day(inputs.summary.period.last)
        return Sentence("", texts("Days after {day} are not looked at.", day=last))
    at = inputs.made_at.local
    lead = texts("After this period, up to {day}, {time}:", day=inputs.day(at.date()), time=texts.time(at))
    parts = [_group(inputs, group) for group in later.groups]
    if later.more:
        parts.append(texts("more, whose number is not known") if parts else texts("doses whose number is not known"))
    if later.left_out:
        parts.append(
            texts.plural(
                "{n} dose was written down and is left out",
                "{n} doses were written down and are left out",
                later.left_out,
            )
        )
    if later.ahead:
        many = "{n} doses are dated later than this computer’s clock"
        parts.append(texts.plural("{n} dose is dated later than this computer’s clock", many, later.ahead))
    return Sentence(lead, texts("{doses}; not in the figures.", doses="; ".join(parts)))


def _group(inputs: PageInputs, group: LaterGroup) -> str:
    texts = inputs.texts
    doses_words = texts("{group}, {doses}", group=group_inside(texts, group.group), doses=_use(texts, group))
    named = [product for product in group.products if product in inputs.products]
    if not named:
        return doses_words
    names = first_of(texts, named, _NAMES, inputs.products.__getitem__)
    return texts("{said} ({products})", said=doses_words, products=inputs.fitted_inside(", ".join(names), 220))


def _use(texts: Texts, group: LaterGroup) -> str:
    """ "5 g in 2 doses", "at least 2 g in 2 doses", "1.5 g in 1 dose and 60 ml in 1 dose"; exact, as it was typed."""
    if not group.measured:
        return texts("{doses}, amount not said", doses=_doses(texts, group.doses, group.open))
    if len(group.measured) == 1:
        (measured,) = group.measured
        return _part(texts, measured, group.doses, group.open)
    parts = [_part(texts, measured, measured.doses, group.open) for measured in group.measured]
    if unsaid := group.doses - sum(measured.doses for measured in group.measured):
        parts.append(texts("{doses}, amount not said", doses=_doses(texts, unsaid, group.open)))
    *first, last = parts
    return texts("{first} and {last}", first=", ".join(first), last=last)


def _part(texts: Texts, measured: Measured, doses: int, is_open: bool) -> str:
    milligrams = measured.dimension is Dimension.MASS and measured.quantity < GRAM
    if measured.dimension is Dimension.COUNT:
        amount = pieces_text(texts, measured.quantity)
    else:
        amount = quantity_text(texts, measured.quantity, measured.dimension, milligrams)
    if is_open or measured.doses < doses:
        amount = texts("at least {amount}", amount=amount)
    return texts("{amount} in {doses}", amount=amount, doses=_doses(texts, doses, is_open))


def _doses(texts: Texts, n: int, is_open: bool) -> str:
    doses = dose_count(texts, n)
    return texts("at least {doses}", doses=doses) if is_open else doses
