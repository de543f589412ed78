"""What page 1 says of doses after its period: those of the running day, or that later days are not looked at."""

from __future__ import annotations

from journal.insights.cells import dose_count
from journal.insights.group_words import amount_text, group_inside
from journal.insights.later import LaterGroup
from journal.insights.wording import Sentence
from journal.reports.told import Told

_NAMES = 3  # products of a group


def after_period(told: Told) -> Sentence | None:
    """ "After this period, up to 28 Nov, 14:05:" "leaf, at least 5.0 g in 2 doses (Green); not in the figures." """
    texts, later = told.texts, told.later
    if not later.any:
        return None
    if later.unread:
        return Sentence("", texts("Days after {day} are not looked at.", day=texts.short_day(told.summary.period.last)))
    at = told.made_at.local
    lead = texts("After this period, up to {day}, {time}:", day=told.day(at.date()), time=texts.time(at))
    said = [_group(told, each) for each in later.groups]
    if later.more:
        said.append(texts("more, whose number is not known") if said else texts("doses whose number is not known"))
    if later.left_out:
        said.append(texts.plural("{n} private dose is left out", "{n} private doses are left out", later.left_out))
    return Sentence(lead, texts("{doses}; not in the figures.", doses="; ".join(said)))


def _group(told: Told, group: LaterGroup) -> str:
    texts = told.texts
    name, doses = group_inside(texts, group.group), dose_count(texts, group.doses.value)
    doses = texts("at least {doses}", doses=doses) if group.doses.at_least else doses
    if group.amount is None:
        said = texts("{group}, {doses}, amount not said", group=name, doses=doses)
    else:
        amount = amount_text(texts, group.unit, group.amount)
        said = texts("{group}, {amount} in {doses}", group=name, amount=amount, doses=doses)
    if not group.products:
        return said
    names = [told.products[each] for each in group.products[:_NAMES]]
    if more := len(group.products[_NAMES:]):
        names.append(texts.plural("and {n} more", "and {n} more", more))
    return texts("{said} ({products})", said=said, products=told.fitted_inside(", ".join(names), 220))
