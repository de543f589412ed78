"""The place of an open form, on a real journal: one at a time, and nothing typed is thrown away."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.mark_form import MarkForm
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form_host import FormHost
from journal.ui.products.product_form import ProductForm
from tests.ui.conftest import BridgeTo


@dataclass
class Place:
    """A host with the forms of two kinds, and what it told."""

    holder: QWidget
    host: FormHost
    bridge: Bridge
    told: list[str]

    def note(self, text: str = "") -> NoteForm:
        form = NoteForm(self.bridge, "here.note")
        form.open_new()
        self.host.open(form)
        form.note.setPlainText(text)
        return form


@pytest.fixture
def place(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> Place:
    bridge, holder, told = bridge_to(plain_book, english()), QWidget(), list[str]()
    makers = {
        "here.note": lambda: NoteForm(bridge, "here.note"),
        "here.day_mark": lambda: MarkForm(bridge, "here.day_mark"),
    }
    host = FormHost(bridge, QVBoxLayout(holder), makers, holder)
    for name, signal in (("opened", host.opened), ("closed", host.closed), ("saved", host.saved)):
        signal.connect(lambda *_, name=name: told.append(name))
    qtbot.addWidget(holder)
    holder.show()
    with qtbot.waitActive(holder):
        holder.activateWindow()
    return Place(holder, host, bridge, told)


def test_a_saved_form_goes_and_so_does_its_draft(place: Place, plain_book: Logbook, qtbot: QtBot) -> None:
    form = place.note("slept well")
    qtbot.waitUntil(form.note.hasFocus)
    assert place.host.keep_draft() and len(plain_book.drafts()) == 1
    form.save()
    assert place.told == ["opened", "saved", "closed"]
    assert place.host.form is None and plain_book.drafts() == []


def test_a_line_goes_on_behind_what_is_typed_in_it(place: Place, qtbot: QtBot) -> None:
    form = ProductForm(place.bridge, "here.product")
    form.open_new()
    place.host.open(form)
    qtbot.waitUntil(form.name.hasFocus)
    form.name.setText("Dad half")
    form.name.selectAll()
    assert not place.host.free() and form.message.text() == "Save or cancel this first."
    assert form.name.selectedText() == "" and form.name.cursorPosition() == len("Dad half")
    form.name.insert("5")
    assert form.name.text() == "Dad half5"


def test_what_is_being_typed_stays_and_says_so(place: Place) -> None:
    form = place.note("half")
    assert not place.host.free()
    assert place.host.form is form and form.message.text() == "Save or cancel this first."
    form.note.setPlainText("")
    assert place.host.free() and place.host.form is None


def test_the_draft_of_the_form_before_is_kept(place: Place, plain_book: Logbook) -> None:
    place.note("half")
    mark = MarkForm(place.bridge, "here.day_mark")
    mark.open_new()
    place.host.open(mark)
    assert place.host.form is mark and [each.form for each in plain_book.drafts()] == ["here.note"]


def test_a_form_put_aside_comes_back(place: Place) -> None:
    place.note("half")
    assert place.host.put_aside() and place.host.form is None and len(place.host.drafts()) == 1
    assert place.host.restore_newest()
    form = place.host.form
    assert isinstance(form, NoteForm) and form.note.text() == "half"


def test_a_form_whose_draft_the_disk_refuses_stays(
    place: Place, plain_book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_draft: object) -> None:
        raise Refused("disk-full")

    form = place.note("half")
    monkeypatch.setattr(plain_book, "save_draft", full)
    assert not place.host.put_aside() and place.host.form is form and form.message.text()


def test_a_draft_that_cannot_be_shown_goes_and_the_next_one_comes(place: Place, plain_book: Logbook) -> None:
    place.note("half")
    place.host.put_aside()
    plain_book.save_draft("here.day_mark", "{not json")
    plain_book.save_draft("elsewhere.note", "{not json")  # of another place
    assert place.host.restore_newest() and isinstance(place.host.form, NoteForm)
    assert "here.day_mark" not in [each.form for each in plain_book.drafts()]
    assert "elsewhere.note" in [each.form for each in plain_book.drafts()]
