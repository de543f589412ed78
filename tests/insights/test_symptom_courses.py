"""Which symptoms have a picture and in which order, and the medians of both windows with their n."""

from dataclasses import replace

from journal.core.entries import Symptom
from journal.core.symptoms import SymptomKind
from journal.insights.course import course_of
from journal.insights.days import day_figures
from journal.insights.summary import Missing, Statistic
from journal.insights.symptom_courses import MOST, SymptomCourses
from journal.insights.windows import span_back
from journal.insights.without_private import without_private
from tests.insights.sheet import LAST, NAUSEA, PAIN, PRODUCTS, RESTLESS, SLEEP, SYMPTOMS, YELLOW, Sheet

MOOD = Symptom(id="mood", code="mood", kind=SymptomKind.WELLBEING, position=9)
CRAVING = Symptom(id="craving", code="craving", kind=SymptomKind.WITHDRAWAL, position=8)
OTHER = Symptom(id="other", name="Other", kind=SymptomKind.SYMPTOM, position=10)
ALL = (*SYMPTOMS, MOOD, CRAVING, OTHER)


def found(sheet: Sheet, symptoms: tuple[Symptom, ...] = ALL, mood: bool = True) -> SymptomCourses:
    facts = without_private(sheet.facts(sheet.period))
    summary = sheet.summary(symptoms)
    return course_of(facts, day_figures(facts, PRODUCTS), symptoms, summary, mood).symptoms


def rated(days: int, *symptoms: Symptom) -> Sheet:
    sheet = Sheet()
    for symptom in symptoms:
        for day in range(days):
            sheet.rating(day, 6, symptom=symptom)
    return sheet


def test_main_second_mood_withdrawal_others_and_side_effects_follow_each_other() -> None:
    sheet = rated(9, NAUSEA, OTHER, RESTLESS, MOOD, SLEEP, PAIN)
    order = [each.symptom for each in found(sheet).shown]
    assert order == [PAIN.id, SLEEP.id, MOOD.id, None, OTHER.id, NAUSEA.id]
    assert [each.symptom for each in found(sheet, mood=False).shown] == [PAIN.id, SLEEP.id, None, OTHER.id, NAUSEA.id]


def test_of_withdrawal_the_worst_sign_of_a_day_counts() -> None:
    sheet = rated(8, RESTLESS)
    sheet.rating(2, 9, 20, CRAVING)
    sheet.rating(2, 1, 21, CRAVING)
    signs = found(sheet).shown[-1]
    assert signs.symptom is None and signs.ratings[81] == (9,) and signs.ratings[80] == (6,)
    assert (signs.last28.value, signs.last28.n, signs.before28.missing) == (Statistic(6.0), 8, Missing.NOT_RECORDED)


def test_a_sign_that_is_the_main_symptom_has_its_own_picture_too() -> None:
    main = replace(CRAVING, main=True)
    symptoms = (replace(PAIN, main=False), RESTLESS, main)
    assert [each.symptom for each in found(rated(8, main), symptoms).shown] == [main.id, None]


def test_few_days_have_no_picture_and_warning_signs_never_one() -> None:
    sheet = rated(9, YELLOW, PAIN)
    for day in range(6):
        sheet.rating(day, 3, symptom=NAUSEA)
    sheet.rating(3, 5, symptom=RESTLESS, private=True)
    courses = found(sheet)
    assert [each.symptom for each in courses.shown] == [PAIN.id] and courses.few == ((NAUSEA.id, 6),)


def test_at_most_eight_have_a_picture() -> None:
    many = [Symptom(id=f"own {n}", name=f"Own {n}", kind=SymptomKind.PAIN, position=n) for n in range(11)]
    courses = found(rated(7, *many), tuple(many))
    assert len(courses.shown) == MOST == 8 and courses.more == ("own 8", "own 9", "own 10")


def test_medians_are_of_days_and_need_five_of_them() -> None:
    sheet = Sheet()
    for day, value in ((0, 2), (1, 4), (2, 6), (3, 8), (30, 1), (31, 2), (32, 3), (33, 5), (34, 9)):
        sheet.rating(day, value)
    sheet.rating(30, 9, 13)
    (pain,) = found(sheet).shown
    assert (pain.last28.missing, pain.last28.n) == (Missing.TOO_FEW, 4)
    assert (pain.before28.value, pain.before28.n) == (Statistic(5.0), 5)
    short = Sheet(period=span_back(LAST, 40))
    short.ratings = sheet.ratings
    assert found(short).shown[0].before28.missing is Missing.OUTSIDE
