"""Which symptoms a period is told by; side effects and withdrawal-type symptoms of the days they were rated on."""

from dataclasses import replace

import pytest

from journal.core.entries import Symptom
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.insights.rated_days import Rated, SymptomDays, Withdrawal
from journal.insights.summary import Figure, Missing, Span, Statistic
from tests.insights.sheet import ITCHING, LAST, NAUSEA, PAIN, RESTLESS, SLEEP, SYMPTOMS, YELLOW, Sheet

OTHER = Symptom(id="other", name="Other", kind=SymptomKind.SYMPTOM, position=9)
UNCHOSEN = Symptom(id="pain", code="back_pain", kind=SymptomKind.PAIN)
INSOMNIA = Symptom(id="insomnia", code="insomnia", kind=SymptomKind.SYMPTOM, position=7)
CRAVING = Symptom(id="craving", code="craving", kind=SymptomKind.WITHDRAWAL, position=8)
SUICIDAL = "suicidal_thoughts"


def test_the_main_symptom_is_chosen_or_the_one_rated_most() -> None:
    sheet = Sheet()
    sheet.rating(83, symptom=OTHER)
    sheet.rating(2, symptom=OTHER)
    sheet.rating(1, symptom=PAIN)
    for day in range(5):
        sheet.rating(day, symptom=NAUSEA)
    assert sheet.summary((PAIN, OTHER, NAUSEA)).main == "pain"
    assert sheet.summary((UNCHOSEN, OTHER, NAUSEA)).main == "other"
    sheet.rating(3, symptom=PAIN)
    assert sheet.summary((OTHER, UNCHOSEN)).main == "pain"  # as many days: the person's order decides
    assert sheet.summary((NAUSEA,)).main is None


def test_a_warning_symptom_is_never_the_main_one() -> None:
    hidden = Symptom(id="dark", code=SUICIDAL, kind=BY_CODE[SUICIDAL].kind, main=True)
    sheet = Sheet()
    for day in range(10):
        sheet.rating(day, 6, symptom=hidden)
        sheet.rating(day, 5)
    assert sheet.summary((hidden, replace(PAIN, main=False), YELLOW)).main == PAIN.id


def test_what_the_person_calls_by_the_words_of_a_warning_sign_is_no_main_second_or_side_effect() -> None:
    chest = Symptom(id="heart", name="heart pain", kind=SymptomKind.PAIN, main=True)
    dark = Symptom(id="dark", name="suicidal thoughts", kind=SymptomKind.SIDE_EFFECT)
    sheet = Sheet()
    for day in range(10):
        sheet.rating(day, 6, symptom=chest)
        sheet.rating(day, 7, symptom=dark)
    sheet.rating(1, 5)
    summary = sheet.summary((chest, dark, replace(PAIN, main=False)))
    assert (summary.main, summary.second) == (PAIN.id, None)
    assert (summary.side_effects, summary.never_rated) == ((), ())


@pytest.mark.parametrize("name", ["life is pointless", "SI thoughts", "want to die"])
def test_thoughts_of_suicide_in_the_persons_words_are_told_in_no_place_of_their_own(name: str) -> None:
    dark = Symptom(id="dark", name=name, kind=SymptomKind.SYMPTOM, main=True)
    sheet = Sheet()
    for day in range(10):
        sheet.rating(day, 7, symptom=dark)
    summary = sheet.summary((dark, PAIN))
    assert (summary.main, summary.second, summary.main_measure.last28.n) == (PAIN.id, None, 0)


def test_the_second_symptom_is_sleep_if_it_was_rated() -> None:
    sheet = Sheet()
    sheet.rating(1, symptom=OTHER)
    symptoms = (PAIN, SLEEP, INSOMNIA, OTHER)
    assert sheet.summary(symptoms).second == "other"
    sheet.rating(1, symptom=INSOMNIA)
    assert sheet.summary(symptoms).second == "insomnia"
    sheet.rating(1, symptom=SLEEP)
    assert sheet.summary(symptoms).second == "sleep"


def test_the_day_of_a_symptom_is_the_median_of_its_ratings() -> None:
    sheet = Sheet()
    for day in range(5):
        for value, hour in ((2, 9), (4, 12), (9, 20)):
            sheet.rating(day, value, hour)
    sheet.rating(5, None)
    summary = sheet.summary()
    assert summary.main_measure.last28 == Figure(Statistic(4), 5, Statistic(4), Statistic(4))
    assert summary.main_measure.before28 == Figure(None, 0, missing=Missing.NOT_RECORDED)
    assert summary.second_measure.last28 == Figure(None, 0, missing=Missing.NOT_RATED)
    assert summary.days_recorded.last28.value == Statistic(6)


def test_side_effects_are_of_the_days_on_which_they_were_rated() -> None:
    sheet = Sheet()
    for day, value in ((0, 2), (1, 4), (30, 7)):
        sheet.rating(day, value, symptom=ITCHING)
    sheet.rating(1, 1, hour=18, symptom=ITCHING)
    sheet.rating(1, 6, symptom=NAUSEA)
    sheet.rating(2, 0, symptom=NAUSEA)
    sheet.rating(2, None, symptom=ITCHING)  # asked and skipped
    for day in range(20):
        sheet.note(day)  # recorded days on which nothing was rated
    summary = sheet.summary()
    assert summary.side_effects == (
        SymptomDays("itching", Rated(2, 2, 4), Rated(1, 1, 7)),
        SymptomDays("nausea", Rated(1, 2, 6), Rated(0, 0)),
    )
    assert summary.never_rated == ()


def test_rated_and_never_there_is_not_never_rated() -> None:
    sheet = Sheet()
    sheet.rating(0, 0, symptom=NAUSEA)
    sheet.rating(60, 5, symptom=ITCHING)  # before both windows
    summary = sheet.summary()
    assert summary.side_effects == (SymptomDays("nausea", Rated(0, 1), Rated(0, 0)),)
    assert summary.never_rated == ("itching",)


def test_withdrawal_counts_ratings_of_four_or_more_of_the_rated_days() -> None:
    sheet = Sheet()
    sheet.rating(0, 4, hour=7, symptom=RESTLESS)  # before the first dose
    sheet.dose(0, hour=8)
    sheet.dose(1, hour=8)
    sheet.rating(1, 9, hour=9, symptom=RESTLESS)  # after it
    sheet.rating(2, 5, symptom=RESTLESS)  # no dose on that day
    sheet.note(3)
    sheet.dose(4, hour=9)
    sheet.rating(4, 4, hour=9 + 1 / 60, symptom=RESTLESS)  # a minute after it
    sheet.dose(7, hour=9)
    sheet.rating(7, 4, hour=9 + 20 / 3600, symptom=RESTLESS)  # in its minute: felt before it
    sheet.dose(5, hour=9)
    sheet.rating(5, 3, hour=7, symptom=RESTLESS)  # under 4 before the first dose, 4 of another one after it
    sheet.rating(5, 4, hour=10, symptom=CRAVING)
    sheet.rating(6, 0, symptom=RESTLESS)
    sheet.rating(40, 3, symptom=RESTLESS)
    withdrawal = sheet.summary((*SYMPTOMS, CRAVING)).withdrawal
    assert withdrawal == Withdrawal(("restless", "craving"), Rated(6, 7, 9), Rated(0, 1, 3), Rated(2, 3, 4))
    assert Sheet().summary().withdrawal == Withdrawal((), Rated(0, 0), Rated(0, 0), Rated(0, 0))


def test_a_short_period_has_no_window_before() -> None:
    sheet = Sheet(Span(LAST, LAST))
    sheet.rating(0, 5, symptom=ITCHING)
    sheet.rating(30, 5, symptom=ITCHING)
    summary = sheet.summary()
    assert summary.side_effects == (SymptomDays("itching", Rated(1, 1, 5), None),)
    assert summary.withdrawal.before28 is None
    assert summary.main_measure.before28.missing is Missing.OUTSIDE
