"""The day strip: every dose is seen and counted, in the unit it was typed in."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Phase, new_id
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, Moment
from journal.insights.today import Bar, DayStrip, Dot
from journal.texts import english
from journal.ui.kit.theme import theme
from journal.ui.today.strip import StripView

START = day_number(dt.date(2026, 11, 22)) * DAY_MS + 4 * HOUR_MS


def bar(minute: int, milligrams: int | None, text: str = "") -> Bar:
    at = Moment(START + minute * MINUTE_MS, 0, "UTC")
    amount = Amount(text, milligrams, None if milligrams is None else Dimension.MASS)
    return Bar(at.local_ms, None if milligrams is None else 0.5, Dose(id=new_id(), at=at, amount=amount))


@pytest.fixture
def view(qtbot: QtBot) -> StripView:
    made = StripView(english())
    qtbot.addWidget(made)
    made.resize(400, 132)
    return made


def show(view: StripView, *bars: Bar) -> list[float]:
    view.show_strip(DayStrip(START, START + DAY_MS, (), bars, (), None), "")
    return view.bar_places()


@pytest.mark.parametrize("minutes", [[300, 300], [300, 301, 305], [0, 0, 0], [1439, 1439], [0, 600, 600, 1439, 1439]])
def test_no_bar_covers_another_and_each_is_at_its_time(view: StripView, minutes: list[int]) -> None:
    places = show(view, *(bar(minute, 2500) for minute in minutes))
    assert places == [view._x(START + minute * MINUTE_MS) for minute in minutes]
    boxes = view.bar_boxes()
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(view._plot().adjusted(-3, 0, 3, 0).contains(box) for box in boxes)


def test_a_stack_is_as_high_as_its_doses_together(view: StripView) -> None:
    show(view, bar(300, 2500), bar(300, 2500), bar(900, 2500))
    one, two, alone = view.bar_boxes()
    assert one.height() == two.height() == alone.height() and two.bottom() < one.top()
    assert one.bottom() == alone.bottom() == view._plot().bottom()


def test_very_many_bars_stay_inside(view: StripView) -> None:
    show(view, *(bar(700, 2500) for _ in range(200)))
    boxes = view.bar_boxes()
    assert min(box.top() for box in boxes) >= view._plot().top() and len({round(box.top(), 3) for box in boxes}) == 200


def test_both_bars_of_a_minute_are_painted(view: StripView) -> None:
    """Between two bars of one minute a line of pixels is free of their colour."""
    show(view, bar(300, 2500), bar(300, 2500))
    one, two = view.bar_boxes()
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()

    def colour(y: float) -> str:
        return picture.pixelColor(round(one.center().x() * ratio), round(y * ratio)).name()

    assert colour(one.center().y()) == colour(two.center().y()) != colour((one.top() + two.bottom()) / 2)


def shown_until(view: StripView, now: int, *bars: Bar, dots: tuple[Dot, ...] = ()) -> list[float]:
    view.show_strip(DayStrip(START, START + DAY_MS, (), bars, dots, START + now * MINUTE_MS), "")
    return view.bar_places()


@pytest.mark.parametrize("now", [1330, 1332, 1400, 40, 3])
def test_what_was_taken_stands_left_of_now(view: StripView, now: int) -> None:
    minutes = [now - 2, now - 2, now - 1, now, now]
    places = shown_until(view, now, *(bar(minute, 2500) for minute in minutes))
    x = view._x(START + now * MINUTE_MS)
    assert max(places) <= max(x, view._plot().left()) and sorted(places) == places
    assert min(places) >= view._plot().left() and all(x - place <= 12 for place in places)


def test_what_lies_ahead_stands_right_of_now(view: StripView) -> None:
    places = shown_until(view, 600, bar(599, 2500), bar(700, 2500))
    assert places[0] < view._x(START + 600 * MINUTE_MS) < places[1]


def test_bars_that_stand_close_have_their_amounts_together(view: StripView) -> None:
    show(view, bar(300, 2500), bar(301, 3000), bar(900, 1000))
    assert [words for words, _ in view.amounts_shown()] == ["2.5 g + 3 g", "1 g"]
    show(view, bar(1438, 2500), bar(1439, 3000))
    ((words, left),) = view.amounts_shown()
    assert words.startswith("2.5") and left < view.bar_places()[0]  # there is no room behind them


def test_a_number_lies_on_no_dot(view: StripView) -> None:
    dots = tuple(
        Dot(START + minute * MINUTE_MS, value, Phase.ROUTINE)
        for minute, value in ((600, 6), (625, 6), (650, 6), (651, 6))
    )
    view.show_strip(DayStrip(START, START + DAY_MS, (), (), dots, None), "")
    places = view.digits_places()
    centres = [view._x(dot.local_ms) for dot in dots]
    width = QFontMetrics(theme().font(12.5, bold=True)).horizontalAdvance("6")
    for left in places:
        assert left is None or all(x + 4 <= left or left + width <= x - 4 for x in centres)
    assert places[0] is not None and None in places


def test_the_words_count_every_dose_in_its_own_unit(view: StripView) -> None:
    show(view, bar(300, 25, "25 mg"), bar(300, 25, "25"), bar(360, 25, "0.025 g"), bar(420, None))
    assert view.accessibleName() == ("The day: 4 doses: 09:00 25 mg, 09:00 25 mg, 10:00 0.025 g, 11:00 unknown amount")


# --- the night before ------------------------------------------------------------------------------------------------


def with_night(view: StripView, *minutes: int) -> None:
    """A dose in the middle of the day, and one at each of these minutes before it began."""
    night = tuple(bar(-minute, 2000) for minute in minutes)
    view.show_strip(DayStrip(START, START + DAY_MS, (), (bar(600, 2500),), (), None, night), "")


def test_the_night_has_a_lane_left_of_the_day(view: StripView) -> None:
    alone = show(view, bar(600, 2500))
    with_night(view, 164)
    assert view.bar_places()[0] > alone[0] and view._plot().left() > view._lane_width()
    assert view._lane_words() == ("last night", "2 g", "01:16")


def test_a_lane_has_words_and_an_edge_that_are_seen(view: StripView) -> None:
    show(view, bar(600, 2500))
    before = view.grab().toImage()
    with_night(view, 164, 60)
    assert view.grab().toImage() != before
    assert view._lane_words() == ("last night", "2 g + 2 g", "01:16–03:00")


def test_a_night_of_many_doses_leaves_the_day_its_room(view: StripView) -> None:
    with_night(view, *range(170, 10, -10))
    assert view._lane_words()[1] == "16 doses" and view._plot().width() > view.width() / 2


def test_the_night_is_told_and_counted_to_the_day_before(view: StripView) -> None:
    with_night(view, 164)
    assert view.accessibleName().endswith("Last night, counted to the day before: 01:16 2 g")
    assert view.accessibleName().startswith("The day: 1 dose: ")
