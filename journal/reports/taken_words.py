"""What page 1 says of one medicine or substance: its name, whether it is prescribed, its use, and how often it was
written down. No name stands without its use, which may be a plan: a reader may see only one of the two places.
"""

from __future__ import annotations

from journal.core.substances import Source
from journal.reports.dated_later import since_words
from journal.reports.page_inputs import PageInputs
from journal.reports.pen import SMALL
from journal.reports.substance_rows import MEDICINES
from journal.reports.visit_shown import TakenBeside
from journal.texts.health_names import TAKEN, USES
from journal.texts.listing import first_of
from journal.texts.marked import marked

_NAME_WIDTH = 120.0  # points, of a name as typed
_USE_WIDTH, _USE_WIDTH_ON_TOP = 150.0, 110.0
_NAMES_BESIDE_SIGNS = 3
_NAMES_ON_TOP = 6  # what stands first is named even if it is more
_SOURCES = marked({
    Source.PRESCRIBED: "prescribed", Source.OVER_THE_COUNTER: "over the counter", Source.OTHER: "not prescribed",
})  # fmt: skip


def is_taken_now(inputs: PageInputs, taken: TakenBeside) -> bool:
    """Whether it has not ended when the pages are made."""
    return taken.ended(inputs.made_at.local.date()) is None


def is_sedative_now(inputs: PageInputs, taken: TakenBeside) -> bool:
    """Whether it adds to sedation and has not ended."""
    return taken.known.sedative and is_taken_now(inputs, taken)


def on_top(inputs: PageInputs) -> tuple[list[TakenBeside], list[TakenBeside], int]:
    """What is told on top of the page: sedatives, the others, and how many of the others have room there."""
    taken = inputs.visit.taken
    sedatives = [item for item in taken if is_sedative_now(inputs, item)]
    others = [item for item in taken if not is_sedative_now(inputs, item)]
    before = len(sedatives) + (inputs.visit.alcohol is not None)
    return sedatives, others, max(1, _NAMES_ON_TOP - before, sum(item.known.stands_first for item in others))


def taken_name(inputs: PageInputs, taken: TakenBeside) -> str:
    """The name as it was typed, or what was taken where none was; one that nobody knows says so."""
    name = inputs.texts(TAKEN[taken.name]) if taken.name in TAKEN and taken.listed is None else taken.name
    shown = inputs.printed.fitted(inputs.printed.words(name), _NAME_WIDTH, SMALL, bold=True)
    return shown if taken.known.recognised else inputs.texts("{name} (name not recognised)", name=shown)


def words_on_top(inputs: PageInputs, taken: TakenBeside) -> str:
    """ "Naltrexone (prescribed, 50 mg, not begun)"; the use of what does not stand first is told in its row.

    "(until 31 Oct 2026)": no longer taken.
    """
    texts, today, words = inputs.texts, inputs.made_at.local.date(), _source(inputs, taken)
    ended, listed = taken.ended(today), taken.listed
    if ended is not None:
        words.append(texts("until {day}", day=texts.short_day(ended)))
    elif taken.known.stands_first:
        words += _use(inputs, taken, _USE_WIDTH_ON_TOP)
    if listed is not None and listed.since is not None and listed.since > today:
        words.append(texts("from {day} on", day=texts.short_day(listed.since)))
    name = taken_name(inputs, taken)
    return texts("{name} ({use})", name=name, use=", ".join(words)) if words else name


def words_in_row(inputs: PageInputs, taken: TakenBeside) -> str:
    """ "50 mg, as needed, written down on 6 of 23 recorded days"; its source is told on top, if it has room there."""
    texts, today, parts = inputs.texts, inputs.made_at.local.date(), list[str]()
    _, others, most = on_top(inputs)
    if taken in others[most:]:
        parts += _source(inputs, taken)
    parts += _use(inputs, taken, _USE_WIDTH)
    if taken.listed is not None and taken.listed.since is not None and taken.listed.since > today:
        parts.append(since_words(texts, taken.listed.since, today))
    if (ended := taken.ended(today)) is not None:
        parts.append(texts("until {day}", day=texts.short_day(ended)))
    if words := taken_days(inputs, len(taken.days), taken.later):
        parts.append(words)
    return ", ".join(parts)


def _source(inputs: PageInputs, taken: TakenBeside) -> list[str]:
    """Whether it is prescribed; of a medicine also that this was not said, unless that is said of all at once."""
    if taken.listed is not None and taken.listed.source is not None:
        return [inputs.texts(_SOURCES[taken.listed.source])]
    is_said = taken.choice == MEDICINES and not no_source_is_said(inputs)
    return [inputs.texts("not said if prescribed")] if is_said else []


def no_source_is_said(inputs: PageInputs) -> bool:
    """Of several medicines: one sentence says it of them all."""
    medicines = inputs.visit.of_choice(MEDICINES)
    return len(medicines) > 1 and not any(item.listed and item.listed.source for item in medicines)


def _use(inputs: PageInputs, taken: TakenBeside, width: float) -> list[str]:
    """ "50 mg, not begun": amount and how often in the person's words, as much as there is room for; or nothing."""
    if (listed := taken.listed) is None:
        return []
    use = inputs.texts(USES[listed.use]) if listed.use and not listed.how_often else listed.how_often
    own = ", ".join(part for part in (listed.amount, use) if part)
    return [inputs.printed.fitted(inputs.printed.words(own), width, SMALL)] if own else []


def taken_days(inputs: PageInputs, days: int, later: bool = False) -> str:
    """ "written down on 6 of 23 recorded days": what nobody asks about is a lower bound, so it says what it is.

    ``later``: after the period, too; "" where it was written down on no day.
    """
    texts, recorded = inputs.texts, inputs.summary.quality.recorded28.k
    if not days:
        return texts("written down after this period") if later else ""
    counted = texts.plural("written down on {k} of {n} recorded day", "written down on {k} of {n} recorded days",
                           max(recorded, days), k=texts.integer(days))  # fmt: skip
    return texts("{days} and after this period", days=counted) if later else counted


def also_wears_off(inputs: PageInputs) -> str:
    """ "Beside kratom: oxycodone. Which of them wears off is not known."; "" where nothing like it is told.

    Signs of withdrawal beside an opioid, a sedative or alcohol were read as those of kratom alone.
    """
    texts, today = inputs.texts, inputs.made_at.local.date()
    names = [
        taken_name(inputs, item)
        for item in inputs.visit.taken
        if is_sedative_now(inputs, item) and not (item.listed and item.listed.since and item.listed.since > today)
    ]
    names += [texts("alcohol")] if inputs.visit.alcohol is not None else []
    if not names:
        return ""
    named = ", ".join(first_of(texts, names, _NAMES_BESIDE_SIGNS, str))
    return texts("Beside kratom: {names}. Which of them wears off is not known.", names=named)
