"""The warning symptoms on page 1: which were noted, with day, answer and what was written down before; facts only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.core import warning_facts
from journal.core.amounts import GRAM, Dimension
from journal.core.entries import Answer, Symptom
from journal.core.moments import Moment, wall_clock
from journal.core.symptoms import EVENTS
from journal.core.warning_facts import HOURS_BEFORE, NearDose, WarningFacts
from journal.core.warning_words import is_masked
from journal.insights.group_words import group_inside
from journal.insights.groups import group_of_product
from journal.insights.warning_signs import (
    Noted,
    Sign,
    When,
    doses_before,
    last_before_now,
    left_out_before,
    noted_signs,
)
from journal.insights.wording import Sentence
from journal.reports.options import ReportOptions
from journal.reports.page_inputs import PageInputs
from journal.reports.printed import whole_words
from journal.texts import Texts
from journal.texts.listing import first_of
from journal.texts.marked import marked
from journal.texts.names import BASES

OWN_LINES = 4  # items; more run on
_LISTED = 100  # days of one symptom, on a later page: more are a list for a table, not for a reader
_NOTES = 260  # letters of notes on page 1, for all items together
_DOSES = 6  # before the last sign


@dataclass(frozen=True, slots=True)
class WarningBox:
    """``head`` says when and what was looked at; without ``items`` it is the one sentence that says so little."""

    head: tuple[Sentence, ...]
    items: tuple[Sentence, ...] = ()
    before: str = ""

    @property
    def running(self) -> bool:
        """Whether the items run on in lines instead of each beginning one."""
        return len(self.items) > OWN_LINES


def withheld(symptoms: Sequence[Symptom], suicidal: bool) -> frozenset[str]:
    """Thoughts of suicide, unless the person chose to print them; whatever name they gave them."""
    return frozenset() if suicidal else frozenset(symptom.id for symptom in symptoms if is_masked(symptom))


def printable_signs(symptoms: Sequence[Symptom], facts: WarningFacts, options: ReportOptions) -> frozenset[str]:
    """The symptoms whose names the pages may print."""
    if not options.warnings:
        return frozenset()
    shown = {sign.symptom for sign in facts.signs if not sign.private}
    return frozenset(shown - withheld(symptoms, options.suicidal))


def private_rating_left_out(
    symptoms: Sequence[Symptom], facts: WarningFacts, options: ReportOptions, made_at: Moment
) -> bool:
    """Whether thoughts of suicide were noted that could be printed and are not: told to the person, never on a page."""
    if options.warnings and options.suicidal:
        return False
    masked = withheld(symptoms, suicidal=False)
    return any(sign.symptom in masked for sign in noted_signs(symptoms, facts, options.period, made_at))


def nothing_listed(texts: Texts) -> str:
    """The same words with nothing, private or withheld entries, so that they betray nothing."""
    return texts("No warning symptom is listed here. People are not asked every day, and entries can be left out.")


def warning_box(inputs: PageInputs, facts: WarningFacts) -> WarningBox:
    """What was noted and is not withheld, the newest first."""
    texts = inputs.texts
    noted = _noted(inputs, facts)
    last = last_before_now(noted)
    if last is None:
        return WarningBox((Sentence("", nothing_listed(texts)),))
    item = _item if len(noted) <= OWN_LINES else _short_item
    items = tuple(item(inputs, sign, _NOTES // len(noted)) for sign in noted)
    return WarningBox(_head(inputs, noted, last), items, _before(inputs, facts, last, _only_one(noted)))


def _noted(inputs: PageInputs, facts: WarningFacts) -> list[Noted]:
    if not inputs.options.warnings:
        return []
    symptoms = [*inputs.symptoms.values()]
    hidden = withheld(symptoms, inputs.options.suicidal)
    return noted_signs(symptoms, facts, inputs.summary.period, inputs.made_at, hidden)


# --- the head -------------------------------------------------------------------------------------------------------


def _head(inputs: PageInputs, noted: Sequence[Noted], last: Sign) -> tuple[Sentence, ...]:
    texts, when = inputs.texts, _ago(inputs.texts, last, inputs.made_at)
    lead = texts("Warning symptom noted {when}.", when=when) if _only_one(noted) else (
        texts("Warning symptoms noted; the last {when}.", when=when)
    )  # fmt: skip
    return (Sentence(lead, _looked_at(texts, inputs.made_at)),)


def _only_one(noted: Sequence[Noted]) -> bool:
    return len(noted) == 1 and len(noted[0].days) == 1


def _looked_at(texts: Texts, made_at: Moment) -> str:
    words = texts.plural(
        "Looked at: this period and the {n} day up to {day}, {time}, when this page was made.",
        "Looked at: this period and the {n} days up to {day}, {time}, when this page was made.",
        warning_facts.DAYS_LOOKED_BACK, day=texts.short_day(made_at.local.date()), time=texts.time(made_at.local),
    )  # fmt: skip
    rest = texts("People are not asked every day, and entries can be left out.")
    return f"{words} {rest}"


def _ago(texts: Texts, sign: Sign, made_at: Moment) -> str:
    if sign.when is When.LATER:
        return texts("at a time later than this computer’s clock")
    days, day = (made_at.local.date() - sign.at.date()).days, texts.short_day(sign.at.date())
    named = {0: texts("today, {day}", day=day), 1: texts("yesterday, {day}", day=day)}  # it may be read later
    return named.get(days) or texts("on {day}", day=day)


# --- the items ------------------------------------------------------------------------------------------------------


def _item(inputs: PageInputs, noted: Noted, room: int) -> Sentence:
    """One day of a symptom, or its last day and how many there were; every day of it is listed on a later page."""
    texts, last = inputs.texts, noted.last
    name = inputs.fitted_inside(inputs.inside_name(noted.symptom), 300)
    if len(noted.days) == 1:
        lead = texts("{when}: {name}", when=_when(texts, last), name=name)
        return Sentence(lead, _facts(inputs, last, room, name))
    first = noted.days[-1]
    lead = texts.plural("{name} on {n} day,", "{name} on {n} days,", len(noted.days), name=name)
    words = texts("the first {first}, the last {last}: {facts}", first=texts.short_day(first.at.date()),
                 last=_when(texts, last), facts=_facts(inputs, last, room, name))  # fmt: skip
    earlier = sum(day.when is When.BEFORE for day in noted.days)
    if 0 < earlier < len(noted.days):
        counted = texts.plural("{n} of them before this period", "{n} of them before this period", earlier)
        words = texts("{said} ({counted})", said=words, counted=counted)
    _keep_days(inputs, noted, name)
    return Sentence(lead, words)


def _short_item(inputs: PageInputs, noted: Noted, _room: int) -> Sentence:
    """Where many run on in lines: "fainting" "27 Nov, 7 of 10, has passed"; the rest is on a later page."""
    texts, last = inputs.texts, noted.last
    name = inputs.fitted_inside(inputs.inside_name(noted.symptom), 200)
    _keep_days(inputs, noted, name)
    day = last.at.date()  # not the journal's day, which begins later than the calendar's
    when = texts.day_and_month(day) if day.year == inputs.made_at.local.year else texts.short_day(day)
    if len(noted.days) > 1:
        when = texts.plural("{said} ({n} day)", "{said} ({n} days)", len(noted.days), said=when)
    worst = () if last.worst is None else (texts("worst that day {value}", value=texts.integer(last.worst.value)),)
    values = (texts("{value} of 10", value=texts.integer(last.value)), *worst)
    parts = (when, *(() if _is_event(inputs, last) else values), texts(_SHORT_ANSWERS[last.answer]))
    place = texts(_PLACES[last.when]) if last.when in _PLACES else ""
    return Sentence(name, " ".join(filter(None, (", ".join(parts), place))))


def _keep_days(inputs: PageInputs, noted: Noted, name: str) -> None:
    """Each day with its answer, for a later page."""
    texts = inputs.texts

    def said(day: Sign) -> str:
        return texts("{when}: {facts}", when=_when(texts, day), facts=_facts(inputs, day, 10_000, name))

    listed = first_of(texts, noted.days, _LISTED, said)
    inputs.printed.keep(texts("{name}: {days}", name=inputs.inside_name(noted.symptom), days=" · ".join(listed)))


def _when(texts: Texts, sign: Sign) -> str:
    return texts("{day}, {time}", day=texts.short_day(sign.at.date()), time=texts.time(sign.at))


def _facts(inputs: PageInputs, sign: Sign, room: int, name: str) -> str:
    """ "7 of 10; answered: it has passed (before this period) “blacked out”", and the worst rating of that day; of an
    event "noted; answered: it has passed", with another answer of that day.
    """
    texts = inputs.texts
    words = _rating(inputs, sign)
    if sign.worst is not None:
        same_date = sign.worst.at.date() == sign.at.date()  # the journal's day may go on after midnight
        time = texts.time(sign.worst.at) if same_date else _when(texts, sign.worst)
        more = _ALSO if _is_event(inputs, sign) else _WORST
        words = texts(more, said=words, time=time, worst=_rating(inputs, sign.worst))
    place = texts(_PLACES[sign.when]) if sign.when in _PLACES else ""
    notes = _notes(inputs, sign, room, texts("{when}: {name}", when=_when(texts, sign), name=name))
    return " ".join(filter(None, (words, place, notes)))


def _rating(inputs: PageInputs, sign: Sign) -> str:
    texts, answer = inputs.texts, _answer(inputs.texts, sign.answer)
    if _is_event(inputs, sign):
        return texts("noted; {answer}", answer=answer)
    return texts("{value} of 10; {answer}", value=texts.integer(sign.value), answer=answer)


def _is_event(inputs: PageInputs, sign: Sign) -> bool:
    return inputs.symptoms[sign.symptom].code in EVENTS


_WORST, _ALSO = marked(("{said}; worst that day {time}: {worst}", "{said}; also that day {time}: {worst}"))


_PLACES = marked({
    When.BEFORE: "(before this period)",
    When.AFTER: "(after this period)",
    When.LATER: "(dated later than this computer’s clock)",
})  # fmt: skip


def _answer(texts: Texts, answer: Answer | None) -> str:
    if answer is None:
        return texts("not answered")
    return texts("answered then: {answer}", answer=texts(_ANSWERS[answer]))


_ANSWERS = marked({
    Answer.YES: "happening",
    Answer.NOT_SURE: "not sure",
    Answer.PASSED: "it has passed",
    Answer.KNOWN: "a doctor knows about this",
    Answer.NO: "none of the signs asked about with it",
})  # fmt: skip
_SHORT_ANSWERS = marked({
    None: "not answered",
    Answer.YES: "happening then",
    Answer.NOT_SURE: "not sure then",
    Answer.PASSED: "has passed",
    Answer.KNOWN: "doctor knows",
    Answer.NO: "without other signs asked about",
})  # fmt: skip


def _notes(inputs: PageInputs, sign: Sign, room: int, sign_words: str) -> str:
    """In quotes; cut at a word on page 1, and in full on a later page."""
    if not inputs.options.notes or not sign.notes:
        return ""
    notes = " ".join(f"“{inputs.printed.words(note)}”" for note in sign.notes)
    if len(notes) <= room:
        return notes
    inputs.printed.keep(f"{sign_words} {notes}")
    return whole_words(notes, room) + inputs.texts(" … (page 2)")


# --- the hours before -----------------------------------------------------------------------------------------------


def _before(inputs: PageInputs, facts: WarningFacts, last: Sign, only: bool) -> str:
    """ "Written down in the 6 hours before the last: 7-OH 15 mg (from the label) 20:50." Nothing, if nothing was.

    ``only``: there is no other sign, so that it is not the last one.
    """
    texts, doses, out = inputs.texts, doses_before(facts, last), left_out_before(facts, last)
    if not doses and not out:
        return ""
    named = [_dose(inputs, dose) for dose in doses[:_DOSES]]
    if more := len(doses[_DOSES:]):
        named.append(texts.plural("and {n} more dose", "and {n} more doses", more))
    if out:
        named.append(texts.plural("{n} dose left out", "{n} doses left out", out))
    about = {"n": HOURS_BEFORE, "doses": ", ".join(named)}
    if only:
        return texts("Written down in the {n} hours before it: {doses}.", **about)
    return texts("Written down in the {n} hours before the last: {doses}.", **about)


def _dose(inputs: PageInputs, dose: NearDose) -> str:
    texts = inputs.texts
    group = group_inside(texts, group_of_product(inputs.product_records.get(dose.product or "")))
    at = wall_clock(dose.local_ms)
    return texts("{group} {amount} {time}", group=group, amount=_amount(texts, dose), time=texts.time(at))


def _amount(texts: Texts, dose: NearDose) -> str:
    if dose.quantity is None or dose.dimension is None:
        return texts("(amount not said)")
    basis = texts(BASES[dose.basis])
    small = dose.dimension == Dimension.MASS and dose.quantity < GRAM
    number = texts.number(dose.quantity * GRAM if small else dose.quantity)
    unit = {Dimension.MASS: texts("mg") if small else texts("g"), Dimension.VOLUME: texts("ml"),
            Dimension.COUNT: texts("pieces")}[Dimension(dose.dimension)]  # fmt: skip
    return texts("{number} {unit} ({basis})", number=number, unit=unit, basis=basis)
