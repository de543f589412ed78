"""Help: the shortcuts, about, and the licences of what the program is made of."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, distribution

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

import journal
from journal.texts import Texts
from journal.ui.kit.widgets import heading, label, primary_button, row, scrolling

SHORTCUTS: Sequence[tuple[str, str]] = (
    ("Ctrl D", "Dose"),
    ("Ctrl R", "How I feel"),
    ("Ctrl K", "Note"),
    ("Enter", "Save the open form"),
    ("Ctrl Enter", "Save the open note"),
    ("Shift Enter", "New line in a dose’s note"),
    ("Esc", "Close the open form without saving"),
    ("0 to 9", "Rate; 1 then 0 is 10"),
    ("← →", "Change a rating by one"),
    ("↑ ↓", "Go to the symptom above or below"),
    ("Backspace", "Take a rating back"),
    ("Alt ← and Alt →", "Previous and next day"),
    ("Ctrl 1 and Ctrl 2", "Today and Diary"),
    ("Ctrl F", "Find in the diary; there, a letter typed in the list begins a search"),
    ("Enter or F2", "Diary: change the selected entry"),
    ("Ctrl Shift D", "Diary: copy the selected entry as a new one"),
    ("Delete", "Diary: move to the trash; in the trash, delete for good"),
    ("Ctrl C", "Diary: copy the selected row as text"),
    ("Ctrl Z", "Undo; inside a text field, the typing there"),
    ("Ctrl Shift Z", "Redo"),
    ("Ctrl Q", "Quit"),
)
# What the program is built with, and the licence if its metadata names none.
_MADE_OF = (
    ("PySide6-Essentials", "LGPL-3.0-only"), ("PySide6-Pdf", "LGPL-3.0-only"), ("SQLAlchemy", "MIT"),
    ("sqlcipher3", "zlib"), ("alembic", "MIT"), ("platformdirs", "MIT"), ("filelock", "MIT"), ("tzlocal", "MIT"),
    ("tzdata", "Apache-2.0"), ("msgspec", "BSD-3-Clause"),
)  # fmt: skip


class HelpDialog(QDialog):
    """A heading, something to read, and Close."""

    def __init__(self, texts: Texts, title: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        close = primary_button(texts("Close"), "Esc", self.accept)
        body = QVBoxLayout(self)
        body.setSpacing(12)
        body.addWidget(heading(title))
        body.addWidget(inside, 1)
        body.addLayout(row(None, close))
        self.resize(560, 560)
        close.setFocus()


def shortcuts_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """Every shortcut there is."""
    inside = QWidget()
    form = QFormLayout(inside)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setHorizontalSpacing(24)
    for keys, meaning in SHORTCUTS:
        form.addRow(label(texts(keys), "strong"), label(texts(meaning), wrap=True))
    return HelpDialog(texts, texts("Shortcuts"), scrolling(inside), parent)


def about_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """What this program is and is not."""
    said = texts(
        "Leaf Journal {version}\n\n"
        "A private journal that stays on this computer. It writes down what you tell it and nothing else; it opens no "
        "connection to any network.\n\n"
        "It is no medical device and gives no medical advice. It recommends no product and no amount.\n\n"
        "Free software under the MIT licence, made with Python and Qt {qt}.",
        version=journal.__version__,
        qt=qVersion(),
    )
    words = label(said, wrap=True)
    return HelpDialog(texts, texts("About Leaf Journal"), scrolling(words), parent)


def licences_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """The program's own licence and those of its parts."""
    reader = QPlainTextEdit()
    reader.setReadOnly(True)
    reader.setAccessibleName(texts("Licences"))
    reader.setPlainText("\n\n".join([_own(), *(_part(name, licence) for name, licence in _MADE_OF)]))
    return HelpDialog(texts, texts("Licences"), reader, parent)


def _own() -> str:
    return f"Leaf Journal {journal.__version__}: MIT\n{_licence_text('leaf-journal')}".strip()


def _part(name: str, licence: str) -> str:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return f"{name}: {licence}"
    named = found.metadata.json.get("license_expression") or licence
    return f"{name} {found.version}: {named}\n{_licence_text(name)}".strip()


def _licence_text(name: str) -> str:
    """The licence files that the installed package carries."""
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return ""
    wanted = [file for file in files if "dist-info" in str(file) and "LICEN" in file.name.upper()]
    return "\n\n".join(text.strip() for file in wanted[:3] if (text := file.read_text()))
