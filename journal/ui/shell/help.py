"""Help: the shortcuts, about, what changed, the formats of files, and the licences of what the program is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution

from PySide6.QtCore import QSize, qVersion
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

import journal
from journal.assets import asset
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.entries.listed import LISTED_KINDS
from journal.ui.kit.buttons import primary_button
from journal.ui.kit.help_topic import HelpTopic
from journal.ui.kit.key_names import key_name
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.kit.pages import Sheet
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import heading, label

_KINDS = (*ENTRY_KINDS.values(), *LISTED_KINDS.values())

# Every key there is, by where it works; written as Qt names it. Those of the forms are the kinds' own; the menus' keys
# stand here once more, and a test compares.
SHORTCUTS: Sequence[tuple[str, Sequence[tuple[Sequence[str], str]]]] = (
    (marked("Everywhere"), (
        *(((action.keys,), action.name) for action in (kind.action for kind in _KINDS) if action.keys),
        (("Ctrl+Z",), marked("Undo; inside a text field, the typing there")),
        (("Ctrl+Shift+Z", "Ctrl+Y"), marked("Redo")),
        (("Ctrl+1",), marked("Today; there, back to today’s date")),
        (("Ctrl+2",), marked("Diary")),
        (("Ctrl+3",), marked("Trends")),
        (("Ctrl+4",), marked("Report")),
        (("Ctrl+5",), marked("Products")),
        (("Ctrl+6",), marked("Health")),
        (("Ctrl+7",), marked("Safety")),
        (("Ctrl+,",), marked("Settings")),
        (("Ctrl+F",), marked("Find, from every place: in the guidance on Safety, else in the Diary")),
        (("Ctrl+G",), marked("Go to a date")),
        (("Ctrl++", "Ctrl+="), marked("Larger letters")),
        (("Ctrl+-",), marked("Smaller letters")),
        (("Ctrl+0",), marked("Letters of the usual size")),
        (("Ctrl+O",), marked("Open another journal")),
        (("Ctrl+L",), marked("Lock now, if the journal has a passphrase")),
        (("F9",), marked("Hide at once: an empty window, minimised")),
        (("F8",), marked("Flare: a few large questions for a bad moment")),
        (("F7",), marked("More of what is said first in an emergency, or less")),
        (("F1", "Ctrl+Shift+E"), marked("Emergency, also before the journal is unlocked")),
        (("Shift+F1", "Ctrl+?"), marked("Manual")),
        (("Ctrl+/",), marked("Shortcuts")),
        (("Tab", "Shift+Tab"), marked("Next and previous field or button")),
        (("Enter", "Space"), marked("Press the button that has the ring")),
        (("Alt",), marked("Go to the menus; arrow keys and Enter choose there")),
        (("Ctrl+Q",), marked("Quit")),
    )),
    (marked("In a form"), (
        (("Enter",), marked("Save; in a note, a new line")),
        (("Ctrl+Enter",), marked("Save the note")),
        (("Shift+Enter",), marked("New line in a dose’s note")),
        (("Esc",), marked("Close without saving")),
    )),
    (marked("On a scale"), (
        (("0", "9"), marked("Digits rate; 1 then 0 is 10")),
        (("Left", "Right"), marked("One less, one more")),
        (("Up", "Down"), marked("The symptom above, below")),
        (("Backspace", "Delete"), marked("Take the number back")),
    )),
    (marked("In a list"), (
        (("Up", "Down"), marked("The line above, below")),
        (("Enter", "F2"), marked("Change it")),
        (("Delete", "Backspace"), marked("Delete it; in the trash, for good")),
        (("Alt+Up", "Alt+Down"), marked("Symptoms in Settings: move it up or down")),
    )),
    (marked("Today"), (
        (("Alt+Left",), marked("Previous day")),
        (("Alt+Right",), marked("Next day")),
    )),
    (marked("Diary"), (
        (("Ctrl+F",), marked("Find; a letter typed in the list begins a search, too")),
        (("Ctrl+Shift+D",), marked("Copy as a new entry")),
        (("Ctrl+C",), marked("Copy the line as text")),
    )),
    (marked("Safety"), (
        (("Ctrl+F",), marked("Search the guidance, the list of interactions and the help lines")),
    )),
    (marked("Report"), (
        (("Ctrl+S",), marked("Save the PDF")),
        (("Ctrl+P",), marked("Print")),
    )),
    (marked("Trends"), (
        (("Left", "Right"), marked("On the chart: previous, next day")),
        (("Enter",), marked("Open the day in the Diary")),
    )),
)  # fmt: skip
# What the program is built with, and the licence if its metadata names none.
_MADE_OF = (
    ("PySide6-Essentials", "LGPL-3.0-only"), ("SQLAlchemy", "MIT"),
    ("sqlcipher3", "zlib"), ("alembic", "MIT"), ("platformdirs", "MIT"), ("filelock", "MIT"), ("tzlocal", "MIT"),
    ("tzdata", "Apache-2.0"), ("msgspec", "BSD-3-Clause"), ("numpy", "BSD-3-Clause"), ("matplotlib", "PSF-based"),
    ("reportlab", "BSD-3-Clause"), ("pypdf", "BSD-3-Clause"), ("pycryptodome", "BSD-2-Clause AND Unlicense AND MIT"),
    ("python-bidi", "LGPL-3.0-or-later"),
    ("XlsxWriter", "BSD-2-Clause"), ("python-calamine", "MIT"),
    ("pypdfium2", "BSD-3-Clause AND Apache-2.0, with PDFium and its parts"),
    ("DejaVu fonts in matplotlib", "Bitstream Vera"),
)  # fmt: skip

_BESIDE_FROM, _KEYS_WIDTH = 340, 170  # px at 100 %


class HelpDialog(QDialog):
    """A heading, something to read, and Close."""

    def __init__(self, texts: Texts, title: str, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        close = primary_button(texts("Close"), "Esc", self.accept)
        page = QWidget()
        body = QVBoxLayout(page)
        body.setSpacing(12)
        body.addWidget(heading(title))
        body.addWidget(inside, 1)
        body.addWidget(flowing(close, far="all"))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Sheet(page))
        side = max(560, theme().px(420))
        fit_on_screen(self, QSize(side, side))
        close.setFocus()


def shortcuts_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """Every shortcut there is."""
    inside = QWidget()
    form = QVBoxLayout(inside)
    form.setSpacing(8)
    for place, lines in SHORTCUTS:
        above = heading(texts(place))
        above.setContentsMargins(0, 12 if form.count() else 0, 0, 0)
        form.addWidget(above)
        for keys, meaning in lines:
            line = SideBySide(_BESIDE_FROM, 4)
            line.add(label(", ".join(key_name(key) for key in keys), "strong"), width=_KEYS_WIDTH)
            line.add(label(texts(meaning), wrap=True), 1)
            form.addWidget(line)
    form.addStretch(1)
    return HelpDialog(texts, texts("Shortcuts"), scrolling(inside), parent)


def manual_window(texts: Texts, parent: QWidget | None = None) -> QDialog:
    """The manual of this window: the one that is open, else a new one."""
    from journal.ui.shell.manual_reader import ManualReader

    reader = parent.findChild(ManualReader) if parent is not None else None
    return reader or ManualReader(texts, parent)


def about_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """What this program is and is not."""
    text = texts(
        "Leaf Journal {version}\n\n"
        "A private journal that stays on this computer. It writes down what you tell it and nothing else; it opens no "
        "connection to any network.\n\n"
        "It is no medical device and gives no medical advice. It recommends no product and no amount.\n\n"
        "Free software under the MIT licence, made with Python and Qt {qt}.",
        version=journal.__version__,
        qt=qVersion(),
    )
    words = label(text, wrap=True)
    return HelpDialog(texts, texts("About Leaf Journal"), scrolling(words), parent)


def changes_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """What each version changed; the program asks nobody for a newer one."""
    from journal.ui.shell.what_changed import pages_of

    return HelpDialog(texts, texts("What a new version changed"), scrolling(pages_of(texts)), parent)


def licences_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """The program's own licence and those of its parts."""
    reader = QPlainTextEdit()
    reader.setReadOnly(True)
    reader.setAccessibleName(texts("Licences"))
    reader.setPlainText("\n\n".join([_own(), *(_part(name, licence) for name, licence in _MADE_OF)]))
    return HelpDialog(texts, texts("Licences"), reader, parent)


def formats_dialog(texts: Texts, parent: QWidget | None = None) -> HelpDialog:
    """What stands in each of the program's files, for whoever reads them with another program."""
    pages = sorted(asset("formats").glob("*.md"))
    reader = QPlainTextEdit()
    reader.setReadOnly(True)
    reader.setAccessibleName(texts("File formats"))
    reader.setPlainText("\n\n".join(page.read_text(encoding="utf-8") for page in pages))
    return HelpDialog(texts, texts("File formats"), reader, parent)


def _own() -> str:
    return f"Leaf Journal {journal.__version__}: MIT\n{_licence_text('leaf-journal')}".strip()


def _part(name: str, licence: str) -> str:
    try:
        library = distribution(name)
    except PackageNotFoundError:
        return f"{name}: {licence}"
    named = library.metadata.json.get("license_expression") or licence
    return f"{name} {library.version}: {named}\n{_licence_text(name)}".strip()


def _licence_text(name: str) -> str:
    """The licence files that the installed package carries."""
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return ""
    own = [file for file in files if "dist-info" in str(file)]
    named = [file for file in own if "LICEN" in file.name.upper()][:3]
    # pypdfium2 names its files after the licences: its own, and those of PDFium and its parts.
    wanted = named or [file for file in own if file.parent.name.endswith("LICENSES")]
    return "\n\n".join(_decoded(file.read_binary()).strip() for file in wanted)


def _decoded(text: bytes) -> str:
    """Most licences are in UTF-8, FreeType's is in Latin-1, which every byte belongs to."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


DIALOGS: Mapping[HelpTopic, Callable[[Texts, QWidget], QDialog]] = {
    HelpTopic.MANUAL: manual_window,
    HelpTopic.SHORTCUTS: shortcuts_dialog,
    HelpTopic.FORMATS: formats_dialog,
    HelpTopic.LICENCES: licences_dialog,
    HelpTopic.CHANGES: changes_dialog,
    HelpTopic.ABOUT: about_dialog,
}
