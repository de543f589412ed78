"""What must be put right or answered before pages are saved or printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from journal.core.entries import Condition
from journal.reports.options import ReportOptions
from journal.reports.sheet_options import WHO_CAN_READ_IT, SheetKind, SheetOptions
from journal.ui.kit.bridge import Bridge
from journal.ui.report.asked_choice import AskedChoice
from journal.ui.report.made import Made
from journal.ui.report.making import Source
from journal.ui.report.outcome import Outcome
from journal.ui.report.pdf_password import PdfPassword
from journal.ui.report.private_this_time import PrivateThisTime
from journal.ui.report.second_question import second_question
from journal.ui.report.sheet_choice import SheetChoice

GoOn = Callable[[], object]
Chosen = ReportOptions | SheetOptions


class AskedFirst:
    """Asks where the outcome stands, one thing at a time.

    ``in_sight``: the pages that are shown, if the journal has not changed since they were made.
    """

    def __init__(
        self, bridge: Bridge, password: PdfPassword, what: SheetChoice, outcome: Outcome, private: PrivateThisTime,
        source: Callable[[], Source], in_sight: Callable[[], Made | None],
    ) -> None:  # fmt: skip
        self._bridge, self._texts, self._password, self._what = bridge, bridge.texts, password, what
        self._outcome, self._private, self._source, self._in_sight = outcome, private, source, in_sight
        self._compared: tuple[Made, bool] | None = None  # pages, and whether they tell anything private

    def chosen(self, then: GoOn) -> Chosen | None:
        """What was chosen, if it can be put on pages; else why not is said. ``then``: once a question is answered."""
        why = self._what.why_not() or self._password.problem()
        if why:
            self._outcome.say(why)
            return None
        if (open_still := self._what.unanswered()) is not None:
            self._ask_for_answer(open_still, then)
            return None
        chosen = self._what.chosen()
        if chosen is None or self._private.is_sure_of(chosen):
            return chosen
        made = self._in_sight()
        if made is not None and self._must_be_compared(made, chosen):
            self._compare(made, then)
            return None
        return None if self._ask_about_private(chosen, self._may_tell(made, chosen), then) else chosen

    def who_can_read_it(self, go_on: str, then: GoOn) -> None:
        """Of a card: who can read it is read first, wherever the page is scrolled to."""
        if self._what.kind is not SheetKind.EMERGENCY:
            then()
            return
        not_now = (self._texts("Not now"), self._not_now)
        self._outcome.ask_first(self._texts(WHO_CAN_READ_IT), [(go_on, partial(self._go_on, then)), not_now])

    def _not_now(self) -> None:
        self._private.forget()
        self._outcome.done_with()

    def _go_on(self, then: GoOn) -> None:
        self._outcome.done_with()
        then()

    def _must_be_compared(self, made: Made, chosen: Chosen) -> bool:
        """Whether the pages in sight are these, and may be the same without what is marked private."""
        with_private = isinstance(chosen, ReportOptions) and chosen.private
        compared = self._compared is not None and self._compared[0] is made
        return with_private and made.chosen == chosen and not compared

    def _compare(self, made: Made, then: GoOn) -> None:
        """In a worker, once for these pages: only who hands them over waits for a second making."""
        source = self._source()

        def compared(tells: bool) -> None:
            self._compared = made, tells
            then()

        self._outcome.run(
            self._texts("Looking for private entries"), lambda task: source.tells_private(made, task), compared
        )

    def _may_tell(self, made: Made | None, chosen: Chosen) -> bool:
        """Not where the pages in sight are these, and would be the same without what is marked private."""
        if made is None or made.chosen != chosen or self._compared is None or self._compared[0] is not made:
            return True
        return self._compared[1]

    def _ask_about_private(self, chosen: Chosen, may_tell: bool, then: GoOn) -> bool:
        """What is marked private is never printed without being asked twice, each time. False: nothing of it would.

        Both answers go on.
        """
        logbook = self._bridge.logbook
        second = second_question(self._texts, chosen, logbook.listed(Condition), logbook.today(), may_tell)

        def print_it() -> None:
            self._private.print_it(chosen)
            then()

        def leave_out() -> None:
            self._private.leave_out()
            then()

        if second is not None:
            self._outcome.ask_first(second.words, [(second.no, leave_out), (second.yes, print_it)])
        return second is not None

    def _ask_for_answer(self, asked: AskedChoice, then: GoOn) -> None:
        """What can be used against a person is never printed, and never left out, by itself."""

        def answer(printed: bool) -> None:
            asked.set_answer(printed)
            then()

        words = self._texts("{what}: print it this time, or leave it out?", what=asked.title)
        leave_out = (self._texts("Leave it out"), partial(answer, False))
        self._outcome.ask_first(words, [leave_out, (self._texts("Print it"), partial(answer, True))])
