"""Groups of products on Trends: the most used one leads, the others are one pill away, kinds not said are asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Product, ProductKind
from journal.insights.groups import Group
from journal.logbook import Logbook
from journal.ui.trends.screen import TrendsScreen
from tests.ui.trends.conftest import TODAY, OpenScreen, settled
from tests.ui.trends.weeks import GREEN, dose_on

SEVEN = Product(name="Made-up tablets", kind=ProductKind.SEVEN_OH, default_unit="mg")
UNSAID = Product(name="From the command line")


def taken(product: Product, ago: int, hour: int = 12) -> Dose:
    return replace(dose_on(TODAY - dt.timedelta(days=ago), hour), product=product.id)


def texts_of(screen: TrendsScreen) -> list[str]:
    return [f"{card.title.text()}: {card.sentence.text()}" for card in screen.cards.cards]


def test_one_group_needs_no_choice(weeks: Logbook, open_screen: OpenScreen) -> None:
    screen = open_screen(weeks)
    assert not screen.groups.isVisible()
    assert screen.cards.cards[0].title.text() == "Leaf: amount per day taken"
    assert not screen.open_points.kind_missing.isVisible()
    assert screen.open_points.unrecorded.text() == (
        "Entries on 73 of 84 days. Days that were not recorded may differ: busy days are written down less often."
    )


def test_the_most_used_group_leads_and_the_others_are_reachable(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    weeks.save(SEVEN)
    weeks.save_all([taken(SEVEN, ago, hour) for ago in range(1, 29) for hour in (9, 11, 13)], label="many.imported",
                   origin="import")  # fmt: skip
    screen = open_screen(weeks)
    assert screen.groups.isVisible() and screen.groups.value() is Group.SEVEN_OH
    assert "7-OH: amount per day taken: New on 25 Oct 2026." in texts_of(screen)[0]
    assert screen.chart.table()[0][2] == "7-OH, mg"
    screen.groups.set_value(Group.LEAF)
    screen.groups.changed.emit(Group.LEAF)
    assert screen.cards.cards[0].title.text() == "Leaf: amount per day taken"  # at once, before the chart is made
    settled(qtbot, screen)
    assert screen.chart.table()[0][2] == "Leaf, g"
    screen.views.set_value("calendar")
    screen.views.changed.emit("calendar")
    settled(qtbot, screen)
    assert screen.chart.accessibleName() == "Calendar: leaf, g a day by day"
    weeks.save(replace(GREEN, name="Other"))
    settled(qtbot, screen)
    assert screen.groups.value() is Group.LEAF  # what was chosen stays chosen


def test_kinds_that_are_not_said_are_counted_and_can_be_said(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen
) -> None:
    weeks.save(UNSAID)
    weeks.save(*(taken(UNSAID, ago) for ago in (1, 2, 3)))
    screen = open_screen(weeks)
    assert screen.open_points.kind_missing.text() == (
        "Kind not said on 3 of 65 days with doses. What was taken then is counted in no other group."
    )
    assert "known in part" in texts_of(screen)[0]
    with qtbot.waitSignal(screen.kinds_wanted):
        screen.open_points.say_kinds.click()
    weeks.save(replace(UNSAID, kind=ProductKind.LEAF_POWDER))
    qtbot.waitUntil(lambda: not screen.open_points.kind_missing.isVisible())
