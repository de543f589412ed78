"""Which interactions are reported after a save in a real journal, and that this is remembered."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from journal.core.changes import BY_ITSELF
from journal.core.entries import Condition, Dose, Entry, Intake, Statement, Substance
from journal.core.health import ConditionKind, Stated, Subject
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.substances import Source, Taken
from journal.guidance.interaction_words import NOTHING_MORE
from journal.guidance.interactions import Level, classes
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notice_timing import Spoken
from journal.guidance.notices_after_saving import Speech, speech_after
from journal.guidance.own_list import check_journal
from journal.guidance.signs_in_words import country_of
from journal.guidance.spoken_before import read_spoken, remembered
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import FixedClock, now

PRESCRIBED = Substance(name="Sertraline", source=Source.PRESCRIBED)


def after(book: Logbook, *entries: Entry) -> Speech | None:
    """What saving these says; it is remembered as the window does it."""
    speech = speech_after(book, book.written_by(book.save(*entries)))
    if speech is not None:
        book.save(*speech.remember, origin=BY_ITSELF)
    return speech


def said(speech: Speech | None) -> Sequence[tuple[str, str]]:
    return [] if speech is None else [(name.given, finding.of.id) for name, finding in speech.findings]


def levels(speech: Speech | None) -> set[Level]:
    return set() if speech is None else {finding.level for _, finding in speech.findings}


def later(book: Logbook, ms: int) -> None:
    assert isinstance(book.clock, FixedClock)
    book.clock.tick(ms)


def beer(book: Logbook) -> Intake:
    return Intake(at=now(book), what=Taken.ALCOHOL, name="beer")


def test_a_medicine_speaks_when_it_is_added_and_not_when_it_is_changed_or_taken(plain_book: Logbook) -> None:
    assert ("Sertraline", "ssris") in said(after(plain_book, PRESCRIBED))
    assert after(plain_book, Substance(id=PRESCRIBED.id, name="Sertraline", source=Source.PRESCRIBED, note="x")) is None
    assert after(plain_book, Intake(at=now(plain_book), what=Taken.OWN, substance=PRESCRIBED.id)) is None
    assert after(plain_book, Dose(at=now(plain_book))) is None


def test_quiet_levels_and_unknown_names_say_nothing(plain_book: Logbook) -> None:
    for name in ("Ibuprofen", "magnesium", "Qwertyol"):
        assert after(plain_book, Substance(name=name, source=Source.OVER_THE_COUNTER)) is None


def test_a_drink_speaks_once_a_day(plain_book: Logbook) -> None:
    assert said(after(plain_book, beer(plain_book))) == [("beer", "alcohol")]
    later(plain_book, 23 * HOUR_MS)
    assert after(plain_book, beer(plain_book)) is None
    later(plain_book, HOUR_MS)
    assert said(after(plain_book, beer(plain_book))) == [("beer", "alcohol")]


def test_a_dose_speaks_of_what_was_taken_in_the_last_48_hours(plain_book: Logbook) -> None:
    plain_book.save(beer(plain_book))  # by the command line, which reports nothing
    later(plain_book, 47 * HOUR_MS)
    assert said(after(plain_book, Dose(at=now(plain_book)))) == [("beer", "alcohol")]
    assert after(plain_book, Dose(at=now(plain_book))) is None
    later(plain_book, 2 * HOUR_MS)
    assert after(plain_book, Dose(at=now(plain_book))) is None


def test_a_dose_is_silent_about_the_list_and_one_of_last_week_about_everything(plain_book: Logbook) -> None:
    plain_book.save(PRESCRIBED, beer(plain_book))
    earlier = now(plain_book)
    later(plain_book, 3 * DAY_MS)
    plain_book.save(beer(plain_book))
    assert after(plain_book, Dose(at=earlier)) is None
    assert said(after(plain_book, Dose(at=now(plain_book)))) == [("beer", "alcohol")]


def test_a_condition_speaks_where_it_makes_something_more_urgent(plain_book: Logbook) -> None:
    plain_book.save(Statement(day=plain_book.today(), subject=Subject.NO_CONDITIONS, answer=Stated.YES))
    lamictal = Substance(name="Lamictal", source=Source.PRESCRIBED)
    assert levels(after(plain_book, lamictal)) == {Level.ASK_WITHIN_DAYS}
    assert levels(after(plain_book, Condition(what=ConditionKind.KIDNEY))) == set()
    assert levels(after(plain_book, Condition(what=ConditionKind.SEIZURES))) == {Level.CALL_TODAY}


def conditions(speech: Speech | None) -> list[str]:
    return [] if speech is None else [code.value for code, _ in speech.conditions]


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("what", "code"),
    [
        (ConditionKind.LIVER, "liver"), (ConditionKind.HEART, "heart"), (ConditionKind.SEIZURES, "seizures"),
        (ConditionKind.PREGNANCY, "pregnancy"), (ConditionKind.BREASTFEEDING, "breastfeeding"),
        (ConditionKind.SLEEP_APNOEA, "sleep-apnoea"), (ConditionKind.BREATHING, "lung-disease"),
        (ConditionKind.KIDNEY, "kidney"), (ConditionKind.MENTAL_HEALTH, "mental-illness"),
    ],
)  # fmt: skip
def test_a_condition_speaks_once_when_it_is_written_down(plain_book: Logbook, what: ConditionKind, code: str) -> None:
    first = Condition(what=what, name="fatty liver", private=False)
    speech = after(plain_book, first)
    assert conditions(speech) == [code] and speech is not None and speech.to_ask == 1 and not speech.private
    assert after(plain_book, replace(first, note="as of May")) is None
    assert after(plain_book, Condition(what=what, private=False)) is None
    assert check_journal(plain_book).to_ask == 1


@pytest.mark.parametrize("what", [ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING, ConditionKind.LIVER])
def test_a_condition_that_was_taken_back_and_is_made_again_speaks_again(
    plain_book: Logbook, what: ConditionKind
) -> None:
    first = conditions(after(plain_book, Condition(what=what, private=False)))
    plain_book.undo()
    later(plain_book, 1000)
    again = Condition(what=what, private=False)
    assert conditions(after(plain_book, again)) == first != []
    later(plain_book, 1000)
    assert after(plain_book, replace(again, note="changed")) is None


@pytest.mark.parametrize("what", [ConditionKind.PAIN, ConditionKind.ALLERGY, ConditionKind.OTHER])
def test_a_condition_that_the_list_says_nothing_of_is_silent(plain_book: Logbook, what: ConditionKind) -> None:
    assert after(plain_book, Condition(what=what)) is None


@pytest.mark.parametrize("other", [ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING])
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("liver_first", [False, True])
def test_to_ask_before_more_and_not_to_stop_suddenly_stand_one_after_the_other(
    plain_book: Logbook, other: ConditionKind, private: bool, liver_first: bool
) -> None:
    """Read alone, "before you take any more" makes somebody who is pregnant stop at once."""
    plain_book.save(Dose(at=now(plain_book)))
    liver, pregnant = Condition(what=ConditionKind.LIVER, private=False), Condition(what=other, private=private)
    after(plain_book, *((liver,) if liver_first else (pregnant,)))
    speech = after(plain_book, *((pregnant,) if liver_first else (liver,)))
    assert speech is not None
    lines = [words for _, words in notice_lines(english(), speech, country_of("US"), lambda texts, ids: "")]
    assert "Ask a doctor before you take any more." in lines
    assert sum("Do not stop suddenly on your own." in line for line in lines) == 1
    assert any("today." in line for line in lines) and ("egnan" in " ".join(lines)) is (
        not private and other is ConditionKind.PREGNANCY
    )
    assert after(plain_book, replace(liver, note="as of May")) is None


def test_not_to_stop_suddenly_is_said_once_for_both(plain_book: Logbook) -> None:
    plain_book.save(Dose(at=now(plain_book)))
    speech = after(
        plain_book,
        *(Condition(what=what, private=False) for what in (ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING)),
    )
    assert speech is not None
    lines = [words for _, words in notice_lines(english(), speech, country_of("US"), lambda texts, ids: "")]
    assert sum("Do not stop suddenly" in line for line in lines) == 1 and len(speech.conditions) == 2


def test_what_was_saved_before_is_not_said_with_another_condition(plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.LIVER))  # by the command line, which reports nothing
    assert conditions(after(plain_book, Condition(what=ConditionKind.KIDNEY))) == ["kidney"]


def test_another_pregnancy_speaks_again_and_one_that_is_over_does_not(plain_book: Logbook) -> None:
    over = plain_book.today() - dt.timedelta(days=1)
    assert after(plain_book, Condition(what=ConditionKind.PREGNANCY, until=over)) is None
    assert conditions(after(plain_book, Condition(what=ConditionKind.PREGNANCY))) == ["pregnancy"]
    later(plain_book, 300 * DAY_MS)
    assert conditions(after(plain_book, Condition(what=ConditionKind.PREGNANCY))) == ["pregnancy"]
    assert after(plain_book, Condition(what=ConditionKind.PREGNANCY)) is None


def test_a_private_condition_is_counted_and_not_named(plain_book: Logbook) -> None:
    speech = after(plain_book, Condition(what=ConditionKind.PREGNANCY, private=True))
    assert speech is not None and speech.private and speech.to_ask == 1


def test_what_was_undone_and_done_again_does_not_speak_twice(plain_book: Logbook) -> None:
    assert after(plain_book, PRESCRIBED) is not None
    plain_book.undo()
    assert plain_book.listed(Substance) == []  # remembering it is no step that Undo takes back
    assert {each.class_id for each in read_spoken(plain_book)} >= {"ssris"}
    assert after(plain_book, Substance(name="Sertraline", source=Source.PRESCRIBED)) is None


def test_what_is_private_is_known_to_be(plain_book: Logbook) -> None:
    speech = after(plain_book, Substance(name="Xanax", private=True))
    assert speech is not None and speech.private
    plain_book.save(Intake(at=now(plain_book), what=Taken.ALCOHOL, private=True))
    speech = after(plain_book, Dose(at=now(plain_book)))
    assert speech is not None and speech.private


def test_the_highest_level_stays_remembered() -> None:
    before = [Spoken("ssris", Level.CALL_TODAY, 5)]
    (kept,) = remembered([Spoken("ssris", Level.ASK_FIRST, 9)], before)
    assert (kept.id, kept.value) == ("spoken.ssris", "call-today 9")


def test_every_class_can_be_remembered(plain_book: Logbook) -> None:
    every = [Spoken(each, Level.ASK_FIRST, 1) for each in classes()]
    plain_book.save(*remembered(every, ()), origin=BY_ITSELF)
    assert sorted(each.class_id for each in read_spoken(plain_book)) == sorted(classes())


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("taken", [False, True])
def test_what_is_in_the_body_already_is_said_to_need_help_if_it_goes_badly(
    plain_book: Logbook, private: bool, taken: bool
) -> None:
    """Nobody drinks a beer back: "do not mix" alone leaves who has mixed without a word."""
    listed = Substance(name="Zopiclone", source=Source.PRESCRIBED, private=private)
    beer = Intake(at=now(plain_book), what=Taken.ALCOHOL, name="beer", private=private)
    saved = beer if taken else listed
    plain_book.save(saved)
    speech = speech_after(plain_book, [saved])
    assert speech is not None
    place = country_of("US")
    lines = [words for _, words in notice_lines(english(), speech, place, lambda texts, ids: " ".join(ids))]
    if_taken = "Taken already: if you are very drowsy or confused, get medical help now and do not stay alone."
    assert (if_taken in lines) is taken and (not taken or lines.index(if_taken) == 2)
    assert any(line.startswith("Call 911 for slow breathing, cannot be woken") for line in lines)


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("Xanax", None, f"If not prescribed: {NOTHING_MORE}"),
        ("Zopiclone", Source.OTHER, str(NOTHING_MORE)),
        ("Cocaine", Source.OTHER, str(NOTHING_MORE)),
        ("Sertraline", Source.OTHER, ""),  # to be asked about first
    ],
)
def test_what_was_taken_is_not_added_to_where_it_is_not_to_be_mixed(
    plain_book: Logbook, name: str, source: Source | None, said: str, private: bool
) -> None:
    listed = Substance(name=name, source=source, private=private)
    plain_book.save(listed)
    speech_after(plain_book, [listed])
    taken = Intake(at=now(plain_book), what=Taken.OWN, substance=listed.id, private=private)
    plain_book.save(taken)
    speech = speech_after(plain_book, [taken])
    assert speech is not None
    lines = [words for _, words in notice_lines(english(), speech, country_of("GB"), lambda texts, ids: "")]
    assert [line for line in lines if str(NOTHING_MORE) in line] == ([said] if said else [])
    assert not any(re.search(r"\d+ (?:hours?|minutes?)|wait", line) for line in lines)


def test_what_is_only_on_the_list_is_not_said_to_be_taken(plain_book: Logbook) -> None:
    speech = after(plain_book, Substance(name="Zopiclone"))
    assert speech is not None
    words = " ".join(text for _, text in notice_lines(english(), speech, country_of("GB"), lambda texts, ids: ""))
    assert "Do not take it together with kratom." in words and "no more kratom now" not in words


@pytest.mark.parametrize("name", ["hydroxyzine", "baclofen", "carisoprodol"])
def test_what_is_not_to_be_mixed_is_called_about_today_beside_what_may_stop_breathing(
    plain_book: Logbook, name: str
) -> None:
    after(plain_book, Substance(name="Zopiclone", source=Source.PRESCRIBED))
    speech = after(plain_book, Substance(name=name, source=Source.PRESCRIBED))
    assert speech is not None
    words = [text for _, text in notice_lines(english(), speech, country_of("US"), lambda texts, ids: "")]
    assert words[0] == f"{name} with kratom: call today" and any("until it stops" in line for line in words)
    assert "The level is higher because of what is written down: something else that makes you sleepy." in words


@pytest.mark.parametrize("name", ["amitriptyline", "mirtazapine", "clonidine"])
def test_within_days_is_no_headline_of_what_may_stop_breathing_together(plain_book: Logbook, name: str) -> None:
    after(plain_book, Substance(name="Zopiclone", source=Source.PRESCRIBED))
    speech = after(plain_book, Substance(name=name, source=Source.PRESCRIBED))
    assert speech is not None
    lines = list(notice_lines(english(), speech, country_of("US"), lambda texts, ids: ""))
    words = [text for _, text in lines]
    assert words[0] == f"{name} with kratom and another thing that makes sleepy"
    assert any("until it stops" in line for line in words)
    # The other one of the sum is more urgent, and is called about today: who does asks about this one, too.
    first = next(line for line in words if "today." in line)
    assert first.startswith("Zopiclone with kratom: call today. Call your prescriber")
    assert not any("within days" in text.lower() for text in words)


def test_alone_its_level_is_the_headline(plain_book: Logbook) -> None:
    speech = after(plain_book, Substance(name="hydroxyzine", source=Source.PRESCRIBED))
    assert speech is not None
    words = [text for _, text in notice_lines(english(), speech, country_of("US"), lambda texts, ids: "")]
    assert words[0] == "hydroxyzine with kratom: ask within days"


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("source", [None, *Source])
@pytest.mark.parametrize("name", [of.members[0] for of in classes().values() if of.members])
def test_every_class_can_be_saved_beside_a_drink(plain_book: Logbook, name: str, source: Source | None) -> None:
    """Of some, a level holds under conditions alone: a command stopped there, and the window said nothing."""
    plain_book.save(Dose(at=now(plain_book)), beer(plain_book))
    after(plain_book, Substance(name=name, source=source))
