"""What is taken with it: sedatives by themselves, as two of them add up; what a dated list denies; conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.core.entries import Statement
from journal.core.health import ConditionKind
from journal.insights.wording import Sentence
from journal.reports.danger_beside import danger_beside
from journal.reports.page_inputs import PageInputs
from journal.reports.substance_rows import ANTIDEPRESSANT, MEDICINES, OTHER_MEDICINE, ROWS, SubstanceRow
from journal.reports.taken_words import no_source_is_said, on_top, taken_name, words_on_top
from journal.reports.visit_answers import condition_words, drinks_words
from journal.reports.visit_shown import Alcohol
from journal.texts import Texts
from journal.texts.listing import first_of
from journal.texts.marked import marked

# What a clinician asks first, and the words for it inside a sentence.
_FIRST_WORDS = marked(("benzodiazepine or z-drug", "gabapentinoid", "opioid", "naltrexone or buprenorphine"))
_ASKED_FIRST = dict(zip(ROWS[: len(_FIRST_WORDS)], _FIRST_WORDS, strict=True))
# What the page names where nothing is said of it.
ASKED = {**_ASKED_FIRST, ANTIDEPRESSANT: marked("antidepressant")}
# What a whole list denies: every row that pages without one ask for.
_DENIED = {**ASKED, OTHER_MEDICINE: marked("other medicine")}
# Of a row that asks for two, the words for each: one that is named says nothing of the other.
_EACH_OF_TWO = {
    ROWS[0]: (("benzodiazepines", marked("benzodiazepine")), ("z-drugs", marked("z-drug"))),
    ROWS[3]: (("opioid-antagonists", marked("naltrexone")), ("buprenorphine", marked("buprenorphine"))),
}
_SINCE = 3  # names of what was written down since the list; all of them stand before it
_OF_BREATHING = (ConditionKind.SLEEP_APNOEA, ConditionKind.BREATHING)
_SIGNS_OF_LIVER = {"yellow_skin", "dark_urine", "pale_stool", "intense_itching"}
_OF_TWO = (ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING)  # on a page only after a yes for that print


def taken_with(inputs: PageInputs) -> Sentence | None:
    """ "More than one sedative: zopiclone (prescribed, 7.5 mg), alcohol (at least 9 drinks in 28 days). Also:
    sertraline (prescribed)." "Possible with kratom: next pages. Not on the person’s list of 20 Nov: opioid."

    No level; of what they do together what must not be missed, and where the rest is told.
    """
    texts, denied = inputs.texts, _denied(inputs)
    of_sedatives, others, most = on_top(inputs)  # sedatives that have ended are the first of the others
    sedatives, named = ([words_on_top(inputs, taken) for taken in part] for part in (of_sedatives, others))
    if inputs.visit.alcohol is not None:
        sedatives.append(_alcohol(inputs, inputs.visit.alcohol))
    if len(sedatives) > 1:
        lead = texts("More than one sedative: {names}.", names=", ".join(sedatives))
        if others:
            lead = f"{lead} {texts('Also: {names}.', names=_listed(texts, named, most))}"
    elif sedatives or others:
        lead = f"{_listed(texts, [*sedatives, *named], len(sedatives) + most)}."
    else:
        lead = ""
    dangers = danger_beside(inputs)
    lead = " ".join(filter(None, (lead, *dangers)))
    unsaid = texts("Not said if any of the medicines is prescribed.") if no_source_is_said(inputs) else ""
    rest = " ".join(filter(None, (unsaid, _where_it_is_told(inputs, after_some=bool(dangers)), denied)))
    return Sentence(lead, rest) if lead or rest else None


def _where_it_is_told(inputs: PageInputs, after_some: bool) -> str:
    """Where the mechanisms stand, with the kind of their evidence; without a number, for which all is made twice."""
    texts = inputs.texts
    if not any(taken.known.classes for taken in inputs.visit.taken):
        return ""
    return texts("More: next pages.") if after_some else texts("Possible with kratom: next pages.")


def conditions_beside(inputs: PageInputs) -> Sentence | None:
    """ "Pregnancy, Sleep apnoea.": a poor breathing at night belongs near what makes sleepy.

    A pregnancy changes what all of it means, and a liver what its signs mean.
    """
    beside = bool(inputs.visit.taken) or inputs.visit.alcohol is not None
    kinds = (*_OF_TWO, *_OF_BREATHING) if beside else _OF_TWO
    if inputs.signs_told & _SIGNS_OF_LIVER:
        kinds = (*kinds, ConditionKind.LIVER)
    noted = [condition for condition in inputs.visit.conditions if condition.what in kinds]
    names = ", ".join(dict.fromkeys(condition_words(inputs, condition) for condition in noted))
    return Sentence(inputs.texts("{conditions}.", conditions=names)) if noted else None


def _listed(texts: Texts, names: Sequence[str], most: int) -> str:
    return ", ".join(first_of(texts, names, most, str))


def _alcohol(inputs: PageInputs, alcohol: Alcohol) -> str:
    texts, drinks = inputs.texts, drinks_words(inputs, alcohol)
    if drinks:
        return texts("alcohol ({drinks})", drinks=drinks)
    return texts("alcohol") if alcohol.days else texts("alcohol (written down after this period)")


def _denied(inputs: PageInputs) -> str:
    """What is not on a list that has a date; said once on the page, and here, where it is looked for first."""
    texts, shown = inputs.texts, inputs.visit
    if shown.list_checked is None or not shown.may_deny:
        return ""
    absent = [texts(words) for words in not_named(inputs, _DENIED)]
    if not absent:
        return ""
    day, names = texts.short_day(shown.list_checked.statement.day), ", ".join(absent)
    if shown.list_checked.outdated:
        return texts(
            "Not on the person’s list from {day} (may be incomplete, please ask), not confirmed since it changed: "
            "{names}.",
            day=day, names=names,
        )  # fmt: skip
    if not shown.of_choice(MEDICINES) and not shown.list_checked.ask_again:
        statement = texts("Said on {day}: no medicine is taken.", day=day)
        return " ".join(filter(None, (statement, _written_since(inputs, shown.list_checked.statement))))
    if shown.list_checked.ask_again:
        return texts(
            "Not on the person’s list from {day} (may be incomplete, please ask), not checked since: {names}.",
            day=day,
            names=names,
        )
    return texts("Not on the person’s list of {day} (may be incomplete, please ask): {names}.", day=day, names=names)


def _written_since(inputs: PageInputs, nothing_else: Statement) -> str:
    """What came after it, as the pharmacist's sheet says it: the date alone would say that there is nothing."""
    texts, shown = inputs.texts, inputs.visit
    names = [taken_name(inputs, taken) for taken in shown.taken if taken.came_after(nothing_else)]
    if shown.alcohol is not None and shown.alcohol.written_ms > nothing_else.recorded_ms:
        names.append(texts("alcohol"))
    if not names:
        return ""
    return texts("Since then also written down: {names}.", names=_listed(texts, names, _SINCE))


def not_named(inputs: PageInputs, asked: Mapping[SubstanceRow, str]) -> list[str]:
    """What of the rows that are ``asked`` is not on the page: "gabapentinoid", "benzodiazepine" beside a z-drug."""
    absent = []
    for row, words in asked.items():
        named = {class_.id for taken in inputs.visit.in_row(row) for class_ in taken.known.classes}
        if not inputs.visit.in_row(row):
            absent.append(words)
        else:
            absent += [words for class_id, words in _EACH_OF_TWO.get(row, ()) if class_id not in named]
    return absent
