"""Every mark that a day can bear is set from Today."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import DayMarkKind
from journal.logbook import Logbook
from journal.ui.entries.mark_form import MarkForm
from journal.ui.shell.body import Body
from tests.ui.conftest import keys


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("mark", list(DayMarkKind))
def test_each_mark_is_two_presses_and_enter_away(body: Body, plain_book: Logbook, mark: DayMarkKind) -> None:
    today = body.today
    assert today is not None
    today.turn(-2)
    today.column.about_day.click()
    form = today.panel.form
    assert isinstance(form, MarkForm)
    next(pill for pill in form.mark._pills() if pill.text() == _words(form, mark)).click()
    keys(Qt.Key.Key_Return)
    assert [known.mark for known in plain_book.days(today.day, today.day)[0].marks] == [mark]


def _words(form: MarkForm, mark: DayMarkKind) -> str:
    from journal.texts.names import DAY_MARKS

    return form.texts(DAY_MARKS[mark])
