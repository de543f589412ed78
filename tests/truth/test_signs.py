"""Every warning sign, when it was, what was answered: each surface says what the table says, and nothing softer."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal import cli, guidance
from journal.assets import asset
from journal.core.entries import Answer, Symptom, new_id
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.symptoms import BUILT_INS, BY_CODE, SymptomKind
from journal.core.warning_words import means_sign
from journal.guidance import Country
from journal.guidance.phrases import amounts_in, forbidden_phrases
from journal.guidance.signs_in_words import advice_lines, country_of, crisis_in, list_after_import, number_in, sentences
from journal.guidance.warning_signs import advice, is_sign, noted_in, sign_of, signs
from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.happening import HappeningNow
from tests.journals import START_MS, FixedClock, JournalAt, clock, plain_journal, templates
from tests.signs import noted
from tests.truth.never_said import NEVER_SAID, never_said_in
from tests.ui.fits import shown, words

__all__ = ["clock", "plain_journal", "templates"]

TABLE: dict[str, Any] = tomllib.loads(asset("guidance", "en", "warning-signs.toml").read_text("utf-8"))
ROWS: dict[str, Any] = {code: row for key, row in TABLE["sign"].items() for code in (key, *row.get("also", ()))}
NAMES = tuple(f"{row['name']}. " for row in ROWS.values())
RATED = [code for code, row in ROWS.items() if row.get("rated", True)]
AGES = {
    "now": 0, "2 hours ago": 2 * HOUR_MS, "yesterday": 26 * HOUR_MS, "3 days ago": 3 * DAY_MS,
    "5 days ago": 5 * DAY_MS, "10 days ago": 10 * DAY_MS, "in the future": -HOUR_MS, "no time": None,
}  # fmt: skip
ANSWERS = (None, *Answer)
US, NOWHERE = country_of("US"), country_of(None)

# The least that must be said of each sign, now and once it has passed; written here a second time on purpose, so that
# nothing in the table can become weaker unnoticed.
FLOOR = {
    "slow_breathing": ("Call {number}.", "Get medical help today"),
    "cannot_be_woken": ("Call {number}.", "Get medical help today"),
    "hard_to_breathe": ("Call {number}.", "Doctor today. Call {number} if it comes back."),
    "pinpoint_pupils": ("With drowsiness or slow breathing: call {number}.", ""),
    "seizure": ("Call {number}.", "A first one, or a new kind: emergency department now."),
    "chest_pain": ("Call {number}.", "Within the last 12 hours: call {number}."),
    "palpitations": ("With chest pain, faintness or short breath: call {number}.", "With faintness or chest pain:"),
    "fainting": ("Call {number}.", "Doctor today."),
    "confusion": ("Call {number}.", "See a doctor today"),
    "rigid_muscles_fever": ("Call {number}.", "Speak to a doctor today"),
    "swelling": ("Call {number}.", "Emergency department today"),
    "yellow_skin": ("Doctor today.", "Doctor today"),
    "dark_urine": ("Doctor today", "Doctor today"),
    "pale_stool": ("Doctor today.", "Doctor today"),
    "intense_itching": ("Doctor today with yellow eyes", "Yellow eyes, dark urine or pale stool: doctor today."),
    "belly_pain": ("Sudden or very bad, or with blood, fainting, pregnancy or no urine: call {number}.", "Doctor"),
    "repeated_vomiting": ("Nothing stays down: doctor today.", "Small sips. Doctor today"),
    "blood_in_vomit": ("Call {number}.", "Emergency department today"),
    "blood": ("Call {number}.", "Emergency department today"),
    "blood_in_stool": ("A lot, clots or non-stop: call {number}.", "Doctor today if dark"),
    "black_stool": ("Faint, pale, in pain or vomiting: call {number}.", "Doctor today"),
    "dark_urine_muscle_pain": ("Emergency department now", "Emergency department today"),
    "little_urine": ("None at all, with pain or a full bladder: call {number}.", "Tell a doctor this week; today with"),
    "suicidal_thoughts": ("Call {crisis} or someone you trust, now.", "Tell someone today: {crisis}"),
    "child": ("Sleepy, sick, fitting or breathing badly: call {number}.", "Poison centre today"),
    "pregnant": ("Do not stop suddenly on your own.", "Stopped suddenly: call them today."),
}  # fmt: skip
NOT_KNOWN = {"suicidal_thoughts", "slow_breathing", "cannot_be_woken", "blood_in_vomit", "blood", "swelling"}
NO_MORE = {
    "swelling", "seizure", "yellow_skin", "dark_urine", "pale_stool", "slow_breathing", "cannot_be_woken",
    "rigid_muscles_fever", "dark_urine_muscle_pain",
}  # fmt: skip


def expected(code: str, answer: Answer | None, age: int | None) -> str:
    """What the table says, by the rules, worked out a second time."""
    row = ROWS[code]
    now = row["now"]["text"]
    urgent = answer in (Answer.YES, Answer.NOT_SURE)
    if code == "pinpoint_pupils":
        if answer is Answer.KNOWN:
            return f"{TABLE['shared']['known']} {now}"
        return str(row["asked_yes"]["text"]) if urgent else str(now)
    if answer is Answer.KNOWN and code not in NOT_KNOWN:
        return f"{TABLE['shared']['known']} {now}"
    if urgent or age is None or age < 0:
        return str(now)
    passed = row["passed"]["text"]
    if "passed_within" in row:
        passed = next(each["text"] for each in row["passed_within"] if age <= each.get("hours", 10**6) * HOUR_MS)
    if answer is Answer.PASSED or age >= DAY_MS:
        return f"If nobody has looked at this yet, do this. {passed}" if age > 7 * DAY_MS else str(passed)
    return f"If it is happening now, or you are not sure, do this. {now} If it has passed, do this. {passed}"


def every_case() -> Iterator[tuple[str, Answer | None, int | None]]:
    """Sign, answer, time since then."""
    yield from product(RATED, ANSWERS, AGES.values())


def in_words(text: str, country: Country = US) -> str:
    return text.format(number=number_in(english(), country), crisis=crisis_in(english(), country))


# --- the table -------------------------------------------------------------------------------------------------------


def test_every_sign_that_can_be_rated_is_in_the_table_and_asks() -> None:
    known = {each.code for each in BUILT_INS if each.kind is SymptomKind.WARNING} | {"palpitations"}
    assert set(RATED) == known
    assert {code for code in BY_CODE if is_sign(code)} == known
    assert not is_sign("child") and not is_sign("pregnant") and not is_sign(None) and not is_sign("nausea")


def test_whatever_asks_is_taken_for_a_sign_before_the_table_is_read() -> None:
    asking = [built_in for code, built_in in BY_CODE.items() if is_sign(code)]
    assert all(means_sign(Symptom(kind=each.kind, code=each.code)) for each in asking)


@pytest.mark.parametrize("code", ROWS)
def test_no_text_is_weaker_than_it_must_be(code: str) -> None:
    now, passed = FLOOR[code]
    assert ROWS[code]["now"]["text"].startswith(now)
    assert ROWS[code].get("passed", {"text": ""})["text"].startswith(passed)
    assert bool(ROWS[code].get("known", True)) is (code not in NOT_KNOWN)
    assert ROWS[code].get("no_more", False) is (code in NO_MORE)


@pytest.mark.parametrize("code", ROWS)
def test_every_cell_is_short_sourced_and_names_no_substance(code: str) -> None:
    sign, known = sign_of(code), guidance.sources()
    assert set(sign.sources) <= set(known)
    cells = [
        each for each in (sign.now, sign.passed, sign.asked_yes, *(said for _, said in sign.passed_within)) if each
    ]
    for text in (*(each.text for each in cells), sign.why, sign.you):
        assert len(text.split()) <= 20, text
        assert not amounts_in(text)
    for each in cells:
        assert forbidden_phrases(each.text, "emergency") == []
        for word in ("kratom", "opioid", "7-oh", "mitragyn", "alcohol"):
            assert word not in f"{each.text} {sign.you}".casefold()


# Whose words, once it has passed, lead somewhere else by the table.
GOES_ELSEWHERE = {"little_urine": "a doctor", "repeated_vomiting": "a doctor if it returns", "child": "poison centre"}


def silent_if_it_comes_back() -> list[str]:
    """The rows that call the number while it is there, and do not once it has passed."""
    calls = {code: row for code, row in ROWS.items() if "{number}" in row["now"]["text"] and "passed" in row}
    said = {code: [row["passed"], *row.get("passed_within", ())] for code, row in calls.items()}
    return [code for code, every in said.items() if not all("{number}" in each["text"] for each in every)]


def test_what_calls_the_number_while_it_is_there_calls_it_if_it_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(silent_if_it_comes_back()) == GOES_ELSEWHERE.keys()
    monkeypatch.setitem(ROWS["hard_to_breathe"], "passed", {"urgency": "today", "text": "Doctor today."})
    assert "hard_to_breathe" in silent_if_it_comes_back()


# --- every answer ----------------------------------------------------------------------------------------------------


def test_every_answer_equals_the_table() -> None:
    for country in (US, NOWHERE):
        for code, answer, age in every_case():
            said = " ".join(sentences(english(), advice(code, answer, age), country))
            assert said == in_words(expected(code, answer, age), country), (code, answer, age)


def test_the_list_after_an_import_and_the_command_line_say_the_same() -> None:
    for code, answer, age in every_case():
        if age is not None:
            want, name = in_words(expected(code, answer, age)), SYMPTOMS[code]
            one = [noted(code, age, answer)]
            *yours, said = [line for line in advice_lines(english(), one, START_MS, US) if line.startswith(name)]
            assert said == f"{name}. {want}"
            assert yours == [] or yours[0].startswith(f"{name}, if it is you.")
            assert list_after_import(english(), one, START_MS, US)[0].partition(": ")[2] == f"{name}. {want}"


def test_nothing_denies_softens_or_forgets_a_sign() -> None:
    for code, answer, age in every_case():
        one = [noted(code, age or 0, answer)]
        for lines in (advice_lines(english(), one, START_MS, US), list_after_import(english(), one, START_MS, US)):
            assert any(SYMPTOMS[code] in each for each in lines)
            assert [found for each in lines for found in never_said_in(each)] == []


def halting(text: str) -> list[str]:
    """The sentences of a text that do not read as one: two beginnings in a row, or the rest of another sentence."""
    parts = [part.strip() for part in re.split(r"(?<=[.!?])\s+", text)]
    faults = [part for part in parts if part.count(":") > 1 or re.search(r":$|: (Otherwise|Within|Up to)\b", part)]
    return [*faults, *(part for part in parts[:1] if part.startswith("Otherwise")), *parts[-1:] * (text[-1:] != ".")]


def test_every_text_that_is_put_together_is_made_of_whole_sentences() -> None:
    for code, answer, age in every_case():
        one = [noted(code, age or 0, answer)]
        for country in (US, NOWHERE, country_of("BE")):
            said = [*sentences(english(), advice(code, answer, age), country)]
            said += advice_lines(english(), one, START_MS, country)
            said += [line.partition(": ")[2] or line for line in list_after_import(english(), one, START_MS, country)]
            assert [fault for text in said for fault in halting(text)] == [], (code, answer, age)
    of_signs = [each.text for each in guidance.page("emergency-signs").statements() if each.text.startswith(NAMES)]
    assert len(of_signs) > 2 * len(TABLE["sign"]) and [fault for text in of_signs for fault in halting(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "If it has passed: Within the last 12 hours: call 911.", "If nobody has looked at this yet: Otherwise wait.",
        "Do as for a first time:", "Otherwise wait a few minutes.", "Saved. Chest pain: With faintness: call 911.",
    ],
)  # fmt: skip
def test_a_text_that_halts_is_found(text: str) -> None:
    assert halting(text)


def test_what_is_rated_0_or_deleted_is_not_noted_and_what_has_no_number_is() -> None:
    there, zero = noted("seizure"), noted("seizure", value=0)
    gone, unsaid = replace(there.rating, deleted_ms=1), replace(there.rating, id=new_id(), value=None)
    codes: dict[str, str | None] = {there.rating.symptom: "seizure"}
    found = [each.rating for each in noted_in([there.rating, zero.rating, gone, unsaid], codes)]
    assert found == [there.rating, unsaid]


def test_thoughts_of_suicide_name_the_crisis_line_whatever_was_answered() -> None:
    for answer, age in product(ANSWERS, AGES.values()):
        assert "988" in " ".join(sentences(english(), advice("suicidal_thoughts", answer, age), US))
        said = " ".join(sentences(english(), advice("suicidal_thoughts", answer, age), NOWHERE))
        assert "a crisis line near you" in said.casefold()


def test_no_sentence_about_stopping_stands_where_more_would_harm() -> None:
    for code, answer, age in every_case():
        said = " ".join(advice_lines(english(), [noted(code, age or 0, answer)], START_MS, US))
        assert not re.search("do not stop suddenly", said, re.IGNORECASE)
        assert ("Take no more of what you write down here until a doctor" in said) is (code in NO_MORE)
        if re.search("take no more|stopping", said, re.IGNORECASE):
            assert "alcohol, benzodiazepines, sleeping pills such as zopiclone" in said and "GHB or baclofen" in said


def test_to_take_no_more_names_nothing_that_the_journal_may_not_hold() -> None:
    """Nobody has to have written down a product to know what is meant; nor does a passer-by learn it."""
    every = [str(text) for text in _texts_in(TABLE)]
    assert [text for text in every if "the product" in text] == []
    assert "Take no more of what you write down here until" in TABLE["shared"]["no_more_unnamed"]


def _texts_in(table: object) -> Iterator[object]:
    if isinstance(table, dict):
        for key, each in table.items():
            yield from () if key == "why" else _texts_in(each)
    elif isinstance(table, list):
        for each in table:
            yield from _texts_in(each)
    else:
        yield table


@pytest.mark.parametrize("code", [code for code in RATED if ROWS[code].get("you")])
def test_what_speaks_to_a_helper_has_words_for_the_person_too(code: str) -> None:
    for answer, there in ((None, True), (Answer.YES, True), (Answer.PASSED, False), (Answer.KNOWN, True)):
        said = advice_lines(english(), [noted(code, 0, answer)], START_MS, US)
        yours = f"{SYMPTOMS[code]}, if it is you. {in_words(ROWS[code]['you'])}"
        if ROWS[code].get("asks"):
            there = answer is Answer.YES
        assert (yours in said) is there, answer


def test_who_breathes_slowly_takes_nothing_else_that_makes_sleepy() -> None:
    for code in ("slow_breathing", "cannot_be_woken"):
        for answer in (None, Answer.YES, Answer.NOT_SURE, Answer.PASSED):
            lines = advice_lines(english(), [noted(code, 0, answer)], START_MS, US)
            assert f"{TABLE['shared']['sleepy']} {TABLE['shared']['sleepy_others']}" in lines
    said = advice_lines(english(), [noted("pinpoint_pupils")], START_MS, US)
    assert not any(TABLE["shared"]["sleepy"] in line for line in said)


def go_on_taking(text: str) -> bool:
    """Whether "take nothing that makes you sleepy" stands beside "do not stop such things", as if to be taken now."""
    asleep = re.search(r"take nothing (?:else )?that makes you sleepy", text, re.IGNORECASE)
    return asleep is not None and re.search(r"before you change them|do not stop them suddenly", text) is not None


def test_who_is_to_take_nothing_is_not_told_to_go_on_taking_it() -> None:
    """Also where another sign beside it speaks of stopping."""
    for code, answer, age in every_case():
        for other in ((), (noted("seizure"),), (noted("dark_urine"), noted("slow_breathing"))):
            many = [noted(code, age or 0, answer), *other]
            for lines in (
                advice_lines(english(), many, START_MS, US),
                list_after_import(english(), many, START_MS, US),
            ):
                assert not go_on_taking(" ".join(lines)), (code, answer, age)
                assert sum("Stopping these suddenly can cause seizures" in line for line in lines) < 2


def test_that_somebody_is_told_so_is_found() -> None:
    shared = TABLE["shared"]
    assert go_on_taking(f"{shared['sleepy']} {shared['stopping_of']} {shared['stopping']}")
    assert not go_on_taking(f"{shared['sleepy']} {shared['sleepy_others']}")


def test_the_most_urgent_sign_comes_first() -> None:
    several = [noted("pale_stool"), noted("fainting", 26 * HOUR_MS), noted("chest_pain", answer=Answer.YES)]
    lines = advice_lines(english(), several, START_MS, US)
    assert [each.partition(".")[0] for each in lines[:3]] == ["Chest pain", "Fainting", "Pale stool"]
    lines = advice_lines(english(), [noted("seizure"), noted("chest_pain", answer=Answer.YES)], START_MS, US)
    parts = ["Seizure, if it is you", "Seizure", "Chest pain"]
    assert [each.partition(".")[0] for each in lines[:3]] == parts


def test_in_a_list_the_most_urgent_recent_sign_comes_first_however_old_it_is() -> None:
    many = [noted("pale_stool", HOUR_MS), noted("swelling", 40 * DAY_MS), noted("seizure", 2 * HOUR_MS)]
    many += [noted("dark_urine", 3 * DAY_MS), noted("chest_pain", 2 * HOUR_MS, Answer.YES)]
    lines = list_after_import(english(), many, START_MS, US)[: len(many)]
    names = ["Seizure", "Chest pain", "Pale stool", "Dark urine", "Swelling of face, tongue or throat"]
    assert [line.partition(": ")[2].partition(".")[0] for line in lines] == names


def test_old_signs_of_one_kind_are_one_line_and_the_newest_is_first() -> None:
    many = [noted("chest_pain", days * DAY_MS) for days in range(10, 20)]
    lines = list_after_import(english(), [*many, noted("pale_stool", DAY_MS)], START_MS, US)
    assert lines[0].startswith("21 Nov 2026: Pale stool.")
    assert lines[1].startswith("12 Nov 2026, 11 Nov 2026, 10 Nov 2026, 9 Nov 2026, 8 Nov 2026 and 5 more days: Chest")
    assert "If nobody has looked at this yet, do this." in lines[1]
    assert (
        "later than this computer's clock" in list_after_import(english(), [noted("seizure", -DAY_MS)], START_MS, US)[0]
    )


# --- the surfaces ----------------------------------------------------------------------------------------------------


def test_the_emergency_screen_says_all_of_the_table(qtbot: QtBot) -> None:
    made = EmergencyScreen(english(), "US")
    made.complete()
    shown(qtbot, made)
    said = words(made)
    for row in ROWS.values():
        assert f"{row['name']}. {in_words(row['now']['text'])}" in said
        assert "passed" not in row or f"{row['name']}. {in_words(row['passed']['text'])}" in said
        assert in_words(row.get("you", "")) in said
    for shared in ("no_more_unnamed", "stopping", "sleepy"):
        assert TABLE["shared"][shared] in said
    assert "kratom" not in said.casefold()
    assert [each for label in made.findChildren(QLabel) for each in never_said_in(label.text())] == []


def test_the_guidance_page_says_all_of_the_table() -> None:
    said = {each.text: each.sources for each in guidance.page("emergency-signs").statements()}
    for row in ROWS.values():
        for text in (row["now"]["text"], row.get("passed", row["now"])["text"], row["why"]):
            here = text.format(number="your local emergency number", crisis="a crisis line near you")
            assert said[f"{row['name']}. {here}"] == tuple(row["sources"])
    assert any(TABLE["shared"]["no_more_unnamed"] in each for each in said)


def test_no_page_says_what_is_never_said() -> None:
    found = {each.text: never_said_in(each.text) for page in guidance.pages() for each in page.statements()}
    assert {text: said for text, said in found.items() if said} == {}


@pytest.mark.quick_every(4)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("code", RATED)
@pytest.mark.parametrize("age", ["now", "3 days ago", "10 days ago", "in the future"])
def test_the_card_says_what_the_table_says(qtbot: QtBot, code: str, age: str) -> None:
    ago = AGES[age]
    assert ago is not None
    sign = noted(code, ago)
    made = HappeningNow(english(), [sign], "US", "", lambda: START_MS)
    qtbot.addWidget(made)
    for answer in list(made.parts[0].answers):
        made.add([sign])
        made.parts[0].answers[answer].click()
        said = [each.text() for each in made.findChildren(QLabel)]
        wanted = in_words(expected(code, answer, ago))
        known = TABLE["shared"]["known"]
        apart = [
            known,
            wanted.removeprefix(f"{known} "),
        ]  # what the person does comes between
        assert wanted in said or (ROWS[code].get("you") and set(apart) <= set(said))
        assert [found for each in said for found in never_said_in(each)] == []


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(*arguments: str | Path, given: str = "") -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        capsys.readouterr()
        assert cli.main([str(each) for each in arguments], clock=clock) == 0
        return capsys.readouterr().out

    return run


WITH_ANOTHER = "As another symptom is written down with it"


@pytest.mark.parametrize(
    ("at", "age"),
    [
        ("now", 0), ("-2 h", 2 * HOUR_MS), ("2026-11-21T09:30:00+01:00", 25 * HOUR_MS),
        ("2026-11-01T10:30:00+01:00", 21 * DAY_MS),
    ],
)  # fmt: skip
def test_the_command_line_prints_the_advice_after_saving(run: Any, plain_journal: JournalAt, at: str, age: int) -> None:
    rates = [f"{SYMPTOMS[code]}=3" for code in RATED]
    printed = run("--journal", plain_journal.path, "log", "rating", *rates, f"--at={at}")
    assert printed.startswith(f"Saved {len(RATED)} entries.")
    for code in RATED:
        row = ROWS[code]
        want = expected(code, None, age)
        if not {*RATED}.isdisjoint(row.get("with", ())):  # all of them are there together
            lead = "If nobody has looked at this yet" if age > 7 * DAY_MS else WITH_ANOTHER
            want = f"{lead}, do this. {row['together' if age < DAY_MS else 'together_passed']['text']}"
        assert f"{SYMPTOMS[code]}. {in_words(want, NOWHERE)}\n" in printed
    assert never_said_in(printed) == []


def test_a_dose_with_a_rating_prints_it_too(run: Any, plain_journal: JournalAt) -> None:
    printed = run(
        "--journal", plain_journal.path, "log", "dose", "--product", "Green", "--new-product", "--rate", "Chest pain=4"
    )
    assert f"Chest pain. {in_words(expected('chest_pain', None, 0), NOWHERE)}" in printed


def test_other_words_are_taken_as_the_sign_and_that_is_said(run: Any, plain_journal: JournalAt) -> None:
    printed = run("--journal", plain_journal.path, "log", "rating", "suicidal thoughts=6", "Can't breathe=2")
    for code, typed in (("suicidal_thoughts", "suicidal thoughts"), ("hard_to_breathe", "Can't breathe")):
        assert f"{SYMPTOMS[code]}. {in_words(expected(code, None, 0), NOWHERE)}\n" in printed
        assert f"“{typed}” was saved as “{SYMPTOMS[code]}”." in printed
    with plain_journal.open(read_only=True) as book:
        assert {each.code for each in book.symptoms()} >= {"suicidal_thoughts", "hard_to_breathe"}
    same = run(
        "--journal", plain_journal.path, "log", "dose", "--product", "Green", "--new-product", "--rate", "suicide=6"
    )
    assert "“suicide” was saved as “Thoughts of suicide”." in same
    with plain_journal.open(read_only=True) as book:
        assert len([each for each in book.symptoms() if each.code == "suicidal_thoughts"]) == 1


def test_an_own_symptom_of_such_a_name_stays_and_gets_the_advice(run: Any, plain_journal: JournalAt) -> None:
    own = Symptom(name="suicidal thoughts")
    with plain_journal.open() as book:
        book.save(own)
    printed = run("--journal", plain_journal.path, "log", "rating", "Suicidal thoughts=6")
    assert f"Thoughts of suicide. {in_words(expected('suicidal_thoughts', None, 0), NOWHERE)}" in printed
    assert "was saved as" not in printed
    with plain_journal.open(read_only=True) as book:
        assert [each.symptom for each in book.days(book.today(), book.today())[0].ratings] == [own.id]


def test_many_lines_are_followed_by_one_list(run: Any, plain_journal: JournalAt) -> None:
    lines = "\n".join(
        f'{{"log": "rating", "rate": {{"{name}": {value}}}, "at": "2026-11-{day:02}T09:00:00+01:00"}}'
        for name, value, day in (("Seizure", 5, 1), ("Nausea", 5, 20), ("Chest pain", 2, 20), ("Fainting", 0, 20))
    )
    printed = run("--journal", plain_journal.path, "log", "-", given=lines).splitlines()
    assert printed[1:3] == [
        "Warning symptoms among them:",
        f"20 Nov 2026: Chest pain. {in_words(expected('chest_pain', None, 50 * HOUR_MS), NOWHERE)}",
    ]
    assert printed[3].startswith("1 Nov 2026: Seizure. If nobody has looked at this yet, do this. A first one")
    assert not any("Fainting" in each or "Nausea" in each for each in printed)


def test_an_import_is_followed_by_one_list(run: Any, plain_journal: JournalAt, tmp_path: Path) -> None:
    out, other = tmp_path / "out.csv", tmp_path / "other.leaf"
    with plain_journal.open() as book:
        made = Symptom(code="black_stool", kind=SymptomKind.WARNING)
        book.save(made, *(replace(noted("black_stool", ago).rating, symptom=made.id) for ago in (0, 9 * DAY_MS)))
    run("--journal", plain_journal.path, "export", out)
    printed = run("--journal", other, "import", out)
    assert "22 Nov 2026: Black stool. If it is happening now, or you are not sure, do this. Faint, pale" in printed
    assert "13 Nov 2026: Black stool. If nobody has looked at this yet, do this. Doctor today" in printed


# --- the tests themselves --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("pattern", "example"), NEVER_SAID)
def test_what_is_never_said_is_found(pattern: str, example: str) -> None:
    assert re.search(pattern, example, re.IGNORECASE) and never_said_in(example)


def test_a_weaker_table_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    weaker = {"urgency": "today", "text": "See a doctor soon."}
    monkeypatch.setitem(ROWS, "chest_pain", ROWS["chest_pain"] | {"now": weaker})
    with pytest.raises(AssertionError):
        test_every_answer_equals_the_table()
    with pytest.raises(AssertionError):
        test_no_text_is_weaker_than_it_must_be("chest_pain")


def test_every_row_is_read() -> None:
    assert {code for each in signs() for code in each.codes} == set(ROWS) == set(FLOOR)
