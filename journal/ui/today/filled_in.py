"""What is known already when a form is opened from beside the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.check_ins import Instrument

if TYPE_CHECKING:
    from journal.core.substances import Taken
    from journal.ui.kit.form import Form


def say_what_was_taken(form: Form, taken: Taken) -> None:
    """Of an intake: its kind."""
    from journal.ui.entries.declared_form import DeclaredForm  # a form is open by now

    assert isinstance(form, DeclaredForm)
    form.fill_in(what=taken)


def ask_about_the_week(form: Form) -> None:
    """Of a check-in: the questions of the week."""
    from journal.ui.entries.check_in_form import CheckInForm  # a form is open by now

    assert isinstance(form, CheckInForm)
    form.open_instrument(Instrument.PEG)
