"""log: signs that belong together are answered together, in one command and shortly after each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal.core.entries import Answer, Condition, Measurement, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS, moment_now
from journal.core.symptoms import SymptomKind
from journal.texts.names import SYMPTOMS
from tests.command_line import Run
from tests.journals import FixedClock, JournalAt

EMERGENCY = "Pinpoint pupils. As another symptom is written down with it, do this. Call your local emergency number."
ALONE = "Pinpoint pupils. With drowsiness or slow breathing: call your local emergency number."


@pytest.mark.parametrize("other", ["Drowsiness", "Slow or shallow breathing", "slow breathing"])
def test_signs_of_one_command_are_answered_together(run: Run, plain_journal: JournalAt, other: str) -> None:
    plain_journal.open().close()
    said = run("--journal", plain_journal.path, "log", "rating", "Pinpoint pupils=5", f"{other}=6")[1].splitlines()
    assert any(line.startswith(EMERGENCY) for line in said)


@pytest.mark.parametrize("first", [0, 1])
def test_signs_written_down_within_hours_are_answered_together(run: Run, plain_journal: JournalAt, first: int) -> None:
    plain_journal.open().close()
    typed = ("Pinpoint pupils=5", "Drowsiness=6")
    log = ("--journal", plain_journal.path, "log", "rating")
    alone = run(*log, typed[first])[1]
    assert EMERGENCY not in alone and (ALONE in alone) is (first == 0)
    plain_journal.clock.tick(5 * HOUR_MS)
    said = run(*log, typed[1 - first])[1]
    assert EMERGENCY in said and ALONE not in said
    assert EMERGENCY not in run(*log, "Nausea=3")[1]  # said once, and not with what has nothing to do with it
    plain_journal.clock.tick(25 * HOUR_MS)
    assert EMERGENCY not in run(*log, typed[1 - first])[1]


def test_the_most_urgent_comes_first_and_what_was_private_before_is_not_named(
    run: Run, plain_journal: JournalAt
) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log", "rating")
    run(*log, "Pinpoint pupils=5", "--private")
    said = run(*log, "Drowsiness=7", "Yellow eyes or skin=2")[1].splitlines()
    assert said[1].startswith("Hidden rating, if it is you. Very drowsy or breathing slowly: call your")
    assert said[2].startswith("Hidden rating. As another symptom is written down with it, do this. Call your")
    assert said[3].startswith("Yellow eyes or skin. ") and "Pinpoint" not in "".join(said)


def test_lines_of_standard_input_are_answered_together(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    rows = [{"log": "rating", "rate": {name: 5}} for name in ("Pinpoint pupils", "Drowsiness")]
    said = run("--journal", plain_journal.path, "log", "-", given="".join(json.dumps(row) + "\n" for row in rows))[1]
    assert EMERGENCY in said


def test_signs_of_a_refused_command_are_answered_together(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    typed = ("Pinpoint pupils=5", "Drowsiness=6", "--at", "2099-01-01 10:00")
    code, _, said = run("--journal", plain_journal.path, "log", "rating", *typed)
    assert code == 1 and EMERGENCY in said


def test_a_sign_without_a_number_in_a_file_is_advised_on(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    plain_journal.open().close()
    run("--journal", plain_journal.path, "log", "rating", "Seizure=5")
    for name in ("a.json", "a.csv"):
        path, other = tmp_path / name, tmp_path / f"{name}.leaf"
        run("--journal", plain_journal.path, "export", path)
        written = path.read_text("utf-8-sig")
        number = ('"value":5', '"value":null') if name == "a.json" else (",Seizure,5,", ",Seizure,,")
        assert number[0] in written
        path.write_text(written.replace(*number), encoding="utf-8")
        code, said, _ = run("--journal", other, "import", path)
        assert code == 0 and "Seizure. If it is happening now" in said


@pytest.mark.parametrize("one_command", [True, False])
def test_signs_of_yesterday_are_answered_together(run: Run, plain_journal: JournalAt, one_command: bool) -> None:
    plain_journal.open().close()
    log, then = ("--journal", plain_journal.path, "log", "rating"), ("--at", "30 h ago")
    typed = ("Dark urine=6", "Muscle aches=7")
    said = run(*log, *typed, *then)[1] if one_command else [run(*log, each, *then) for each in typed][1][1]
    assert "Dark urine. As another symptom is written down with it, do this. Emergency department today for" in said


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("slow_breathing", "Call"), ("seizure", "Call"), ("chest_pain", "Call"), ("suicidal_thoughts", "Call"),
        ("dark_urine_muscle_pain", "Emergency department now"), ("dark_urine", ""), ("palpitations", ""),
    ],
)  # fmt: skip
def test_of_a_sign_of_yesterday_the_emergency_that_it_is_while_it_lasts_comes_first(
    run: Run, plain_journal: JournalAt, code: str, first: str
) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log", "rating", f"{SYMPTOMS[code]}=5", "--at", "30 h ago")
    _, *said = run(*log)[1].splitlines()
    begins = f"{SYMPTOMS[code]}. If it is happening now, or you are not sure, do this. {first}"
    assert said[0].startswith(begins) is bool(first)
    assert said[-1].startswith("If it is still there") and any("oday" in line for line in said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("no chest pain", "“Chest pain=0”"), ("not suicidal", "“Thoughts of suicide=0”"), ("slow breathing exercise", "")],
)
def test_words_that_deny_a_sign_are_never_stored_as_it(
    run: Run, plain_journal: JournalAt, typed: str, said: str
) -> None:
    plain_journal.open().close()
    code, _, why = run("--journal", plain_journal.path, "log", "rating", f"{typed}=5")
    assert code == 1 and f"“{typed}”" in why and said in why
    with plain_journal.open(read_only=True) as book:
        assert [each for part in book.slices("rating") for each in part] == []


def test_an_import_tells_the_person_what_to_do_as_log_does(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    plain_journal.open().close()
    said = run("--journal", plain_journal.path, "log", "rating", "Slow or shallow breathing=5")[1].splitlines()
    (yours,) = [line for line in said if "if it is you" in line]
    run("--journal", plain_journal.path, "export", tmp_path / "a.json")
    assert yours in run("--journal", tmp_path / "b.leaf", "import", tmp_path / "a.json")[1].splitlines()


FIRST = "First: Slow or shallow breathing, "
TAKEN = [("dose", "--product", "Green", "--new-product"), ("intake", "alcohol"), ("substance", "Zopiclone")]


@pytest.mark.parametrize("taken", TAKEN, ids=lambda typed: typed[0])
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED])
def test_what_is_taken_after_a_sign_begins_with_what_is_to_be_done_about_that(
    run: Run, plain_journal: JournalAt, taken: tuple[str, ...], answer: Answer | None
) -> None:
    with plain_journal.open() as book:
        sign = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
        book.save(sign, Rating(at=moment_now(book.clock), symptom=sign.id, value=5, answer=answer))
    plain_journal.clock.tick(HOUR_MS)
    said = run("--journal", plain_journal.path, "log", *taken)[1].splitlines()
    if answer is Answer.PASSED:
        assert not any(line.startswith("First: ") for line in said)
        return
    assert said[0].startswith(FIRST) and "Call your local emergency number." in said[0]
    assert "Take no more of what you write down here until a doctor has spoken to you." in said[1] + said[2]
    assert "do not stop kratom" not in " ".join(said)
    noticed = [line for line in said if " with kratom: " in line]
    if noticed:
        assert said.index("Do that first. Then, about what you wrote down:") < said.index(noticed[0])
    plain_journal.clock.tick(24 * HOUR_MS)
    assert "First: " not in run("--journal", plain_journal.path, "log", *taken)[1]


def test_a_sign_of_the_same_command_is_told_of_once(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log", "dose", "--product", "Green", "--new-product")
    assert "First: " not in run(*log, "--rate", "Chest pain=6")[1]


def test_an_open_emergency_is_said_again_whatever_is_written_down(
    run: Run, plain_journal: JournalAt, clock: FixedClock
) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    own = run(*log, "rating", "Slow or shallow breathing=5")[1]
    assert "First: " not in own  # of the sign itself it is said
    for typed in (("note", "Slept."), ("rating", "Nausea=4"), ("none", "--day", "yesterday")):
        clock.tick()
        said = run(*log, *typed)[1]
        assert said.startswith("First: Slow or shallow breathing, today") and said.count("First: ") == 1, typed
    high = run(*log, "measurement", "--systolic", "195", "--diastolic", "125")[1]
    assert high.count("First: ") == 1  # said with the pressure
    clock.tick(DAY_MS)
    assert "First: " not in run(*log, "rating", "Nausea=4")[1]


@pytest.mark.parametrize("typed", [*TAKEN, ("rating", "Nausea=4"), ("note", "Slept.")], ids=lambda typed: typed[0])
def test_a_very_high_pressure_is_said_again_whatever_is_written_down(
    run: Run, plain_journal: JournalAt, clock: FixedClock, typed: tuple[str, ...]
) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    assert "First: " not in run(*log, "measurement", "--systolic", "195", "--diastolic", "125")[1]
    clock.tick()
    said = run(*log, *typed)[1]
    assert said.startswith("First: A blood pressure of 180/120 or more, today") and said.count("First: ") == 1
    assert "First: " not in run(*log, "measurement", "--systolic", "130", "--diastolic", "80")[1]  # measured again
    with_sign = run(*log, "dose", "--product", "Other", "--new-product", "--rate", "Hard to breathe=6")[1]
    assert "First: A blood pressure" not in with_sign and "do this. Call your local emergency" in with_sign
    clock.tick(DAY_MS)
    assert "First: " not in run(*log, *typed)[1]


def test_in_a_pregnancy_a_lower_number_does_not_end_it(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(Condition(what=ConditionKind.PREGNANCY))
        book.save(Measurement(at=moment_now(book.clock), systolic=165, diastolic=112))
    log = ("--journal", plain_journal.path, "log")
    for typed in (("rating", "Nausea=4"), ("measurement", "--systolic", "120", "--diastolic", "80")):
        said = run(*log, *typed)[1]
        assert said.startswith("First: A blood pressure of 160/110 or more, today"), typed
        assert "Call your maternity team and go to hospital now." in said


ANYTHING = [
    ("rating", "Nausea=3"), ("rating", "Nausea=0"), ("rating", "Itching=3"), ("note", "Slept."), ("none",), ("urge",),
    ("question", "Why?"), ("symptom", "Sore knee"), ("measurement", "--pulse", "80"),
    ("dose", "--product", "Green", "--new-product"), ("condition", "liver"), ("product", "Red"),
]  # fmt: skip


@pytest.mark.parametrize("typed", ANYTHING, ids=" ".join)
@pytest.mark.parametrize(
    ("before", "said"),
    [
        ((165, 112), "First: A blood pressure of 160/110 or more, today 10:30. In pregnancy, from"),
        ((150, 95), "Open: A blood pressure of 140/90 or more, today 10:30. "),
        ("Palpitations=3", "Open: Palpitations, today 10:30. "),
        ("Dark urine=3", "Dark urine, today 10:30. "),
        ("Chest pain=3", "First: Chest pain, today 10:30. "),
        ("Thoughts of suicide=3", "First: Hidden rating, today 10:30. "),
    ],
)
def test_what_is_open_is_said_whatever_is_saved(
    run: Run,
    plain_journal: JournalAt,
    clock: FixedClock,
    typed: tuple[str, ...],
    before: str | tuple[int, int],
    said: str,
) -> None:
    with plain_journal.open() as book:
        book.save(Condition(what=ConditionKind.PREGNANCY, private=True))
        if isinstance(before, tuple):
            book.save(Measurement(at=moment_now(book.clock), systolic=before[0], diastolic=before[1]))
    log = ("--journal", plain_journal.path, "log")
    if isinstance(before, str):
        run(*log, "rating", before)
    clock.tick()
    printed = run(*log, *typed)[1]
    assert printed.partition("Saved 1 entry.")[0].count(said) == 1, printed


@pytest.mark.parametrize("measured", ["--systolic", "--pulse"])
@pytest.mark.parametrize(("headache", "pregnant"), [(False, False), (True, False), (False, True)])
def test_only_a_lower_number_answers_a_pressure_and_only_where_it_is_waited_for(
    run: Run, plain_journal: JournalAt, measured: str, headache: bool, pregnant: bool
) -> None:
    """A pulse took a very high pressure away, and a lower number did so beside a very bad headache."""
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    if pregnant:
        run(*log, "condition", "pregnancy")
    run(*log, "measurement", "--systolic", "195", "--diastolic", "125")
    if headache:
        run(*log, "rating", "Headache=9")
    run(*log, "rating", "Thoughts of suicide=3")
    said = run(*log, "measurement", measured, "80")[1]
    is_open = headache or pregnant or measured == "--pulse"
    assert ("A blood pressure of" in said) is is_open and said.startswith("First: ")


def test_a_refusal_says_first_that_nothing_was_saved_and_what_can_be_typed(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    code, _, said = run(*log, "rating", "Dark urine=1", "--at", "2 days ago")
    assert code == 1 and said.startswith("Nothing was saved.\n") and "such as “2 days ago 12:00”" in said
    assert run(*log, "rating", "Dark urine=1", "--at", "2 days ago 12:00")[0] == 0


def test_a_pressure_in_a_pregnancy_is_said_first_and_the_sign_keeps_its_own_words(
    run: Run, plain_journal: JournalAt
) -> None:
    with plain_journal.open() as book:
        book.save(Condition(what=ConditionKind.PREGNANCY))
        book.save(Measurement(at=moment_now(book.clock), systolic=165, diastolic=112))
    log = ("--journal", plain_journal.path, "log", "rating")
    said = run(*log, "Yellow eyes or skin=6")[1]
    assert said.startswith(
        "First: A blood pressure of 160/110 or more, today 10:30. Call your maternity team and go to"
    )
    assert (
        "Yellow eyes or skin. If it is happening now, or you are not sure, do this. Doctor today. Ill, confused" in said
    )
    assert said.count("go to hospital now") == 1
    belly = run(*log, "Severe belly pain=8")[1]
    assert "Severe belly pain. Call your local" in belly and "octor today" not in belly and "Sudden or" not in belly


@pytest.mark.parametrize(("ago", "old"), [("-50 h", True), ("-60 min", False)])
def test_a_sign_of_another_day_may_still_be_there(run: Run, plain_journal: JournalAt, ago: str, old: bool) -> None:
    plain_journal.open().close()
    code, said, told = run("--journal", plain_journal.path, "log", "rating", "Hard to breathe=6", "--at", ago)
    assert code == 0, told
    assert ("If it is still there, log it again without a time" in said) is old
    assert "if it comes back" in said


def test_a_pregnancy_written_down_after_a_pressure_speaks_of_it(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    assert "A blood pressure of" not in run(*log, "measurement", "--systolic", "150", "--diastolic", "95")[1]
    said = run(*log, "condition", "pregnancy")[1]
    assert "A blood pressure of 140/90 or more" in said and "maternity team" in said
    assert run(*log, "condition", "liver")[1].startswith("Open: A blood pressure of 140/90 or more, today")


@pytest.mark.parametrize("pregnancy_first", [True, False])
def test_a_pressure_saved_with_a_pregnancy_is_one(
    run: Run, plain_journal: JournalAt, clock: FixedClock, pregnancy_first: bool
) -> None:
    """It was found among what was saved and once more among what was measured lately: "again", and "one more"."""
    clock.tick(500)
    plain_journal.open().close()
    rows = [{"log": "condition", "what": "pregnancy"}, {"log": "measurement", "systolic": 165, "diastolic": 112}]
    rows = rows if pregnancy_first else rows[::-1]
    said = run("--journal", plain_journal.path, "log", "-", given="".join(json.dumps(row) + "\n" for row in rows))[1]
    assert "A blood pressure of 160/110 or more" in said
    assert said.count("160/110 or more") == 1 and "Again" not in said


@pytest.mark.parametrize(("value", "bad"), [("9", True), ("5", False)])
@pytest.mark.parametrize("ache_first", [True, False])
def test_nothing_is_waited_for_with_a_very_bad_headache(
    run: Run, plain_journal: JournalAt, value: str, bad: bool, ache_first: bool
) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log")
    steps = [("rating", f"Headache={value}"), ("measurement", "--systolic", "190", "--diastolic", "100")]
    said = [run(*log, *step)[1] for step in (steps if ache_first else steps[::-1])]
    if bad:
        assert "sudden bad headache" in said[1] and "Otherwise wait" not in said[1]
    else:
        assert "Otherwise wait" in said[1] and said[1].startswith("First: ") is not ache_first


def test_many_lines_are_as_urgent_as_the_pressure_beside_them(run: Run, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(Measurement(at=moment_now(book.clock), systolic=190, diastolic=100))
    rows = [{"log": "rating", "rate": {name: 5}} for name in ("Severe belly pain", "Nausea")]
    said = run("--journal", plain_journal.path, "log", "-", given="".join(json.dumps(row) + "\n" for row in rows))[1]
    (line,) = [line for line in said.splitlines() if "Severe belly pain. " in line]
    assert "Severe belly pain. Call your local emergency number now, also if it has passed" in line


def test_a_seizure_after_slow_breathing_says_to_take_nothing_sleepy(run: Run, plain_journal: JournalAt) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log", "rating")
    run(*log, "Slow or shallow breathing=6")
    plain_journal.clock.tick(HOUR_MS)
    said = run(*log, "Seizure=5")[1]
    assert "Take nothing else that makes you sleepy now" in said and "Ask a doctor before you change them." not in said
    plain_journal.clock.tick(DAY_MS)
    later = run(*log, "Seizure=5")[1]
    assert "Take nothing else" not in later and "Ask a doctor before you change them." in later


def test_muscles_that_ache_days_after_dark_urine_make_it_an_emergency(
    run: Run, plain_journal: JournalAt, clock: FixedClock
) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log", "rating")
    run(*log, "Dark urine=5")
    clock.tick(2 * DAY_MS)
    assert "Emergency department" not in run(*log, "Muscle aches=0")[1]
    assert (
        "Dark urine. As another symptom is written down with it, do this. Emergency department"
        in run(*log, "Muscle aches=8")[1]
    )
    clock.tick()
    assert run(*log, "Nausea=3")[1].startswith("First: Dark urine, ")


@pytest.mark.parametrize(("value", "called"), [("7", True), ("3", False)])
def test_severe_dizziness_with_palpitations_is_one_to_call_about(
    run: Run, plain_journal: JournalAt, clock: FixedClock, value: str, called: bool
) -> None:
    plain_journal.open().close()
    log = ("--journal", plain_journal.path, "log", "rating")
    run(*log, "Palpitations=5")
    clock.tick()
    said = run(*log, f"Dizziness or light-headedness={value}")[1]
    assert ("Palpitations. As another symptom" in said and "Call your local emergency number." in said) is called
