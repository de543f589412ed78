"""An urge in three presses, with what helps and whom to talk to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from journal.core.entries import Contact, Help, Urge
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.check_ins import UrgeKind
from journal.ui.entries.diary_rows import Row, RowKind
from journal.ui.entries.names import Names
from journal.ui.entries.urge_form import UrgeForm
from journal.ui.kit.bridge import Bridge
from journal.ui.shell.body import Body
from tests.ui.conftest import keys


def kept(book: Logbook) -> Urge:
    (urge,) = book.days(book.today(), book.today())[0].entries["urge"]
    assert isinstance(urge, Urge)
    return urge


def test_the_pill_a_digit_and_enter(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    body.today.aside.something_else.others["urge"].click()
    keys("7", Qt.Key.Key_Return)
    assert kept(plain_book).value == 7
    row = Row(RowKind.ENTRIES, plain_book.today(), (kept(plain_book),))
    line = UrgeKind().line(body.texts, Names(Bridge(plain_book, english())), row)
    assert (line.title, line.detail) == ("Urge", "7 of 10")


def test_without_a_number_it_is_kept_too(body: Body, plain_book: Logbook) -> None:
    body.act("urge")
    keys(Qt.Key.Key_Return)
    assert kept(plain_book).value is None


def test_what_helps_and_whom_to_talk_to_stand_there_before_anything_is_said(body: Body, plain_book: Logbook) -> None:
    plain_book.save(Help(text="call Sam"))
    plain_book.save(Contact(name="Sam", phone="555 0100"))
    body.set_country("US")
    body.act("urge")
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, UrgeForm)
    said = " ".join(each.text() for each in form.findChildren(QLabel))
    assert "988" in said
    assert "Sam" in said
    form.helped._chips["call Sam"].click()
    form.save()
    assert kept(plain_book).helped == ("call Sam",)
