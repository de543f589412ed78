"""The backups of a journal, newest first: each opened and counted, with what going back to it would mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.backups import Compared, Contents
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.logbook.backups import FoundBackup, found_backups, leaves_it_open, newest_first
from journal.texts import Texts
from journal.texts.backup_words import comparison, made_for, made_on, seen_in, size_of
from journal.texts.refusals import explain
from journal.ui.kit.buttons import button, plain_button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tasks import Task, run_in_background, run_task, while_alive
from journal.ui.kit.widgets import announce, clear_layout, hairline, label

_SHOWN = 8  # at first; the others are asked for


class Listed(NamedTuple):
    """A row: a backup, and where the same lies in the second folder, too, if so."""

    backup: FoundBackup
    copy: Path | None = None


def each_once(backups: Sequence[FoundBackup], unsound: Collection[Path] = ()) -> list[Listed]:
    """A copy in the second folder stands for itself only where none of its name and size lies beside the journal.

    So it does where one of the two is ``unsound``.
    """
    sound = [backup for backup in backups if backup.path not in unsound]
    beside = {_alike(backup) for backup in sound if not backup.second}
    copies = {_alike(backup): backup.path for backup in sound if backup.second}
    rows = []
    for backup in backups:
        if backup not in sound:
            rows.append(Listed(backup))
        elif not backup.second:
            rows.append(Listed(backup, copies.get(_alike(backup))))
        elif _alike(backup) not in beside:
            rows.append(Listed(backup))
    return rows


def _alike(backup: FoundBackup) -> tuple[str, int]:
    return backup.path.name, backup.size


class BackupList(QWidget):
    """``restore_wanted(path)``: the person has read what it means and wants that one.

    ``count`` opens and counts a backup; ``compare`` holds it beside the journal of today, None where that cannot be
    opened. Both are called in a worker and may raise Refused.
    """

    restore_wanted = Signal(object)  # Path
    _seen = Signal(object, object)  # from the worker: the backup's path, Contents or Refused

    def __init__(
        self,
        texts: Texts,
        journal: Path,
        clock: Clock,
        count: Callable[[Path], Contents],
        compare: Callable[[Path], Compared] | None = None,
    ) -> None:
        super().__init__()
        self.texts, self._journal, self._clock = texts, journal, clock
        self._count, self._compare = count, compare
        self._elsewhere: Sequence[FoundBackup] = ()
        self._unsound = set[Path]()  # that were opened and refused: a copy of it elsewhere may be better
        self._all = False
        self._task: Task | None = None
        self.rows: list[BackupRow] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(10)
        self.more = plain_button("", self._show_all)
        self._seen.connect(self._saw)

    def show_elsewhere(self, backups: Sequence[FoundBackup]) -> None:
        """These lie in the second folder."""
        if list(backups) != list(self._elsewhere):
            self._elsewhere = backups
            self.refresh()

    @property
    def elsewhere(self) -> Sequence[FoundBackup]:
        """Those of the second folder."""
        return self._elsewhere

    def refresh(self) -> None:
        """List what is there now, and look through each in a worker, the newest first.

        One that lies in both folders is one row. Where nothing is new an open question stays.
        """
        beside = found_backups(self._journal)
        rows = each_once(newest_first([*beside, *self._elsewhere]), self._unsound)
        shown = rows if self._all else rows[:_SHOWN]
        if shown != [row.listed for row in self.rows]:
            self._look_at(shown, len(rows) - len(shown))

    def look_again(self, elsewhere: Sequence[FoundBackup] = ()) -> None:
        """List them anew, with these of the second folder: with another passphrase others open."""
        self._elsewhere = elsewhere
        self._unsound.clear()
        self.rows = []
        self.refresh()

    def _look_at(self, shown: list[Listed], others: int) -> None:
        if self._task is not None:
            self._task.cancel()
        self._fill(shown, others)
        self._task = run_task(lambda task: self._look_through(task, shown), while_alive(self, self._looked))

    def _looked(self, _done: object) -> None:
        """The copy in the second folder of one that cannot be read is listed, too."""
        if self._elsewhere and self._unsound:
            self.refresh()

    def _fill(self, shown: list[Listed], others: int) -> None:
        self._body.removeWidget(self.more)
        self.more.setParent(self)
        clear_layout(self._body)
        self.rows = [BackupRow(self, listed) for listed in shown]
        for row in self.rows:
            self._body.addWidget(row)
        self._body.addWidget(self.more)
        self.more.setText(self.texts.plural("Show {n} more", "Show {n} more", others))
        self.more.setVisible(others > 0)

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        if len(self.rows) > _SHOWN:
            self.rows[_SHOWN].look.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_through(self, task: Task, shown: list[Listed]) -> None:
        """In the worker: one after the other, each said as soon as it is known."""
        for listed in shown:
            if task.cancelled():
                return
            for path in filter(None, (listed.backup.path, listed.copy)):
                self._seen.emit(path, self._counted(path))

    def _saw(self, path: Path, outcome: Contents | Refused) -> None:
        if isinstance(outcome, Refused) and outcome.code != "backup-passphrase-untyped":
            self._unsound.add(path)
        for row in self.rows:
            if row.backup.path == path:
                row.show_seen(outcome)

    def named(self, listed: Listed) -> str:
        """When it was made, and that it lies in the second folder if so."""
        made = made_on(self.texts, listed.backup.made, self._clock)
        if listed.copy is not None:
            return self.texts("{made}, in both folders", made=made)
        return self.texts("{made}, in the second folder", made=made) if listed.backup.second else made

    @property
    def replaces_one(self) -> bool:
        """Whether there is a journal whose place a copy would take."""
        return self._journal.exists()

    def leaves_it_open(self, backup: FoundBackup) -> bool:
        """Whether going back to it takes the journal's passphrase away."""
        return leaves_it_open(self._journal, backup.path)

    def compare(self, row: BackupRow) -> None:
        """What going back to it would mean, for the row."""
        compare, path = self._compare, row.backup.path
        if compare is None:
            row.show_comparison(None)
        else:
            run_in_background(
                lambda: compare(path), while_alive(row, row.show_comparison), while_alive(row, row.refuse)
            )

    def _counted(self, path: Path) -> Contents | Refused:
        try:
            return self._count(path)
        except Refused as refused:
            return refused


class BackupRow(QWidget):
    """One backup: when it was made, its size, what was seen in it, and the way back."""

    def __init__(self, owner: BackupList, listed: Listed) -> None:
        super().__init__()
        self._owner, self.listed = owner, listed
        self.backup = backup = listed.backup
        self._texts = texts = owner.texts
        name = owner.named(listed)
        self.facts = label("", "small", wrap=True)
        self.look = button(texts("Go back to it…"), self._ask)
        self.look.setAccessibleName(texts("{action}: {name}", action=self.look.text(), name=name))
        self.meaning = label("", "body", wrap=True)
        self.restore = button(texts("Restore"), lambda: owner.restore_wanted.emit(backup.path))
        self.restore.setAccessibleName(texts("{action}: {name}", action=self.restore.text(), name=name))
        self.leave = plain_button(texts("Not now"), self._leave)
        self.question = QWidget()
        asked = QVBoxLayout(self.question)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.addWidget(self.meaning)
        if owner.replaces_one:
            asked.addWidget(label(texts("The journal of today is kept as a backup, in this list."), "small", wrap=True))
        asked.addWidget(flowing(self.restore, self.leave))
        self.question.hide()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(name, "strong", wrap=True))
        column.addWidget(self.facts)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(hairline())
        body.addWidget(words)
        body.addWidget(flowing(self.look))
        body.addWidget(self.question)
        self._say(texts("being opened and counted"))

    def _say(self, seen: str) -> None:
        texts = self._texts
        made = made_for(texts, self.backup.reason)
        self.facts.setText(" · ".join(part for part in (size_of(texts, self.backup.size), made, seen) if part))

    def show_seen(self, outcome: Contents | Refused) -> None:
        """Say what was seen in it; one that cannot be read cannot be gone back to."""
        if isinstance(outcome, Refused):
            self.refuse(outcome)
        else:
            self._say(seen_in(self._texts, outcome))

    def _ask(self) -> None:
        self.look.setEnabled(False)
        self._owner.compare(self)

    def show_comparison(self, compared: Compared | None) -> None:
        """Say what going back would mean, and let the person decide; None: there is nothing to compare with."""
        texts = self._texts
        unknown = [texts("There is no open journal to compare it with, so what is missing in this one is not known.")]
        lines = unknown if compared is None else comparison(texts, compared)
        if self._owner.leaves_it_open(self.backup):
            lines.append(texts("This backup has no passphrase, so the journal would have none: anyone who can use this "
                               "computer account could read it."))  # fmt: skip
        self.meaning.setText("\n".join(lines))
        self.question.show()
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.meaning.text())

    def refuse(self, problem: Exception) -> None:
        """It cannot be gone back to: why not."""
        if isinstance(problem, Refused):
            self._say(explain(self._texts, problem))
            self.look.setEnabled(False)

    def _leave(self) -> None:
        self.question.hide()
        self.look.setEnabled(True)
        self.look.setFocus(Qt.FocusReason.OtherFocusReason)
