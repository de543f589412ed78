"""After something was deleted for good: which backups still hold it, and whether they are to go, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.texts import Texts
from journal.texts.backup_words import made_on
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.tasks import Task, TaskProgress, run_task, while_alive

if TYPE_CHECKING:
    from journal.logbook.older_copies import Gone, Holding

_NAMED = 5


class OlderCopies(QWidget):
    """The question stays while other entries are looked at. What is deleted for good meanwhile is in it, too."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._texts = bridge, bridge.texts
        self._ids: tuple[str, ...] = ()
        self._looking: Task | None = None
        self.message = InlineMessage()
        self.progress = TaskProgress(bridge.texts)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.message)
        body.addWidget(self.progress)

    def ask_about(self, ids: list[str]) -> None:
        """These were deleted for good: look for them in the backups, in a worker, and ask if any holds them."""
        from journal.logbook.older_copies import holding

        self._ids = (*self._ids, *ids)
        if self._looking is not None:
            self._looking.cancel()
        logbook, wanted, second = self._bridge.logbook, self._ids, self._bridge.second_folder()
        self._looking = run_task(
            lambda task: holding(logbook, wanted, second, task.cancelled), while_alive(self, self._found)
        )
        words = self._texts("Looking for it in the backups")
        self.progress.follow(self._looking, words, can_cancel=False)

    def _found(self, held: Holding) -> None:
        if held.ids != self._ids:
            return
        self._looking = None
        texts = self._texts
        if not held.backups:
            self._ids = ()
            if held.free or held.unread or held.missing is not None:
                self._say(holding_in_words(texts, held, self._bridge.clock))
            return
        self.message.show_message(
            holding_in_words(texts, held, self._bridge.clock),
            [
                (
                    texts.plural("Delete this backup", "Delete these backups", len(held.backups)),
                    lambda: self._go(held),
                ),
                (texts("Keep them"), self._keep),
            ],
            lasting=True,
        )

    def _keep(self) -> None:
        self._ids = ()

    def _go(self, held: Holding) -> None:
        from journal.logbook.older_copies import delete_holding

        logbook, second = self._bridge.logbook, self._bridge.second_folder()
        self._ids = ()
        task = run_task(
            lambda task: delete_holding(logbook, held, second, Watched(lambda _step: None, task.cancelled)),
            while_alive(self, self._gone),
            while_alive(self, self._not_gone),
        )
        self.progress.follow(task, self._texts("Making a new backup, then deleting the older ones"))

    def _gone(self, gone: Gone) -> None:
        self._say(gone_in_words(self._texts, gone))

    def _not_gone(self, problem: Exception) -> None:
        if isinstance(problem, Refused):
            why = explain(self._texts, problem)
            self._say(self._texts("No backup was deleted. {why}", why=why))

    def _say(self, words: str) -> None:
        self.message.show_message(words, [(self._texts("OK"), self.message.dismiss)], lasting=True)


def holding_in_words(texts: Texts, held: Holding, clock: Clock) -> str:
    """Which they are, what deleting them means, and where nothing is known."""
    sentences = [_which(texts, held, clock)]
    if held.backups:
        sentences.append(
            texts(
                "If they are deleted, all else that only they hold goes, too. A new backup is made and checked first."
            )
        )
    if held.unread:
        sentences.append(
            texts.plural(
                "{n} other backup could not be opened, so it is not known whether it holds it. It stays.",
                "{n} other backups could not be opened, so it is not known whether they hold it. They stay.",
                held.unread,
            )
        )
    if held.missing is not None:
        sentences.append(texts("The second folder is not there now, so the copies in it stay."))
    sentences.append(texts("Copies in other places stay: other disks, exported files, printed or sent reports."))
    return "\n".join(sentences)


def _which(texts: Texts, held: Holding, clock: Clock) -> str:
    """A few of them each by its time; many by the oldest and the newest."""
    if not held.backups:
        return texts.plural(
            "{n} backup was opened, and it does not hold what you deleted for good.",
            "{n} backups were opened, and none of them holds what you deleted for good.",
            held.free,
        )
    times = list(dict.fromkeys(made_on(texts, backup.made, clock) for backup in held.backups))
    if len(times) <= _NAMED:
        return texts.plural(
            "{n} backup still holds what you deleted for good: {times}.",
            "{n} backups still hold what you deleted for good: {times}.",
            len(held.backups),
            times=", ".join(times),
        )
    return texts.plural(
        "{n} backup, of {newest}, still holds what you deleted for good.",
        "{n} backups, from {oldest} to {newest}, still hold what you deleted for good.",
        len(held.backups),
        newest=times[0],
        oldest=times[-1],
    )


def gone_in_words(texts: Texts, gone: Gone) -> str:
    """What was deleted, what was made, and what is there still."""
    lines = [
        texts.plural("{n} backup was deleted.", "{n} backups were deleted.", gone.n),
        texts("The new one: {path}", path=gone.made),
    ]
    if gone.left:
        names = ", ".join(str(path) for path in gone.left)
        lines.append(texts("These files could not be deleted: {names}", names=names))
    if gone.stay:
        lines.append(
            texts.plural(
                "{n} backup in the second folder stays, as no newer one could be copied there.",
                "{n} backups in the second folder stay, as no newer one could be copied there.",
                gone.stay,
            )
        )
    return "\n".join(lines)
