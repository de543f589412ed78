"""The sentences: each with its n, each with its form for too few, none that says more than the numbers."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.insights.cells import change_text, dose_count, figure_text
from journal.insights.decimals import decimal, short, signed
from journal.insights.plain import plain_cards, plain_sentence
from journal.insights.summary import Change, Comparison, Figure, Missing, Row, Summary
from journal.insights.windows import span_back
from journal.insights.wording import (
    Names,
    headline,
    lower_sentence,
    pairs_caption,
    pairs_sentence,
    trend_sentence,
    trust_sentence,
    window_sentence,
)
from journal.texts import english
from tests.insights.random_journals import sheets
from tests.insights.sheet import LAST, NAUSEA, PAIN, SHOT, SYMPTOMS, Sheet

TEXTS = english()
NAMES: Names = {each.id: f"Name of {each.id}" for each in SYMPTOMS} | {"pain": "Lower back pain"}
KEYS = ("amount", "doses", "gap", "main")


def said(summary: Summary, names: Names = NAMES, decimal_sign: str = ".") -> list[str]:
    """Every sentence and cell that a summary can be turned into."""
    texts = english(decimal_sign)
    cards = plain_cards(texts, summary, names)
    return [
        *map(str, headline(texts, summary, names)),
        *(str(trend_sentence(texts, summary, key, names)) for key in KEYS),
        *(window_sentence(texts, summary, key) for key in (*KEYS, "single_dose", "second")),
        *(plain_sentence(texts, card) for card in cards),
        *(text for card in cards for text in (card.title, card.text, *card.numbers)),
        pairs_caption(texts, summary.pairs, names.get(summary.main or "", "")),
        pairs_sentence(texts, summary.pairs),
        lower_sentence(texts, summary.pairs.lower),
        str(trust_sentence(texts, summary.quality)),
        *(
            figure_text(texts, key, f)
            for key, row in summary.rows.items()
            for f in (row.last7, row.last28, row.before28)
        ),
        *(change_text(texts, key, row) for key, row in summary.rows.items()),
    ]


def plain(sheet: Sheet) -> list[str]:
    return [plain_sentence(TEXTS, card) for card in plain_cards(TEXTS, sheet.summary(), NAMES)]


def told(sheet: Sheet) -> list[str]:
    return [str(each) for each in headline(TEXTS, sheet.summary(), NAMES)]


def months(grams: float = 3, before: float = 2, pain: int = 5, pain_before: int = 6) -> Sheet:
    """Two doses every day of twelve weeks; 28 days with other amounts and pain than those before."""
    sheet = Sheet()
    for day in range(84):
        for hour in (8, 14):
            sheet.dose(day, (grams if day < 28 else before) / 2, hour)
        sheet.rating(day, pain if day < 28 else pain_before)
    return sheet


# --- numbers ---


@pytest.mark.parametrize(
    ("value", "fixed", "plus", "brief"),
    [
        (9.25, "9.3", "+9.3", "9.3"),
        (-0.3, "−0.3", "−0.3", "−0.3"),
        (0, "0.0", "0.0", "0"),
        (-0.04, "0.0", "0.0", "0"),
        (-0.05, "−0.1", "−0.1", "−0.1"),
        (0.05, "0.1", "+0.1", "0.1"),
        (3, "3.0", "+3.0", "3"),
        (2.96, "3.0", "+3.0", "3"),
        (999.94, "999.9", "+999.9", "999.9"),
        (1234.5, "1235", "+1235", "1235"),
    ],
)
def test_decimals(value: float, fixed: str, plus: str, brief: str) -> None:
    assert (decimal(TEXTS, value), signed(TEXTS, value), short(TEXTS, value)) == (fixed, plus, brief)


def test_doses_are_counted_in_the_right_number() -> None:
    assert [dose_count(TEXTS, each) for each in (0, 1, 2, 2.5)] == ["0 doses", "1 dose", "2 doses", "2.5 doses"]


# --- the headline ---


def test_the_headline_of_a_full_journal() -> None:
    sheet = months()
    sheet.rating(0, 2, symptom=NAUSEA)
    assert told(sheet) == [
        (
            "Leaf: last 7 days median 3.0 g a day in 2 doses (7 days); last 28 days 3.0 g in 2 (28 days); "
            "the 28 days before 2.0 g in 2 (28 days)."
        ),
        (
            "Amount, last 28 days against the 28 before: clearly higher, every week above every week before, "
            "beyond the usual week-to-week variation."
        ),
        "Lower back pain: daily median 5.0 on 28 days (before: 6.0 on 28 days).",
        "Side effects: on 1 of 28 recorded days.",
    ]


def test_the_headline_of_an_empty_journal_has_no_number_but_its_windows() -> None:
    assert told(Sheet()) == [
        "Leaf: last 7 days not recorded; last 28 days not recorded; the 28 days before not recorded.",
        "Amount, last 28 days against the 28 before: too few recorded weeks to compare.",
        "Lower back pain: daily median not recorded (before: not recorded).",
        "Side effects: no days recorded.",
    ]
    untracked = Sheet().summary(symptoms=())
    assert [str(each) for each in headline(TEXTS, untracked, {})][2:] == [
        "Main symptom: not tracked.", "Side effects: not tracked.",
    ]  # fmt: skip


def test_amounts_that_are_not_known_are_told_apart_from_doses_that_are() -> None:
    sheet = Sheet()
    for day in range(6):
        sheet.dose(day, 2 if day else None)
    assert told(sheet)[0].startswith("Leaf: last 7 days 2.0 g a day (5 days) in 1 dose (6 days); last 28 days 2.0 g")
    sheet.dose(1, None, hour=20)
    assert "1 dose a day (6 days), amount too few recorded (n = 4)" in told(sheet)[0]


def test_extract_only_is_said_as_such() -> None:
    sheet = Sheet()
    for day in range(8):
        sheet.dose(day, 5, product=SHOT)
    assert "last 28 days other products than leaf only" in told(sheet)[0]
    amount, doses, _ = plain(sheet)
    assert amount == "Amount: in the last 28 days other products than leaf only."
    assert doses.endswith("Not counted: 8 doses of extract or 7-OH in the last 28 days.")


# --- trends ---


def test_the_trend_as_the_page_says_it() -> None:
    sheet = Sheet()
    for week, grams in enumerate([5, 6, 5, 7, None, 6, 5, 6, 7, 5, 6, 6]):
        for day in range(4):
            if grams is not None:
                sheet.dose(83 - 7 * week - day, grams)
    assert str(trend_sentence(TEXTS, sheet.summary(), "amount", NAMES)) == (
        "Amount, 11 of 12 weeks usable: no clear trend. Estimated change 0.0 g/day per week (95 % CI −0.1 to +0.3)."
    )
    assert str(trend_sentence(english(","), sheet.summary(), "amount", NAMES)).endswith("(95 % CI −0,1 to +0,3).")


def test_a_change_too_small_for_a_week_is_said_over_all_of_them() -> None:
    """Ten years at about 3 g: each week's change is far below a tenth of a gram."""
    sheet = Sheet(period=span_back(LAST, 3640))
    for day in range(3640):
        sheet.dose(day, 3 + (day // 7 * 37 % 101 - 50) / 50)
    text = trend_sentence(TEXTS, sheet.summary(), "amount", NAMES).text
    assert re.fullmatch(r"Estimated change \S+ g/day over 519 weeks \(95 % CI −0\.\d to \+0\.\d\)\.", text), text
    assert "−0.0" not in text


def test_a_clear_trend_is_never_shown_as_nothing() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 1 - day / 7 * 0.02)
    sentence = trend_sentence(TEXTS, sheet.summary(), "amount", NAMES)
    assert sentence.lead.endswith("rising.")
    assert sentence.text == "Estimated change +0.2 g/day over 11 weeks (95 % CI +0.2 to +0.2)."
    assert plain(sheet)[0].startswith("Amount: rising over these 12 weeks.")


def test_few_weeks_are_weak_or_too_few() -> None:
    sheet = Sheet()
    for day in range(42):
        sheet.rating(day, 5)
    sentences = [str(trend_sentence(TEXTS, sheet.summary(), key, NAMES)) for key in ("main", "amount")]
    assert sentences[0].startswith("Lower back pain, 6 of 12 weeks usable: no clear trend (weak, fewer than 10 weeks).")
    assert sentences[1] == "Amount, 0 of 12 weeks usable: too few for a trend; 6 are needed."


# --- the plain voice ---


def test_the_plain_voice() -> None:
    assert plain(months(2, 2)) == [
        "Amount: no clear change in these 12 weeks. 2.0 g a day in the last 7 days.",
        "2 doses a day, as before. 2 a day in the last 7 days.",
        "Lower back pain: usually 5; it was 6 in the weeks before.",
    ]


def test_a_difference_as_large_as_weeks_vary_is_said_in_plain_words() -> None:
    sheet = Sheet()
    for day in range(84):
        for hour in range(8, 8 + (4, 6, 4, 4, 3, 1, 3, 3, 3, 3, 3, 3)[day // 7]):
            sheet.dose(day, 1, hour)
    assert plain(sheet)[1].startswith(
        "4 doses a day; it was 3 in the weeks before. "
        "The difference is within what is usual from week to week. 4 a day in the last 7 days."
    )


def test_a_slow_fall_is_said_beside_the_two_windows() -> None:
    sheet = months()
    sheet.ratings.clear()
    for day in range(84):
        sheet.rating(day, 3 + day // 14)
    expected = "Lower back pain: usually 3.5; it was 5.5 in the weeks before. Falling over these 12 weeks."
    assert plain(sheet)[2] == expected


def test_windows_apart_are_never_called_no_change() -> None:
    assert plain(months())[0] == (
        "Amount: 3.0 g a day; it was 2.0 in the weeks before, and every week is above every week before. "
        "3.0 g a day in the last 7 days."
    )


def test_a_range_too_short_for_a_trend_compares_the_windows() -> None:
    sheet = months(2, 2)
    sheet.doses = [each for each in sheet.doses if each.utc_ms > sheet.at(56, 4)]
    sheet.ratings = []
    sheet.period = span_back(LAST, 28)
    assert plain(sheet)[0] == "Amount: 2.0 g a day, as before. 2.0 g a day in the last 7 days."


def test_numbers_stand_behind_every_card() -> None:
    amount, doses, main = plain_cards(TEXTS, months().summary(), NAMES)
    assert amount.numbers == (
        (
            "Median 3.0 [3.0–3.0] g/day (n = 28) over the last 28 days; "
            "2.0 [2.0–2.0] g/day (n = 28) in the 28 days before; 3.0 g/day (n = 7) in the last 7 days."
        ),
        (
            "Amount, last 28 days against the 28 before: clearly higher, every week above every week before, "
            "beyond the usual week-to-week variation."
        ),
        (
            "Amount, 12 of 12 weeks usable: no clear trend. "
            "Estimated change 0.0 g/day over 11 weeks (95 % CI 0.0 to +1.8)."
        ),
    )
    assert doses.numbers[0].startswith("Median 2 [2–2] doses/day (n = 28)")
    assert main.numbers[0].startswith("Median 5.0 [5.0–5.0] (n = 28)")


def test_nothing_recorded_is_not_none() -> None:
    assert plain(Sheet()) == [
        "Amount: too few weeks with a known amount to say where it goes: 0 of 12; 6 are needed.",
        "Not recorded in the last 28 days.",
        "Lower back pain: not recorded in the last 28 days.",
    ]


# --- before and after ---


def test_pairs_in_words() -> None:
    sheet = Sheet()
    assert pairs_caption(TEXTS, sheet.summary().pairs, "") == "No ratings before and after a dose."
    for day in range(8):
        sheet.dose(day)
        sheet.dose(day, hour=18)
        sheet.rating(day, 6, hour=7.9)
        sheet.rating(day, 4, hour=9.5)
    pairs = sheet.summary().pairs
    said = pairs_caption(TEXTS, pairs, "Lower back pain")
    assert said.startswith("8 of 16 doses were rated before and after (Lower back pain). After a high or low point")
    assert pairs_sentence(TEXTS, pairs) == "typically 2.0 points lower (n = 8 pairs on 8 days; 95 % CI −2.0 to −2.0)"
    assert (
        lower_sentence(TEXTS, pairs.lower) == "at least 2 points lower on 8 of 8 days (95 % CI 68 to 100 of 100 days)"
    )


def test_few_pairs_in_words() -> None:
    sheet = Sheet()
    for day in range(4):
        sheet.dose(day)
        sheet.rating(day, 6, hour=7.9)
        sheet.rating(day, 6, hour=9.5)
    pairs = sheet.summary().pairs
    assert pairs_sentence(TEXTS, pairs) == "n = 4 days with ratings before and after a dose: too few to summarise"


@pytest.mark.parametrize(("days", "sparse"), [(41, True), (42, False)])
def test_fewer_than_half_of_the_days_is_said_first(days: int, sparse: bool) -> None:
    sheet = Sheet()
    for day in range(days):
        sheet.note(day)
    sentence = trust_sentence(TEXTS, sheet.summary().quality)
    assert sentence.lead == ("Fewer than half of the days have entries." if sparse else "")
    assert f"Entries on {days} of 84 days." in sentence.text


# --- cells ---


def row(now: float, before: float, comparison: Comparison, high: float = 9) -> Row:
    return Row(Figure(now, 7), Figure(now, 28, 1, high), Figure(before, 28, 1, 9), Change(now - before, comparison))


def test_changes_in_cells() -> None:
    within = Comparison.WITHIN
    assert change_text(TEXTS, "amount", row(9.2, 7, within)) == "+2.2 ≈"
    assert change_text(TEXTS, "amount", row(9.2, 7, Comparison.HIGHER)) == "+2.2"
    assert change_text(TEXTS, "doses", row(3, 4, within)) == "−1 ≈"
    assert change_text(TEXTS, "doses", row(3, 3, within)) == "same"
    assert change_text(TEXTS, "doses", row(3, 3, within, high=8)) == "0 ≈"
    assert change_text(TEXTS, "amount", row(9.2, 7, Comparison.TOO_FEW_WEEKS)) == "+2.2 (few weeks)"
    few = Change(None, Comparison.TOO_FEW_WEEKS, Missing.TOO_FEW)
    assert change_text(TEXTS, "amount", Row(Figure(1, 1), Figure(1, 1), Figure(1, 1), few)) == "— (too few)"
    assert change_text(TEXTS, "largest_day", Row(Figure(1, 1), Figure(1, 1), Figure(1, 1), None)) == ""


def test_figures_in_cells() -> None:
    assert figure_text(TEXTS, "amount", Figure(9.2, 22, 3.5, 11.9)) == "9.2 [3.5–11.9]"
    assert figure_text(english(","), "amount", Figure(9.2, 22, 3.5, 11.9)) == "9,2 [3,5–11,9]"
    assert figure_text(TEXTS, "days_without", Figure(2, 22, of=22)) == "2 of 22"
    missing = [figure_text(TEXTS, "main", Figure(None, 0, missing=each)) for each in Missing]
    assert missing == ["— (too few)", "— (too few)", "not recorded", "not tracked", "— (no leaf)", "— (not said)"]


# --- what is never said ---

FORBIDDEN = (
    "cause", "caused", "because of", "works", "effective", "helps", "safe", "best", "optimal", "addicted", "abuse",
    "kratom", "improved", "none", "warning", "!",
)  # fmt: skip


def rule_breaks(sentence: str) -> list[str]:
    allowed = sentence.replace("95 % CI", "")
    words = [word for word in FORBIDDEN if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", allowed, re.IGNORECASE)]
    return words + [sign for sign in ("%", "None", "nan", "{", "}", "  ", "-0", " -") if sign in allowed]


@settings(max_examples=40)
@given(sheets(), st.sampled_from([".", ","]))
def test_no_sentence_says_what_the_numbers_do_not(sheet: Sheet, decimal_sign: str) -> None:
    for symptoms in (SYMPTOMS, ()):
        for sentence in said(sheet.summary(symptoms), decimal_sign=decimal_sign):
            assert rule_breaks(sentence) == [], sentence


@pytest.mark.parametrize("planted", ["It works.", "a dose helps", "Best of all", "+32 %", "none", "-0.3"])
def test_a_planted_claim_is_caught(planted: str) -> None:
    assert rule_breaks(planted)


def test_a_name_is_put_in_as_it_is() -> None:
    names = {**NAMES, PAIN.id: "{0} <b>50 %</b> {name}"}
    told = [str(each) for each in headline(TEXTS, months().summary(), names)]
    assert told[2].startswith("{0} <b>50 %</b> {name}: daily median 5.0")
    assert len(said(months().summary(), names)) > 40
