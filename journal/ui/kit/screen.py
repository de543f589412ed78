"""What the window may ask of what fills it: of a screen of the open journal, and of a page without one."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from journal.core.entries import Draft
    from journal.core.refusal import Refused


class Screen(QWidget):
    """A screen of the open journal.

    What every screen must answer is abstract and has no default: where one forgets or renames it, mypy refuses to make
    that screen. (Qt has a metaclass of its own, so nothing checks this when the program runs.)
    """

    @abstractmethod
    def shown(self) -> None:
        """The person came to this screen: the keyboard goes where they most likely go on."""

    @abstractmethod
    def keep_draft(self) -> None:
        """Write down what is typed and not saved."""

    @property
    @abstractmethod
    def busy(self) -> bool:
        """Whether it is doing something long with the journal, which must not be closed meanwhile."""

    def begin_find(self) -> bool:
        """Put the keyboard where this screen is searched; whether there is such a place."""
        return False

    def bring_back(self, typed: Draft) -> bool:
        """Open a form that was cancelled here, with what was typed in it; whether it is open now."""
        from journal.ui.kit.form_host import FormHost

        host = next((host for host in self.findChildren(FormHost) if host.has_place_for(typed.form)), None)
        return host is not None and host.bring_back(typed)

    def keep_what_waits(self) -> Refused | None:
        """Write down what is typed and not saved; answers why not, where a form could not be kept."""
        from journal.ui.kit.form import Form

        self.keep_draft()
        refusals = [form.keep_what_waits() for form in self.findChildren(Form)]
        return next((refusal for refusal in refusals if refusal is not None), None)


class ScreenOfSections(Screen):
    """A screen of which one section is seen at a time: what is brought back may belong to another one."""

    @abstractmethod
    def bring_back(self, typed: Draft) -> bool:
        """The same, in the section to which it belongs."""
        return super().bring_back(typed)


class Page(QWidget):
    """What fills the window while no journal is open: the first start, the passphrase, or why there is none."""

    @abstractmethod
    def first_field(self) -> QWidget | None:
        """Where the keyboard goes; None leaves it where it is."""
