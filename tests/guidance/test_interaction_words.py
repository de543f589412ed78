"""The result of a check in words: whom to ask, what is not stopped, and the empty results."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.moments import DAY_MS
from journal.guidance import interaction_words as words
from journal.guidance.interactions import InteractionClass, Level, classes
from journal.guidance.level_words import LEVELS, level_titles
from journal.guidance.matching import CheckedName, Finding, Taken, check
from journal.guidance.notice_timing import settled
from journal.guidance.phrases import amounts_in, forbidden_phrases
from journal.guidance.rules import never_said
from journal.texts import english

TEXTS = english()
CONDITION = "with lung disease, sleep apnoea, older age or another sedative, or with epilepsy"
CALL_OR_ASK = (
    "call your prescriber, a pharmacist or the out-of-hours line today. "
    "Otherwise ask your prescriber or a pharmacist within days."
)
LOPERAMIDE = (
    "If you take it above what the label says: do not take it together with kratom. "
    "Otherwise ask a pharmacist before you take both."
)
KEEP = "Do not stop or change this medicine because of this page, and do not stop kratom all at once."


def name_of(given: str, prescribed: bool | None = True) -> CheckedName:
    (name,) = check([Taken(given, prescribed)], dt.date(2026, 11, 29), 20_000 * DAY_MS).names
    return name


def beside(given: str, prescribed: bool | None = True, take_no_more: bool = False) -> list[str]:
    return words.beside(TEXTS, name_of(given, prescribed), take_no_more)


def test_call_today_names_whom_and_keeps_the_medicine() -> None:
    assert beside("tacrolimus") == ["Call your prescriber, a pharmacist or the out-of-hours line today.", KEEP]
    assert beside("sertraline") == ["Ask your prescriber or a pharmacist within days.", KEEP]


def test_what_is_not_prescribed_has_no_such_sentence_and_what_is_not_said_has() -> None:
    assert KEEP not in beside("oxycodone", False)
    assert KEEP in beside("oxycodone", None)


def test_where_it_is_not_said_both_things_to_do_stand() -> None:
    assert beside("oxycodone", None)[:2] == [
        "If prescribed: Call your prescriber, a pharmacist or the out-of-hours line today.",
        "If not prescribed: Do not take it together with kratom.",
    ]


@pytest.mark.parametrize(
    ("prescribed", "said"),
    [
        (True, []),  # whoever prescribed it says how to go on with it
        (None, [f"If not prescribed: {words.NOTHING_MORE}"]),
        (False, [words.NOTHING_MORE]),
    ],
)
def test_of_what_was_taken_nothing_more_is_taken_unless_it_is_prescribed(
    prescribed: bool | None, said: list[str]
) -> None:
    now_ms = 20_000 * DAY_MS
    (name,) = check([Taken("Xanax", prescribed, at_ms=now_ms)], dt.date(2026, 11, 29), now_ms).names
    asked = words.beside(TEXTS, name, False)
    assert [each for each in asked if "no more kratom now" in each and "is not stopping it" not in each] == said
    assert not any("together with kratom" in each for each in asked)


@pytest.mark.quick_every(5)
@pytest.mark.parametrize("of", [of for of in classes().values() if of.not_prescribed is Level.DO_NOT_MIX])
@pytest.mark.parametrize("prescribed", [None, False, True])
def test_to_take_no_more_is_never_said_of_what_is_prescribed(of: InteractionClass, prescribed: bool | None) -> None:
    """Three people read it as of their prescribed medicine, a fourth "not meant" as leave to take that on top."""
    now_ms = 20_000 * DAY_MS
    (name,) = check([Taken(of.members[0], prescribed, at_ms=now_ms)], dt.date(2026, 11, 29), now_ms).names
    for sentence in words.beside(TEXTS, name, False):
        if "no more of" in sentence:
            before_next = "Before the next dose of a prescribed medicine, ask a doctor or pharmacist."
            assert sentence.endswith(f"not prescribed to you. {before_next}")
            assert prescribed is False or name.by_column[0].prescribed is not True or "If not prescribed: " in sentence
            assert prescribed is not True or of.prescribed is Level.NONE  # nobody prescribes it


@pytest.mark.parametrize("given", ["operation", "anaesthetic", "grapefruit", "alcohol", "coffee"])
@pytest.mark.parametrize("prescribed", [None, False])
def test_what_is_no_medicine_is_never_called_one(given: str, prescribed: bool | None) -> None:
    name = name_of(given, prescribed)
    said = " ".join([*beside(given, prescribed), words.state_words(TEXTS, name), *level_titles(TEXTS, name)])
    assert "prescribed" not in said and "this medicine" not in said


def test_a_sign_takes_the_place_of_not_stopping() -> None:
    said = beside("oxycodone", take_no_more=True)[-1]
    assert said == (
        "Do not stop or change this medicine because of this page. Take no more kratom until a doctor "
        "has spoken to you. Say if you take it daily: withdrawal can be treated."
    )


@pytest.mark.parametrize(
    ("given", "own"),
    [
        ("naltrexone", "Do not take the first dose before the prescriber knows that you take kratom."),
        ("phenelzine", "Call before the next kratom."),
        ("naloxone", "In an emergency always right, for someone who does not breathe well."),
    ],
)  # fmt: skip
def test_three_classes_have_words_of_their_own(given: str, own: str) -> None:
    for prescribed in (True, False, None):
        said = beside(given, prescribed)
        assert own in said and KEEP not in said


BEFORE_NEXT = "Call before the next kratom."


@pytest.mark.parametrize("of", classes().values(), ids=lambda of: of.id)
def test_what_slows_breathing_and_is_called_about_today_is_called_about_before_the_next(of: InteractionClass) -> None:
    """Whatever the class: the call of today may come after a dose that is near. Never in place of "do not stop"."""
    urgent = of.sedative and of.not_prescribed is Level.DO_NOT_MIX and of.prescribed is Level.CALL_TODAY
    for prescribed in (True, None):
        said = beside(of.members[0], prescribed)
        kept = [sentence for sentence in said if "do not stop kratom all at once" in sentence]
        if urgent:
            assert said.index(BEFORE_NEXT) < said.index(kept[0])
        assert BEFORE_NEXT not in beside(of.members[0], prescribed, take_no_more=True)
    assert (BEFORE_NEXT in beside(of.members[0], False)) is (of.advice == "before-next")


@pytest.mark.parametrize("given", ["sertraline", "warfarin", "ibuprofen", "citalopram", "tacrolimus", "gabapentin"])
def test_what_is_asked_about_later_or_makes_nobody_sleepy_does_not_speak_of_the_next(given: str) -> None:
    assert BEFORE_NEXT not in beside(given)


@pytest.mark.parametrize("given", ["Suboxone", "Targin 10/5", "Zubsolv", "Tilidin comp", "Valoron N"])
def test_naloxone_in_a_tablet_beside_an_opioid_is_nothing_for_an_emergency(given: str) -> None:
    """It is a medicine that is not to be stopped, and giving it to someone who does not breathe would be wrong."""
    said = beside(given)
    assert KEEP in said and "n an emergency always right" not in said
    findings = [finding.of.id for finding in name_of(given).findings]
    assert "naloxone" not in findings and "opioids" in findings
    assert [finding.of.id for finding in name_of("Narcan", None).findings] == ["naloxone"]


def test_every_level_and_kind_of_evidence_has_words() -> None:
    assert set(LEVELS) == set(Level)
    for of in classes().values():
        assert words.evidence_words(TEXTS, of)
        assert "{" not in words.sentences_of(of, "112")


def test_what_the_journal_is_about_is_said_to_be_so() -> None:
    assert beside("kratom", None) == [words.THE_PRODUCT]
    assert words.THE_PRODUCT in beside("7-OH", False)
    assert words.THE_PRODUCT in beside("kratom extract", False)
    assert words.THE_PRODUCT not in beside("Xanax", False)


def test_the_empty_results_are_four_different_sentences() -> None:
    four = {words.NOTHING_ENTERED, words.NOT_RECOGNISED, words.NOTHING_IN_LIST, words.NOT_STUDIED}
    assert len(four) == 4
    assert "does not mean it is safe" in words.NOTHING_IN_LIST
    assert "not the same as taking nothing" in words.NOTHING_ENTERED


def test_the_words_keep_to_the_rules() -> None:
    texts = [
        *LEVELS.values(), *words.WHOM.values(), *words.EVIDENCE.values(), words.NOTHING_ENTERED, words.PROPOSED,
        words.EACH_WITH_KRATOM,
        words.NOT_RECOGNISED, words.NOTHING_IN_LIST, words.NOT_STUDIED, words.THE_PRODUCT,
        *(words.keep_words(TEXTS, no_more, urgent) for no_more in (False, True) for urgent in (False, True)),
        *beside("naltrexone"), *beside("phenelzine"),
        *beside("naloxone"), *words.TO_ASK,
    ]  # fmt: skip
    for text in texts:
        assert (forbidden_phrases(text, "guidance"), amounts_in(text), never_said(text)) == ([], [], []), text


def test_of_a_group_it_is_asked_first_which_one_it_is() -> None:
    assert beside("painkillers", None)[0].startswith("Which one is it?")
    assert not any("Which one" in sentence for sentence in beside("codeine", None))


def test_a_level_under_a_condition_carries_it_in_the_sentence_that_says_whom_to_call() -> None:
    gabapentin = name_of("gabapentin")
    assert words.whom_to_ask(TEXTS, gabapentin) == [f"If you take it {CONDITION}: {CALL_OR_ASK}"]
    assert words.whom_to_ask(TEXTS, gabapentin, conditions=False) == [
        f"If what your list says of it holds for you: {CALL_OR_ASK}"
    ]
    assert words.whom_to_ask(TEXTS, name_of("loperamide", False)) == [LOPERAMIDE]


def _is_settled_today(finding: Finding) -> bool:
    """Of a group that asks which one it is the highest level stands."""
    return (finding.level if finding.of.asks_which else settled(finding)) is Level.CALL_TODAY


@pytest.mark.parametrize("prescribed", [True, False, None])
def test_no_sentence_tells_to_call_today_what_holds_under_a_condition_alone(prescribed: bool | None) -> None:
    for of in classes().values():
        for member in of.members:
            name = name_of(member, prescribed)
            if not any(_is_settled_today(finding) for finding in name.findings):
                said = [*words.whom_to_ask(TEXTS, name), *words.whom_to_ask(TEXTS, name, conditions=False)]
                assert not any("Call your prescriber" in sentence for sentence in said), (member, said)
