"""The list of charts: one line is all that a chart needs to be offered, drawn and read as a table."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.trends import charts, choices
from journal.ui.trends.charts import CHARTS, Chart
from journal.ui.trends.findings import Findings, Shown
from tests.ui.trends.conftest import OpenScreen


def test_codes_are_there_once() -> None:
    codes = [each.code for each in CHARTS]
    assert len(set(codes)) == len(codes)


def test_a_planted_chart_is_offered_and_drawn(
    monkeypatch: pytest.MonkeyPatch, weeks: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    built: list[str] = []

    def build(findings: Findings, measure: str, group: object, texts: Texts) -> Shown:
        built.append(measure)
        return charts._overview(findings, measure, None, texts)

    planted = Chart("planted", "Amount", build)  # a name that the extraction knows
    monkeypatch.setattr(choices, "CHARTS", (*CHARTS, planted))
    shown = open_screen(weeks)
    next(each for each in shown.views._pills() if each.text() == "Amount").click()
    qtbot.waitUntil(lambda: bool(built))
    assert shown.measures.isHidden()  # it has none to choose from
