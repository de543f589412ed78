"""Beside a form: the emergency before something is taken, and what to do about a sign that could not be saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from journal.core.moments import moment_now
from journal.ui.shell.notice_about import About

if TYPE_CHECKING:
    from journal.guidance.blood_pressure import HighPressure
    from journal.ui.kit.bridge import Bridge
    from journal.ui.safety.quiet_notice import QuietNotice
    from journal.ui.shell.notice_made import NoticeMaker
    from journal.ui.shell.open_pressures import OpenPressures
    from journal.ui.shell.said_of_list import SaidOfList

_TAKING = ("dose", "intake")  # the forms before which an emergency is told of


class Board(Protocol):
    """Where one notice stands at a time; what else it shows is not known here."""

    about: About
    of_list: SaidOfList

    def show(self, notice: QuietNotice, about: About) -> None:
        """In place of the one that stands there."""

    def say_what_waits(self) -> None:
        """What stood there before."""

    def says_more_than(self, high: HighPressure) -> bool:
        """Whether what stands there holds for this pressure, too."""

    def say_pressure(self, high: HighPressure | None, unsaved: bool = False) -> None:
        """What to do about a blood pressure."""


class NoticesAtForms(QObject):
    """``call`` leads to the emergency numbers."""

    def __init__(
        self,
        parent: QObject,
        bridge: Bridge,
        board: Board,
        make: NoticeMaker,
        call: Callable[[], object],
        pressures: OpenPressures,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._board, self._make, self._call, self._pressures = bridge, board, make, call, pressures
        bridge.not_saved.connect(self._hear_not_saved)

    def opened(self, kind: str) -> None:
        """Something that is taken is about to be written down: an emergency of the last day is told of beside it."""
        about = self._board.about
        if kind not in _TAKING or about.signs or about.unsaved:
            return
        notice = self._make.at_form(self._pressures.at_taking() or about.high, self._board.of_list.speech())
        if notice is not None:
            notice.more_wanted.connect(self._call)
            self._board.show(notice, About(at_form=kind))
        elif about.at_form:
            self._board.say_what_waits()

    def gone(self) -> None:
        """It was saved or put away."""
        if self._board.about.at_form:
            self._board.say_what_waits()

    def put_right(self) -> None:
        """What could not be saved may have been."""
        if self._board.about.signs or self._board.about.unsaved:
            self._board.say_what_waits()

    def _hear_not_saved(self, kind: str, typed: Mapping[str, object]) -> None:
        """A form refused a sign or a blood pressure, or asks about it: help does not wait until it is saved."""
        if not typed:
            self._forget_unsaved(kind)
        elif kind == "rating":
            self._say_unsaved_signs(typed)
        if kind != "measurement" or not (typed.get("systolic") or typed.get("diastolic")):
            return
        from journal.guidance.pressure_as_typed import high_as_typed

        high = high_as_typed(self._bridge.logbook, typed, moment_now(self._bridge.clock))
        if high is None:
            self._forget_unsaved(kind)
        elif not self._board.says_more_than(high):
            self._board.say_pressure(high, unsaved=True)

    def _forget_unsaved(self, kind: str) -> None:
        """What was said of it is true of nothing: its form was left, or something else stands there by now."""
        about = self._board.about
        if (kind == "measurement" and about.unsaved) or (kind == "rating" and about.signs):
            self._board.say_what_waits()

    def _say_unsaved_signs(self, typed: Mapping[str, object]) -> None:
        high = self._board.about.high or self._pressures.newest()
        notice = self._make.unsaved_signs(typed, high, self._board.of_list.speech())
        if notice is not None:
            notice.more_wanted.connect(self._call)
            self._board.show(notice, About(signs=True))
