"""The comparisons of the twelve weeks find one changed number in any of the four places that tell them."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

import pytest

from journal.insights.summary import Figure, Measure, Statistic, Summary
from tests.walk.comparing import LEAF, MAIN, MEASURES, PLACES, Told, measure_of
from tests.walk.made_up import made_up, told

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Told:
    """Four times the same."""
    return told(made_up(), tmp_path_factory.mktemp("told"))


def test_they_agree_on_the_same_weeks(agreed: Told) -> None:
    agreed.agree()


def _is_caught(changed: Told) -> bool:
    try:
        changed.agree()
    except AssertionError:
        return True
    return False


def _other(text: str, number: int) -> str:
    """The text with its so-many-th number one higher."""
    match = list(_NUMBER.finditer(text))[number]
    places = len(match[0].partition(".")[2])
    return f"{text[: match.start()]}{float(match[0]) + 1:.{places}f}{text[match.end() :]}"


def _numbers(text: str) -> range:
    return range(len(_NUMBER.findall(text)))


# --- the account ---


@pytest.mark.parametrize("number", range(0, 60, 7))
def test_a_changed_dose_or_rating_of_the_account_is_caught(agreed: Told, number: int) -> None:
    heavier, worse = copy.deepcopy(agreed.account), copy.deepcopy(agreed.account)
    day, kind, mg = heavier.doses[number]
    heavier.doses[number] = (day, kind, mg + 100)
    day, symptom, value = worse.ratings[number % len(worse.ratings)]
    worse.ratings[number % len(worse.ratings)] = (day, symptom, value + 1)
    assert _is_caught(replace(agreed, account=heavier))
    assert _is_caught(replace(agreed, account=worse))


def test_an_entry_that_the_account_forgot_is_caught(agreed: Told) -> None:
    for forget in ("doses", "ratings", "nones"):
        account = copy.deepcopy(agreed.account)
        getattr(account, forget).pop(3)
        assert _is_caught(replace(agreed, account=account)), forget


# --- the summary ---


@pytest.mark.parametrize("window", ["last7", "last28", "before28"])
@pytest.mark.parametrize("key", MEASURES)
def test_a_changed_figure_of_the_summary_is_caught(agreed: Told, key: str, window: str) -> None:
    measure = measure_of(agreed.summary, key)
    figure: Figure = getattr(measure, window)
    assert figure.value is not None
    faults = [replace(figure, value=_more(figure.value)), replace(figure, n=figure.n + 1), replace(figure, value=None),
              replace(figure, value=replace(figure.value, at_least=True))]  # fmt: skip
    if figure.low is not None and figure.high is not None:
        faults += [replace(figure, low=_more(figure.low)), replace(figure, high=_more(figure.high))]
    for fault in faults:
        changed = replace(measure, **{window: fault})  # type: ignore[arg-type]
        assert _is_caught(replace(agreed, summary=_with(agreed.summary, key, changed))), fault


def _more(statistic: Statistic) -> Statistic:
    return replace(statistic, value=statistic.value + 0.1)


def _with(summary: Summary, key: str, measure: Measure) -> Summary:
    if key == "main":
        return replace(summary, main_measure=measure)
    leaf, *others = summary.groups
    return replace(summary, groups=(replace(leaf, **{key: measure}), *others))  # type: ignore[arg-type]


@pytest.mark.parametrize("key", MEASURES)
def test_a_changed_trend_of_the_summary_is_caught(agreed: Told, key: str) -> None:
    measure = measure_of(agreed.summary, key)
    trend = measure.trend
    assert trend is not None and trend.slope is not None
    for fault in (replace(trend, slope=trend.slope + 0.05), replace(trend, weeks=trend.weeks - 1)):
        changed = replace(measure, trend=fault)
        assert _is_caught(replace(agreed, summary=_with(agreed.summary, key, changed))), fault


# --- the screen ---


def test_every_changed_number_of_the_sentences_is_caught(agreed: Told) -> None:
    for card in PLACES.values():
        said = agreed.screen.said
        for number in _numbers(said[card]):
            changed = [*said[:card], _other(said[card], number), *said[card + 1 :]]
            assert _is_caught(replace(agreed, screen=replace(agreed.screen, said=changed))), changed[card]
        for line, text in enumerate(agreed.screen.numbers[card]):
            for number in _numbers(text):
                lines = copy.deepcopy(agreed.screen.numbers)
                lines[card][line] = _other(text, number)
                assert _is_caught(replace(agreed, screen=replace(agreed.screen, numbers=lines))), lines[card][line]


def test_a_sentence_that_cards_and_screen_both_tell_wrongly_is_caught(agreed: Told) -> None:
    """What the program says wrongly everywhere is still not what was counted."""
    for card in PLACES.values():
        text = agreed.screen.numbers[card][0]
        for number in _numbers(text):
            lines = copy.deepcopy(agreed.screen.numbers)
            lines[card][0] = _other(text, number)
            cards = list(agreed.cards)
            cards[card] = replace(cards[card], numbers=tuple(lines[card]))
            screen = replace(agreed.screen, numbers=lines)
            assert _is_caught(replace(agreed, screen=screen, cards=tuple(cards))), lines[card][0]


@pytest.mark.slow
@pytest.mark.parametrize("which", ["table", "rows_seen"])
def test_a_changed_cell_of_the_table_is_caught(agreed: Told, which: str) -> None:
    rows: list[list[str]] = getattr(agreed.screen, which)
    for row in range(0, len(rows), 5):  # each comparison of all takes a tenth of a second
        for column in range(0, len(rows[row]), 1 + row % 2):
            changed = copy.deepcopy(rows)
            changed[row][column] += "1"
            assert _is_caught(replace(agreed, screen=replace(agreed.screen, **{which: changed}))), changed[row]  # type: ignore[arg-type]


# --- the paper ---

_ROW = r"(?: [\d.]+(?: \[[\d.]+–[\d.]+\])? n \d+){3}"
_OF = r"(?: (?:≥ )?\d+ of \d+){3}"
_LINES = {
    "amount": rf"g a day{_ROW}",
    "doses": rf"Doses a day{_ROW}",
    "main": rf"{MAIN}{_ROW}",
    "taken": f"Days taken{_OF}",
    "without": f"Days without{_OF}",
    "days": r"Entries on \d+ of \d+ days, \d+ of the last 28\.",
    "product": rf"{LEAF} \d+ doses, \d+ days",
    "trend": r"Leaf, \d+ of \d+ weeks: .+? CI .+?\)\.",
}


@pytest.mark.slow
@pytest.mark.parametrize("line", _LINES)
def test_every_changed_number_of_a_line_on_paper_is_caught(agreed: Told, line: str) -> None:
    found = re.search(_LINES[line], agreed.pdf)
    assert found is not None
    for number in _numbers(found[0]):
        changed = agreed.pdf.replace(found[0], _other(found[0], number))
        assert _is_caught(replace(agreed, pdf=changed)), _other(found[0], number)
