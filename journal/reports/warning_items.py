"""Each warning symptom that page 1 tells: its days, its last and its worst rating, and what was answered then.

Of those of which page 1 does not tell every day, what a later page tells: ``SignDays``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from journal.core.entries import Answer
from journal.core.symptoms import EVENTS
from journal.insights.warning_signs import Noted, Sign, When
from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.reports.printed import whole_words
from journal.reports.right_to_left import with_tail
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.unbroken import NO_BREAK_SPACE

_SHORT = 24  # letters of a day and its number alone, which stand in one line
_LISTED = 100  # days of one symptom in words: of more the later page says how many, when and how bad


class SignDays(NamedTuple):
    """A symptom on all its days, for a later page.

    ``months``: each month with its days in words, the newest first; ``marks``: each day with its worst number, None
    where it has none; ``unanswered``: nobody wrote down of any day whether it has passed.
    """

    name: str
    first: dt.date
    last: dt.date
    worst: int | None
    months: tuple[tuple[str, str], ...]
    marks: tuple[tuple[dt.date, int | None], ...]
    unanswered: bool


class Items:
    """``noted`` in words; ``room``: letters of notes for each.

    That nothing was answered is said once below them if it is so of all, and never as "not answered", which is read as
    a person who does not respond.
    """

    def __init__(self, inputs: PageInputs, noted: Sequence[Noted], room: int) -> None:
        self._inputs, self._texts, self._noted, self._room = inputs, inputs.texts, noted, room
        self.days: list[SignDays] = []
        self._answers = _any_answer(rating for sign in noted for rating in (sign.last, sign.last.worst, sign.worst))

    def item(self, noted: Noted) -> Sentence:
        """One day of a symptom, or its last day and how many there were; every day of it is listed on a later page."""
        texts, last = self._texts, noted.last
        name = self._inputs.fitted_inside(self._inputs.inside_name(noted.symptom), 300)
        alone = len(self._noted) == 1
        shown = texts("Warning symptom: {name}", name=name) if alone else name
        when = self._recently(last) if alone else _when(texts, last)
        lead = texts.plural("{name} on {n} day,", "{name} on {n} days,", len(noted.days), name=shown)
        if len(noted.days) == 1:
            return Sentence(lead, self._facts(last, self._room, name, self._answers, noted.worst, when))
        facts = self._facts(last, self._room, name, self._answers, noted.worst)
        words = texts("the first {first}, the last {last}: {facts}", last=when, facts=facts,
                      first=texts.short_day(noted.days[-1].at.date()))  # fmt: skip
        earlier = sum(day.when is When.BEFORE for day in noted.days)
        if 0 < earlier < len(noted.days):
            counted = texts.plural("{n} of them before this period", "{n} of them before this period", earlier)
            words = texts("{said} ({counted})", said=words, counted=counted)
        self._keep_days(noted, name)
        return Sentence(lead, words)

    def _recently(self, last: Sign) -> str:
        """ "yesterday, 21 Nov 2026, 17:34", where no head says so; with its day, as it may be read later."""
        texts, when = self._texts, _when(self._texts, last)
        if last.when is When.LATER:
            return when
        days = (self._inputs.made_at.local.date() - last.at.date()).days
        return {0: texts("today, {day}", day=when), 1: texts("yesterday, {day}", day=when)}.get(days, when)

    def short_item(self, noted: Noted) -> Sentence:
        """Where many run on in lines: "fainting" "27 Nov, 17:34, has passed", "dark urine" "on 3 days, last 27 Nov,
        17:34: 3, worst 9 of 10, has passed"; the rest is on a later page.
        """
        texts, last = self._texts, noted.last
        name = self._inputs.fitted_inside(self._inputs.inside_name(noted.symptom), 200)
        self._keep_days(noted, name)
        words = self._short_rating(noted)
        if len(noted.days) > 1:
            words = texts.plural("on {n} day, last {said}", "on {n} days, last {said}", len(noted.days), said=words)
        if self._answers:
            words = texts("{said}, {answer}", said=words, answer=texts(_SHORT_ANSWERS[last.answer]))
        return Sentence(name, _joined(words, _place(texts, last)))

    def unanswered(self) -> str:
        """What is so of all of them."""
        if self._answers:
            return ""
        texts = self._texts
        if len(self._noted) == 1:
            return texts("Whether it has passed is not written down.")
        return texts("Whether they have passed is not written down.")

    def _short_rating(self, noted: Noted) -> str:
        """ "27 Nov, 17:34: 3 of 10", "27 Nov, 17:34: 3, worst 9 of 10"; of an event when it was alone."""
        texts, last, worst = self._texts, noted.last, noted.worst
        when = self._inputs.short_when(last.at)
        if self._is_event(last):
            return when
        number = None if worst is None or worst.value is None else texts.integer(worst.value)
        if last.value is None and number is None:
            return texts("{when}: noted, no number", when=when)
        value = texts("no number") if last.value is None else texts.integer(last.value)
        if number is None:
            return texts("{when}: {value} of 10", when=when, value=value)
        return texts("{when}: {value}, worst {worst} of 10", when=when, value=value, worst=number)

    def _keep_days(self, noted: Noted, name: str) -> None:
        """Each day with its answer, for a later page."""
        texts, days = self._texts, noted.days
        answers = _any_answer(rating for day in days for rating in (day, day.worst))
        months = [
            (texts.month_and_year(first), " · ".join(self._day(day, name, answers) for day in of_month))
            for first, of_month in groupby(days[:_LISTED], key=lambda day: day.at.date().replace(day=1))
        ]
        if more := len(days[_LISTED:]):
            month, words = months[-1]
            rest = texts.plural("and {n} day before", "and {n} days before", more)
            months[-1] = (month, texts("{said} {rest}", said=words, rest=rest))
        marks = tuple((day.at.date(), self._number(day.worst or day)) for day in days)
        worst = max((number for _, number in marks if number is not None), default=None)
        title = self._inputs.inside_name(noted.symptom)
        if noted.last.when is When.LATER:
            title = texts("{name} (dated later)", name=title)
        self.days.append(
            SignDays(title, marks[-1][0], marks[0][0], worst, tuple(months), marks, unanswered=not answers)
        )

    def _day(self, day: Sign, name: str, answers: bool) -> str:
        """ "21 Nov, 17:34: 3 of 10"; of an event of which nothing else is known when it was."""
        texts = self._texts
        when = texts("{day}, {time}", day=texts.day_and_month(day.at.date()), time=texts.time(day.at))
        when = when.replace(" ", NO_BREAK_SPACE)
        facts = self._facts(day, 10_000, name, answers)
        if facts == texts("noted"):
            return when
        words = texts("{when}: {facts}", when=when, facts=facts)
        return words.replace(" ", NO_BREAK_SPACE) if len(words) <= _SHORT else words

    def _number(self, sign: Sign) -> int | None:
        return None if self._is_event(sign) else sign.value

    def _facts(self, sign: Sign, room: int, name: str, answers: bool, worst: Sign | None = None, when: str = "") -> str:
        """ "7 of 10; answered: it has passed (before this period) “blacked out”", and the worst rating of that day; of
        an event "noted; answered: it has passed", with another answer of that day.

        ``answers``: whether they are told; ``worst``: of all days, told if it is worse than that of this day; ``when``:
        told behind the number, "7 of 10, 21 Nov 2026, 17:34; answered".
        """
        texts = self._texts
        words = self._rating(sign, answers, when)
        if sign.worst is not None:
            same_date = sign.worst.at.date() == sign.at.date()  # the journal's day may go on after midnight
            time = texts.time(sign.worst.at) if same_date else _when(texts, sign.worst)
            more = _ALSO if self._is_event(sign) else _WORST
            words = texts(more, said=words, time=time, worst=self._rating(sign.worst, answers))
        notes = self._notes(sign, room, texts("{when}: {name}", when=_when(texts, sign), name=name))
        words = _joined(words, _place(texts, sign), notes)
        if worst is not None and worst.day != sign.day and not self._is_event(sign):
            told = _joined(self._rating(worst, answers), self._other_place(worst, sign))
            words = texts("{said}; the worst {when}: {worst}", said=words, when=_when(texts, worst), worst=told)
        return words

    def _rating(self, sign: Sign, answers: bool, when: str = "") -> str:
        texts = self._texts
        if self._is_event(sign):
            words = texts("noted")
        elif sign.value is None:
            words = texts("noted, no number")
        else:
            words = texts("{value} of 10", value=texts.integer(sign.value))
        words = texts("{said}, {when}", said=words, when=when) if when else words
        return texts("{said}; {answer}", said=words, answer=_answer(texts, sign.answer)) if answers else words

    def _is_event(self, sign: Sign) -> bool:
        return self._inputs.symptoms[sign.symptom].code in EVENTS

    def _other_place(self, sign: Sign, beside: Sign) -> str:
        """Where it lies, if that is not said already of the one beside it."""
        return _place(self._texts, sign) if sign.when is not beside.when else ""

    def _notes(self, sign: Sign, room: int, sign_words: str) -> str:
        """In quotes; cut at a word on page 1, and in full on a later page."""
        if not self._inputs.options.notes or not sign.notes:
            return ""
        notes = " ".join(f"“{self._inputs.printed.words(note)}”" for note in sign.notes)
        if len(notes) <= room:
            return notes
        self._inputs.printed.keep(whole := f"{sign_words} {notes}")
        page = self._texts.integer(self._inputs.printed.page_of(whole))
        return with_tail(whole_words(notes, room), self._texts(" … (page {n})", n=page))


def _any_answer(ratings: Iterable[Sign | None]) -> bool:
    return any(rating is not None and rating.answer is not None for rating in ratings)


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _when(texts: Texts, sign: Sign) -> str:
    return texts("{day}, {time}", day=texts.short_day(sign.at.date()), time=texts.time(sign.at))


def _place(texts: Texts, sign: Sign) -> str:
    return texts(PLACES[sign.when]) if sign.when in PLACES else ""


def _answer(texts: Texts, answer: Answer | None) -> str:
    if answer is None:
        return texts("not written down whether it has passed")
    return texts("answered then: {answer}", answer=texts(_ANSWERS[answer]))


_WORST, _ALSO = marked(("{said}; worst that day {time}: {worst}", "{said}; also that day {time}: {worst}"))
PLACES = marked({
    When.BEFORE: "(before this period)",
    When.AFTER: "(after this period)",
    When.LATER: "(dated later than this computer’s clock)",
})  # fmt: skip
_ANSWERS = marked({
    Answer.YES: "happening",
    Answer.NOT_SURE: "not sure",
    Answer.PASSED: "it has passed",
    Answer.KNOWN: "a doctor knows about this",
    Answer.NO: "no to other signs asked about",
})  # fmt: skip
_SHORT_ANSWERS = marked({
    None: "not written down whether it has passed",
    Answer.YES: "happening then",
    Answer.NOT_SURE: "not sure then",
    Answer.PASSED: "has passed",
    Answer.KNOWN: "doctor knows",
    Answer.NO: "no to other signs asked about",
})  # fmt: skip
