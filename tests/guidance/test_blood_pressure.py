"""What is said of a blood pressure: from how much on, with what to do first, and never that one is well."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journal import guidance
from journal.core.entries import Condition, Measurement
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS, Moment
from journal.guidance.blood_pressure import (
    Pressure,
    high_pressures,
    is_openly_pregnant,
    is_pregnant,
    pressure_advice,
    pressure_table,
    pressure_title,
    pressures_in_lines,
    seizure_in_pregnancy,
)
from journal.guidance.phrases import forbidden_phrases
from journal.guidance.rules import never_said
from journal.guidance.signs_in_words import country_of
from journal.texts import english
from tests.guidance.test_reviewed import reviewed_since

TEXTS = english()
NOW = 1_795_339_800_000
TABLE = pressure_table()
SENTENCES = [
    *(
        part.text
        for part in (
            TABLE.call, TABLE.today, TABLE.again, TABLE.earlier, TABLE.first, TABLE.pregnant,
            TABLE.raised_now, TABLE.raised_today, TABLE.seizure, TABLE.severe_now, *TABLE.known.values(),
            *TABLE.private.values(),
        )
    ),
    TABLE.why, TABLE.raised_why,
]  # fmt: skip


def measured(upper: int | None, lower: int | None, ago_ms: int = HOUR_MS) -> Measurement:
    return Measurement(at=Moment(NOW - ago_ms, 3600, "Europe/Berlin"), systolic=upper, diastolic=lower)


@pytest.mark.parametrize(
    ("upper", "lower", "spoken", "in_pregnancy"),
    [
        (195, 125, True, True), (180, 80, True, True), (150, 120, True, True), (179, 119, False, True),
        (160, 70, False, True), (120, 110, False, True), (159, 109, False, True), (140, 70, False, True),
        (120, 90, False, True), (139, 89, False, False), (None, None, False, False),
        (None, 121, True, True), (82, 128, True, True),
    ],
)  # fmt: skip
def test_either_number_is_enough(upper: int | None, lower: int | None, spoken: bool, in_pregnancy: bool) -> None:
    entry = measured(upper, lower)
    assert bool(high_pressures([entry], pregnant=False)) is spoken
    assert bool(high_pressures([entry], pregnant=True)) is in_pregnancy


def test_the_numbers_of_the_table_are_those_of_its_sources() -> None:
    assert (TABLE.high, TABLE.in_pregnancy) == (Pressure(180, 120), Pressure(160, 110))
    assert (TABLE.call.urgency, TABLE.today.urgency, TABLE.pregnant.urgency) == ("call", "today", "department")
    assert (TABLE.raised, TABLE.raised_now.urgency, TABLE.raised_today.urgency) == (Pressure(140, 90), "call", "today")
    assert {guidance.sources()[source].mark for source in (*TABLE.sources, *TABLE.raised_sources)} == {"V"}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_its_words_keep_the_rules(sentence: str) -> None:
    assert len(sentence.split()) <= 21  # with {number}, as in the table of warning signs
    assert forbidden_phrases(sentence, "guidance") == [] and never_said(sentence) == []
    assert "kratom" not in sentence.lower()


def test_what_to_do_stands_first_and_the_number_is_the_countrys() -> None:
    (high,) = high_pressures([measured(195, 125)], pregnant=False)
    assert pressure_title(TEXTS, high, NOW) == "A blood pressure of 180/120 or more, today 09:30"
    first, pregnant, second, *_ = pressure_advice(TEXTS, high, NOW, country_of("DE"))
    assert pregnant == TABLE.pregnant.text
    assert first.endswith("call 112.") and second.startswith("Otherwise wait a few minutes and measure again.")
    (old,) = high_pressures([measured(195, 125, 8 * DAY_MS)], pregnant=False)
    assert pressure_advice(TEXTS, old, NOW, country_of("DE"))[2].startswith(
        "Otherwise, if not looked at yet, measure again today."
    )


def test_of_many_the_newest_are_named_and_what_to_do_is_said_once() -> None:
    entries = [measured(190, 90, n * DAY_MS + HOUR_MS) for n in range(5)]
    (line,) = pressures_in_lines(TEXTS, high_pressures(entries, False), NOW, country_of("US"))
    assert line.startswith("Again a blood pressure of 180/120 or more, today 09:30; ") and line.count("call 911") == 1
    assert "; 2 more. " in line
    assert pressures_in_lines(TEXTS, [], NOW, country_of("US")) == []


def test_the_page_of_emergency_signs_says_what_to_do() -> None:
    said = " ".join(each.text for each in guidance.page("emergency-signs").statements())
    for text in (TABLE.call.text, TABLE.today.text, TABLE.pregnant.text, TABLE.why):
        assert text.format(number="your local emergency number") in said


def test_only_another_high_one_of_the_day_before_makes_it_the_second() -> None:
    now = measured(195, 125, 0)
    too_early, lower = (190, 90, DAY_MS + 1), (150, 95, HOUR_MS)
    assert high_pressures([now], False, [measured(190, 90, HOUR_MS)])[0].again
    (dated_back,) = high_pressures([measured(195, 125, 2 * HOUR_MS)], False, [now])
    assert dated_back.again  # the other one was written down before it
    for other in (now, *(measured(*numbers) for numbers in (too_early, lower))):
        assert not high_pressures([now], False, [other])[0].again
    newest, first = high_pressures([now, measured(190, 90, HOUR_MS)], False)
    assert (newest.again, first.again) == (True, False)
    assert pressure_title(TEXTS, newest, NOW).startswith("Again a blood pressure")
    assert TABLE.again.urgency == "today" and TABLE.again.text in pressure_advice(TEXTS, newest, NOW, country_of("US"))


def test_in_a_pregnancy_a_raised_one_says_whom_to_call_and_hides_no_higher_one() -> None:
    raised, high = measured(150, 95, 0), measured(185, 95)
    newest, before = high_pressures([raised, high], True)
    assert newest.is_raised_only and newest.again and not before.is_raised_only and not before.again
    assert pressure_title(TEXTS, newest, NOW).startswith("Again a blood pressure of 140/90 or more, today")
    now, today, why = pressure_advice(TEXTS, newest, NOW, country_of("US"))
    assert now.startswith("Short breath: call 911.") and now.endswith("maternity team or 911 now.")
    assert why == TABLE.raised_why
    assert today == "In pregnancy: call the midwife, maternity team or doctor today, and say this number."
    after = pressure_advice(TEXTS, newest, NOW, country_of("US"), after_emergency=True)
    assert after[0] == TABLE.private["first"].text
    (line,) = pressures_in_lines(TEXTS, [newest, before], NOW, country_of("US"))
    assert line.startswith("A blood pressure of 180/120 or more, today") and "wait a few minutes" not in line
    assert "; again one of 140/90 or more, today" in line


@pytest.mark.parametrize(("upper", "lower"), [(165, 112), (185, 125)])
def test_in_a_pregnancy_the_hospital_stands_first_and_no_sign_of_a_lower_one_is_missing(upper: int, lower: int) -> None:
    (high,), (raised,) = (high_pressures([measured(*each)], pregnant=True) for each in ((upper, lower), (145, 92)))
    said, lower_said = (pressure_advice(TEXTS, each, NOW, country_of("US")) for each in (high, raised))
    assert said[0] == TABLE.private["pregnant"].text and "today" not in said[0]
    assert missing(lower_said[0], said) == [] and TABLE.raised_why in said
    assert not any("maternity team or" in each for each in said)  # one urgency for one sign: the higher
    assert not any("wait a few minutes" in each or "Otherwise" in each for each in said)
    assert set(raised.sources) <= set(high.sources)
    after = pressure_advice(TEXTS, high, NOW, country_of("US"), after_emergency=True)
    assert after[0] == TABLE.private["first"].text and missing(lower_said[0], after) == []


SIGNS_OF_IT = ("short breath", "bad headache", "trouble seeing", "below the ribs", "vomiting", "sudden swelling")


def missing(said: str, where: list[str]) -> list[str]:
    """The signs named in a sentence that do not call for the emergency number in any of these."""
    calling = " ".join(each for each in where if "call 911" in each).casefold()
    return [sign for sign in SIGNS_OF_IT if sign in said.casefold() and sign not in calling]


def urgencies_of(sign: str, said: list[str]) -> set[str]:
    """Whom each sentence that names a sign says to call for it."""
    parts = (part for each in said for part in each.split(". ") if sign in part.casefold() and ":" in part)
    return {part.rpartition(":")[2].strip(" .").removesuffix(" now") for part in parts}


@pytest.mark.parametrize("openly", [True, False])
@pytest.mark.parametrize("after_emergency", [True, False])
@pytest.mark.parametrize(("upper", "lower"), [(145, 92), (165, 112), (195, 125)])
@pytest.mark.parametrize("pregnant", [True, False])
def test_one_sign_has_one_urgency(upper: int, lower: int, after_emergency: bool, openly: bool, pregnant: bool) -> None:
    found = high_pressures([measured(upper, lower)], pregnant, openly=openly and pregnant)
    for high in found:
        said = pressure_advice(TEXTS, high, NOW, country_of("US"), after_emergency)
        for sign in SIGNS_OF_IT:
            assert len(urgencies_of(sign, said)) <= 1, (sign, said)
        assert "call 911" in {*urgencies_of("short breath", said)}


def test_two_urgencies_of_one_sign_are_found() -> None:
    before = [
        "Bad headache, vomiting or short breath: call your maternity team or 911 now.",
        "Pain in chest, short breath, sudden bad headache: call 911.",
    ]
    assert len(urgencies_of("short breath", before)) == len(urgencies_of("bad headache", before)) == 2


@pytest.mark.parametrize(("upper", "lower"), [(145, 92), (165, 112), (195, 125)])
def test_what_the_journal_knows_is_not_asked(upper: int, lower: int) -> None:
    (open_to_all,) = high_pressures([measured(upper, lower)], True, openly=True)
    (private,) = high_pressures([measured(upper, lower)], True)
    for after_emergency in (True, False):
        said = " ".join(pressure_advice(TEXTS, open_to_all, NOW, country_of("US"), after_emergency))
        asked = " ".join(pressure_advice(TEXTS, private, NOW, country_of("US"), after_emergency))
        assert "f you are pregnant" not in f"{said} {asked}" and "whether you" not in f"{said} {asked}"
        assert "you are pregnant" not in asked and "your maternity" not in asked  # others may see the screen
    seizures = [seizure_in_pregnancy(TEXTS, ["seizure"], country_of("US"), openly)[0] for openly in (True, False)]
    assert seizures[0].startswith("Call 911 now") and seizures[1].startswith("In pregnancy: call 911 now")
    assert not any("f you are pregnant" in each for each in seizures)


def test_what_the_journal_does_not_know_is_asked() -> None:
    (high,) = high_pressures([measured(195, 125)], pregnant=False)
    assert TABLE.pregnant.text in pressure_advice(TEXTS, high, NOW, country_of("US"))
    assert TABLE.pregnant.text.startswith("If you are pregnant:") and "whether you are pregnant" in TABLE.first.text


def test_a_text_for_what_is_known_is_as_urgent_as_the_other() -> None:
    for name, text in (*TABLE.known.items(), *TABLE.private.items()):
        assert text.urgency == getattr(TABLE, name).urgency


def test_a_private_pregnancy_is_no_open_one() -> None:
    today = dt.date(2026, 11, 22)
    known = [Condition(what=ConditionKind.PREGNANCY, private=True)]
    assert is_pregnant(known, today) and not is_openly_pregnant(known, today)
    assert is_openly_pregnant([*known, Condition(what=ConditionKind.PREGNANCY)], today)


def test_a_pregnancy_counts_until_it_ends() -> None:
    today = dt.date(2026, 11, 22)
    for until, wanted in ((None, True), (today, True), (today - dt.timedelta(days=1), False)):
        assert is_pregnant([Condition(what=ConditionKind.PREGNANCY, until=until)], today) is wanted
    assert not is_pregnant([Condition(what=ConditionKind.HEART)], today)


def test_every_sentence_stands_in_the_record_of_a_review() -> None:
    assert {*SENTENCES} <= reviewed_since("blood-pressure", dt.date(2026, 11, 29))


def test_the_first_that_reaches_so_much_is_not_called_the_second() -> None:
    newest, before = high_pressures([measured(185, 121, 0), measured(165, 112)], pregnant=True)
    assert newest.again and not before.again  # what to do counts both
    assert pressure_title(TEXTS, newest, NOW).startswith("A blood pressure of 180/120 or more")
    (alone,) = high_pressures([measured(185, 121, 0)], True, [measured(165, 112)])
    (twice,) = high_pressures([measured(185, 121, 0)], True, [measured(190, 112)])
    assert not pressure_title(TEXTS, alone, NOW).startswith("Again")
    assert pressure_title(TEXTS, twice, NOW).startswith("Again a blood pressure of 180/120")
    (line,) = pressures_in_lines(TEXTS, [newest, before], NOW, country_of("US"))
    assert line.startswith("A blood pressure of 180/120 or more")


@pytest.mark.parametrize("openly", [False, True])
def test_in_a_pregnancy_a_very_bad_headache_makes_the_call_the_first_line(openly: bool) -> None:
    measured = Measurement(at=Moment(NOW, 0, "UTC"), systolic=165, diastolic=112)
    (high,) = high_pressures([measured], True, openly=openly)
    place = country_of("US")
    calm, bad = (pressure_advice(english(), replace(high, headache=headache), NOW, place) for headache in (False, True))
    assert bad[0].startswith("Bad headache, pain below the ribs, vomiting or sudden swelling: call 911 now.")
    assert bad[1] == calm[0] and "go to hospital now" in bad[1] and sorted(bad) == sorted(calm)
