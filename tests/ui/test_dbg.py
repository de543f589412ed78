from tests.ui.conftest import *
from tests.ui.conftest import keys, ctrl
from PySide6.QtCore import Qt
import datetime as dt
from journal.core.moments import moment_from_local
def test_a(body, plain_book):
    keys(ctrl(Qt.Key.Key_R)); f=body.today.panel.form; f._more.click()
    print(QApplication.focusWidget()); keys("Knee"); print(f._field.currentText()); keys(Qt.Key.Key_Return)
    print(f.message.text(), QApplication.focusWidget(), [s.name or s.code for s,_ in f._rows])
    keys("7"); print([s.value() for _,s in f._rows], QApplication.focusWidget())
def test_b(known, plain_book, open_window):
    plain_book.clock.ms = moment_from_local(dt.datetime(2026, 10, 25, 9, 0), "Europe/Berlin").utc_ms
    body=open_window(plain_book)
    keys(ctrl(Qt.Key.Key_D), "2")
    form=body.today.panel.form
    form.time.edit.setFocus(); keys("2:30", Qt.Key.Key_Return); print([b.text() for b in form.time.choices()], QApplication.focusWidget().text())
    keys(Qt.Key.Key_Tab); print(QApplication.focusWidget().text() ); keys(Qt.Key.Key_Return); print(form.time.edit.text(), form.message.text(), QApplication.focusWidget())
    keys(Qt.Key.Key_Return); print(form.message.text())
