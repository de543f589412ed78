"""Backups: one by itself or at once, what each of them holds, and the way back to one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from journal.core.backup_thinning import ALL_OF_DAYS, DAILY, GIGABYTE, MONTHLY, WEEKLY, ceiling_for
from journal.core.moments import moment_now, utc_now
from journal.core.preferences import BACKUP_ROOMS, setting_for
from journal.core.updating import Watched
from journal.device import SecondFolder
from journal.logbook.backups import found_backups
from journal.logbook.belongings import backup_folder
from journal.logbook.second_folder import Seen, begin, look_at
from journal.texts.backup_words import size_of
from journal.ui.backups.backup_list import BackupList
from journal.ui.backups.both_folders import BothFolders
from journal.ui.kit.breakable import breakable
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.computer import Computer
from journal.ui.kit.file_dialogs import ask_for_folder
from journal.ui.kit.last_request import LastRequest, Request
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label
from journal.ui.settings.job_page import JobPage
from journal.ui.settings.locked_backups import LockedBackups
from journal.ui.settings.second_folder_card import SecondFolderCard


class BackupsPage(JobPage):
    """``restore_wanted(backup)``: the shell closes the journal and puts a copy of that backup in its place."""

    restore_wanted = Signal(object)  # Path, or OpenedWith

    def __init__(self, bridge: Bridge, computer: Computer) -> None:
        super().__init__(bridge.texts)
        self._bridge, self._computer, self._looks = bridge, computer, LastRequest(self)
        bridge.backed_up.connect(self.refresh)
        self.dialog: QFileDialog | None = None
        logbook = bridge.logbook
        self.by_itself = TickBox(self.texts("Make backups automatically"), logbook.preferences.automatic_backups)
        self.by_itself.setEnabled(bridge.can_write)
        self.by_itself.toggled.connect(self._chosen)
        self.kept = label(role="quiet", wrap=True)
        self.room = ChipRow(self.texts("Room for backups"), [(room, self._room(room)) for room in BACKUP_ROOMS])
        self.room.setEnabled(bridge.can_write)
        self.room.changed.connect(self._choose_room)
        self.place = label(role="quiet", wrap=True)
        self.back_up_button = button(self.texts("Back up now"), self.back_up)
        self.add_card(
            self.texts("New backups"),
            self.by_itself,
            self.kept,
            label(self.texts("Room that they may take together"), wrap=True),
            self.room,
            self.place,
            flowing(self.back_up_button),
        )
        self.locked = LockedBackups(self.texts, logbook)
        locked = self.locked
        self.list = BackupList(self.texts, logbook.path, bridge.clock, locked.count, locked.beside_today)
        locked.typed.connect(lambda: self.list.look_again(self.list.elsewhere))
        self.list.restore_wanted.connect(lambda path: self.restore_wanted.emit(locked.chosen(path)))
        self.none = label(self.texts("There is none yet."), role="quiet", wrap=True)
        self.add_card(self.texts("Go back to a backup"), self.none, locked, self.list)
        self.second = SecondFolderCard(self.texts, bridge.clock)
        self.second.choose_wanted.connect(self._choose_second)
        self.second.stop_wanted.connect(self.stop_second)
        self.add_card(self.texts("Second folder"), self.second)
        self.refresh()

    def _kept(self) -> str:
        return self.texts(
            "One is made soon after the start, once a day while the window stays open, and when it is closed, if "
            "anything changed since the newest that opens with the journal’s passphrase. What a backup or an update "
            "replaces is kept, too. All of the last {all} days are kept. Of earlier ones the last of a day is kept for "
            "{days} days, the last of a week for {weeks} weeks, the last of a month for {months} months, and the last "
            "of every year; {room} at most. Those that you ask for are always kept.",
            all=ALL_OF_DAYS,
            days=DAILY,
            weeks=WEEKLY,
            months=MONTHLY,
            room=size_of(self.texts, ceiling_for(self._size(), self._bridge.logbook.preferences.backup_room)),
        )

    def _room(self, gigabytes: int) -> str:
        return size_of(self.texts, gigabytes * GIGABYTE) if gigabytes else self.texts("As usual")

    def _choose_room(self, gigabytes: object) -> None:
        """Older ones make room when the next one is made; the newest good one always stays."""
        assert isinstance(gigabytes, int)
        if gigabytes != self._bridge.logbook.preferences.backup_room:
            save = self._bridge.logbook.save
            self._bridge.attempt(lambda: save(setting_for("backup_room", gigabytes)), self.message)
        self.refresh()

    def _size(self) -> int:
        return self._bridge.logbook.path.stat().st_size

    def refresh(self) -> None:
        logbook = self._bridge.logbook
        number = sum(not backup.damaged for backup in found_backups(logbook.path))
        folder = breakable(backup_folder(logbook.path))
        self.place.setText(
            self.texts.plural("{n} backup in {folder}", "{n} backups in {folder}", number, folder=folder)
            if number
            else self.texts("No backups yet. They are made in {folder}.", folder=folder)
        )
        self.back_up_button.setEnabled(not self.busy)
        self.kept.setText(self._kept())
        self.room.set_value(logbook.preferences.backup_room)
        self.by_itself.tick(logbook.preferences.automatic_backups)
        second = self._computer.second_folder_of(logbook.path)
        self.second.show_second(second, self._bridge.can_write and not self.busy)
        if not self.busy:
            self.list.refresh()
            self.none.setVisible(not self.list.rows and second is None)
            self._look_at(second)

    def back_up(self) -> None:
        """A verified copy beside the journal, and one in the second folder."""
        both = BothFolders(self._bridge.logbook, self._computer)
        self.run_job(
            self.texts("Making a backup and verifying it"),
            lambda _task: both.back_up(),
            lambda made: self.tell(both.keep_and_say(self.texts, made, breakable(made.made))),
        )

    # --- the second folder ---

    def _look_at(self, second: SecondFolder | None) -> None:
        """In a worker: a disk may have to wake up first."""
        if second is None:
            self.list.show_elsewhere(())
            return
        journal = self._bridge.logbook.path
        self._looks.ask(
            Request(lambda _task: look_at(second.path, journal), lambda seen: self._show_seen(second, seen))
        )

    def _show_seen(self, second: SecondFolder, seen: Seen) -> None:
        if self._computer.second_folder_of(self._bridge.logbook.path) == second:
            self.second.show_seen(second, seen, self._bridge.logbook.encrypted)
            self.list.show_elsewhere(seen.backups)
            self.none.setVisible(not self.list.rows)

    def _choose_second(self) -> None:
        self.dialog = ask_for_folder(self.window(), self.texts("Second folder for backups"), self.use_as_second)

    def use_as_second(self, chosen: Path) -> None:
        """It is kept as the second folder once a first copy lies there."""
        logbook = self._bridge.logbook
        now = utc_now(logbook.clock)
        self.run_job(
            self.texts("Copying the newest backup and verifying the copy"),
            lambda task: begin(logbook, chosen, now, Watched(lambda _step: None, task.cancelled)),
            self._use,
            can_cancel=True,
        )

    def _use(self, folder: Path) -> None:
        day = moment_now(self._bridge.clock).local.date()
        self._computer.remember_second_folder(self._bridge.logbook.path, SecondFolder(folder, day))
        self.tell(self.texts("Backups are copied here, too: {path}", path=breakable(folder)))

    def stop_second(self) -> None:
        """Nothing is copied there any more, and nothing there is deleted."""
        second = self._computer.second_folder_of(self._bridge.logbook.path)
        if second is not None:
            self._keep_keyboard()
            self._computer.remember_second_folder(self._bridge.logbook.path, None)
            self.tell(
                self.texts("Nothing is copied there any more. The copies stay: {path}", path=breakable(second.path))
            )

    def _chosen(self, on: bool) -> None:
        if on != self._bridge.logbook.preferences.automatic_backups:
            save = self._bridge.logbook.save
            self._bridge.attempt(lambda: save(setting_for("automatic_backups", on)), self.message)
