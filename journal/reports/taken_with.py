"""What is taken with it, in one line: sedatives by themselves, as two of them add up; then what a dated list denies."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.health import ConditionKind
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.reports.substance_rows import ANTIDEPRESSANT, MEDICINES, ROWS
from journal.reports.visit_answers import condition_words, drinks_words, is_taken_now, taken_name, use_as_written
from journal.reports.visit_shown import Alcohol, TakenBeside
from journal.texts import Texts
from journal.texts.listing import first_of
from journal.texts.marked import marked

_USE_WIDTH = 110.0  # points, of amount and how often as typed
_NAMES_IN_LINE = 6  # what stands first is named even if it is more
# What a clinician asks first, and the words for it inside a sentence.
_FIRST_WORDS = marked(("benzodiazepine or z-drug", "gabapentinoid", "opioid", "naltrexone or buprenorphine"))
_ASKED_FIRST = dict(zip(ROWS[: len(_FIRST_WORDS)], _FIRST_WORDS, strict=True))
# What the page names where nothing is said of it.
ASKED = {**_ASKED_FIRST, ANTIDEPRESSANT: marked("antidepressant")}
_OF_BREATHING = (ConditionKind.SLEEP_APNOEA, ConditionKind.BREATHING)
_SIGNS_OF_LIVER = {"yellow_skin", "dark_urine", "pale_stool", "intense_itching"}
_OF_TWO = (ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING)  # on a page only after a yes for that print


def taken_with(inputs: PageInputs) -> Sentence | None:
    """ "More than one sedative: zopiclone (7.5 mg), alcohol (at least 9 drinks in 28 days). Also: sertraline."
    "Not on the person’s own list of 20 Nov: opioid, naltrexone." No level, and no word on what they do together.
    """
    texts, denied = inputs.texts, _denied(inputs)
    sedatives, others = _sedatives(inputs), _others(inputs)
    named = [_taken_until(inputs, taken) for taken in others]
    most = max(1, _NAMES_IN_LINE - len(sedatives), sum(taken.known.stands_first for taken in others))
    if len(sedatives) > 1:
        lead = texts("More than one sedative: {names}.", names=", ".join(sedatives))
        if others:
            lead = f"{lead} {texts('Also: {names}.', names=_listed(texts, named, most))}"
    elif sedatives or others:
        lead = f"{_listed(texts, [*sedatives, *named], len(sedatives) + most)}."
    else:
        lead = ""
    lead = f"{lead} {_noted(inputs, beside=bool(lead))}".strip()
    return Sentence(lead, denied) if lead or denied else None


def _noted(inputs: PageInputs, beside: bool) -> str:
    """ "Conditions noted: Pregnancy, Sleep apnoea.": a poor breathing at night belongs beside what makes sleepy.

    A pregnancy changes what all of it means, and a liver what its signs mean; ``beside``: whether anything is told
    before it.
    """
    kinds = (*_OF_TWO, *_OF_BREATHING) if beside else _OF_TWO
    if inputs.signs_told & _SIGNS_OF_LIVER:
        kinds = (*kinds, ConditionKind.LIVER)
    noted = [condition for condition in inputs.visit.conditions if condition.what in kinds]
    names = ", ".join(dict.fromkeys(condition_words(inputs, condition) for condition in noted))
    return inputs.texts.plural("Condition noted: {names}.", "Conditions noted: {names}.", len(noted),
                               names=names) if noted else ""  # fmt: skip


def _listed(texts: Texts, names: Sequence[str], most: int) -> str:
    return ", ".join(first_of(texts, names, most, str))


def _is_sedative_now(inputs: PageInputs, taken: TakenBeside) -> bool:
    return taken.known.sedative and is_taken_now(inputs, taken)


def _sedatives(inputs: PageInputs) -> list[str]:
    """What adds to sedation and has not ended; alcohol is the last of them."""
    shown = inputs.visit
    names = [_named(inputs, taken) for taken in shown.taken if _is_sedative_now(inputs, taken)]
    if shown.alcohol is not None:
        names.append(_alcohol(inputs, shown.alcohol))
    return names


def _alcohol(inputs: PageInputs, alcohol: Alcohol) -> str:
    texts, drinks = inputs.texts, drinks_words(inputs, alcohol)
    if drinks:
        return texts("alcohol ({drinks})", drinks=drinks)
    return texts("alcohol") if alcohol.days else texts("alcohol (written down after this period)")


def _others(inputs: PageInputs) -> list[TakenBeside]:
    """Sedatives that have ended come first."""
    return [taken for taken in inputs.visit.taken if not _is_sedative_now(inputs, taken)]


def _taken_until(inputs: PageInputs, taken: TakenBeside) -> str:
    """ "buprenorphine (until 31 Oct 2026)": what has ended is no longer taken."""
    texts, ended = inputs.texts, taken.ended(inputs.made_at.local.date())
    if ended is None:
        return _named(inputs, taken) if taken.known.stands_first else taken_name(inputs, taken)
    return texts("{name} (until {day})", name=taken_name(inputs, taken), day=texts.short_day(ended))


def _named(inputs: PageInputs, taken: TakenBeside) -> str:
    """ "Naltrexone (50 mg, not begun)": in the person's words, so that a plan does not read as what is taken."""
    texts, name, listed = inputs.texts, taken_name(inputs, taken), taken.listed
    words = use_as_written(inputs, taken, _USE_WIDTH)
    if listed is not None and listed.since is not None and listed.since > inputs.made_at.local.date():
        words.append(texts("from {day} on", day=texts.short_day(listed.since)))
    return texts("{name} ({use})", name=name, use=", ".join(words)) if words else name


def _denied(inputs: PageInputs) -> str:
    """What is not on a list that has a date, of what matters most."""
    texts, shown = inputs.texts, inputs.visit
    if shown.list_checked is None or not shown.may_deny:
        return ""
    absent = [texts(words) for row, words in _ASKED_FIRST.items() if not shown.in_row(row)]
    if not absent:
        return ""
    day, names = texts.short_day(shown.list_checked.statement.day), ", ".join(absent)
    if shown.list_checked.outdated:
        return texts(
            "Not on the person’s own list from {day}, not confirmed since it changed: {names}.", day=day, names=names
        )
    if not shown.of_choice(MEDICINES) and not shown.list_checked.ask_again:
        return texts("Said on {day}: no medicine is taken.", day=day)
    if shown.list_checked.ask_again:
        return texts("Not on the person’s own list from {day}, not checked since: {names}.", day=day, names=names)
    return texts("Not on the person’s own list of {day}: {names}.", day=day, names=names)
