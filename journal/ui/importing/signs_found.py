"""One list of the warning signs and blood pressures that an import brought, with what to do about each."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.guidance import Country
from journal.guidance.signs_brought import FoundSigns, dated_lines
from journal.guidance.warning_signs import sign_of
from journal.guidance.whom_to_talk_to import help_lines_of
from journal.texts import Texts
from journal.texts.isolates import isolated
from journal.ui.importing.refused import Lines
from journal.ui.kit.buttons import primary_button
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import label


class SignsFoundDialog(QDialog):
    """Shown once after an import; nothing is asked, and nothing here changes an entry."""

    def __init__(
        self,
        texts: Texts,
        found_signs: FoundSigns,
        now_ms: int,
        country: Country,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        of_signs, others = texts("Warning symptoms among what was imported"), texts("To look at in what was imported")
        title = of_signs if found_signs.noted else others
        self.setWindowTitle(texts("Imported"))
        self.list = Lines(title)
        self.list.show_lines(dated_lines(texts, found_signs, now_ms, country, openly=False))
        close = primary_button(texts("Close"), "Esc", self.accept)
        body = QVBoxLayout(self)
        body.setSpacing(12)
        body.addWidget(label(title, "heading", wrap=True))
        body.addWidget(self.list, 1)
        for line in help_lines_of(texts, country) if found_signs.noted else ():
            body.addWidget(label(line, "small", wrap=True))
        if any(sign_of(sign.code).code == "suicidal_thoughts" for sign in found_signs.noted):
            own = ", ".join(f"{isolated(line.name)} ({line.number})" for line in country.of_kind("own"))
            if own:
                body.addWidget(label(texts("Your own people: {people}", people=own), wrap=True))
        body.addWidget(flowing(close, far="all"))
        fit_on_screen(self, QSize(theme().px(640), theme().px(480)))
