"""What the window shows when the journal cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journal.core.rescued import Readable
from journal.core.updating import UpdateStep
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.rescue_words import readable_in_words
from journal.ui.kit.breakable import breakable
from journal.ui.kit.buttons import button, plain_button, primary_button
from journal.ui.kit.screen import Page
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tasks import Task, TaskProgress
from journal.ui.kit.widgets import Card, hairline, label


class OpeningPage(Page):
    """What is seen for the moment that another journal takes to open, or this one to be erased."""

    def __init__(self, words: str) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(label(words, "quiet", wrap=True))
        body.addStretch(1)

    def first_field(self) -> None:
        """None: there is nothing to type or press here."""


class StepsPage(Page):
    """How far a copy of the whole journal is, and a way to stop it; ``steps`` has the words of each ``UpdateStep``.

    ``until``: the step that is not stopped any more once it has begun.
    """

    def __init__(
        self,
        texts: Texts,
        task: Task,
        step: int,
        title: str,
        why: str,
        steps: Mapping[UpdateStep, str],
        until: UpdateStep | None = None,
    ) -> None:
        super().__init__()
        self._until = until
        self._texts, self._steps = texts, steps
        card = Card(24, 16)
        card.body.addWidget(label(title, "title", wrap=True))
        card.body.addWidget(label(why, wrap=True))
        self.progress = TaskProgress(texts)
        card.body.addWidget(self.progress)  # before it is shown, or it would be a window for a moment
        self.progress.follow(task, self._words(step), at_once=True)
        task.progressed.connect(self._hear)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.progress.cancel

    def _hear(self, step: int) -> None:
        self.progress.say(self._words(step))
        if step == self._until:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would give it to anything
            self.progress.cancel.hide()

    def _words(self, step: int) -> str:
        return self._texts(self._steps[UpdateStep(step)], n=step, all=len(self._steps))


class UpdatePage(StepsPage):
    """How far the update of an older journal is."""

    def __init__(self, texts: Texts, task: Task, step: int) -> None:
        super().__init__(texts, task, step, texts("The journal is brought up to date"), texts(_WHY_UPDATED), _STEPS)


_WHY_UPDATED = marked(
    "An earlier version of this program wrote it. It is changed only once everything is done, and Cancel leaves it as "
    "it is. From then on damage on the disk is noticed; damage from before cannot be known."
)
_STEPS = marked({
    UpdateStep.COPYING: "Step {n} of {all}: copying the journal, so that you keep it as it is now",
    UpdateStep.CHECKING: "Step {n} of {all}: checking the copy",
    UpdateStep.CHANGING: "Step {n} of {all}: changing the journal",
})  # fmt: skip


class RekeyingPage(StepsPage):
    """How far the copy with the other passphrase is."""

    def __init__(self, texts: Texts, task: Task) -> None:
        title = texts("The journal is copied with its new protection")
        super().__init__(texts, task, UpdateStep.COPYING, title, texts(_WHY_COPIED), _COPY_STEPS, UpdateStep.CHANGING)


_WHY_COPIED = marked(
    "The copy is opened and everything in it is checked. Only then does it take the journal’s place. Until then Cancel "
    "leaves the journal as it is."
)
_COPY_STEPS = marked({
    UpdateStep.COPYING: "Step {n} of {all}: copying the journal",
    UpdateStep.CHECKING: "Step {n} of {all}: opening and checking the copy",
    UpdateStep.CHANGING: "Step {n} of {all}: putting it in its place",
})  # fmt: skip


class MendingPage(StepsPage):
    """How far the journal with a new search index is."""

    def __init__(self, texts: Texts, task: Task) -> None:
        title = texts("The search index is built anew")
        super().__init__(
            texts, task, UpdateStep.COPYING, title, texts(_WHY_MENDED), _MENDING_STEPS, UpdateStep.CHANGING
        )


_WHY_MENDED = marked(
    "Every entry is compared with what was saved, and its words are written down again in a copy. Only when all of "
    "that is checked does the copy take the journal’s place. The journal as it was is kept."
)
_MENDING_STEPS = marked({
    UpdateStep.COPYING: "Step {n} of {all}: copying the journal and building the index",
    UpdateStep.CHECKING: "Step {n} of {all}: checking the copy",
    UpdateStep.CHANGING: "Step {n} of {all}: putting it in its place",
})  # fmt: skip


class FilesLeftPage(Page):
    """The journal was erased, but for these files and folders."""

    def __init__(self, texts: Texts, left: Sequence[Path], go_on: Callable[[], object]) -> None:
        super().__init__()
        card = Card(24, 16)
        names = "\n".join(breakable(path) for path in left)
        text = texts("This could not be deleted. Delete it yourself:\n{names}", names=names)
        self.words = label(text, wrap=True)
        self.words.setTextInteractionFlags(self.words.textInteractionFlags().TextSelectableByMouse)
        self.ok = primary_button(texts("OK"), "", go_on)
        card.body.addWidget(self.words)
        card.body.addWidget(flowing(self.ok))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.ok


class CannotOpenPage(Page):
    """Why the journal cannot be opened, in plain words, and what can be done now.

    ``without`` is for a journal that is not there, ``rescue`` for one that is damaged; elsewhere they are not offered.
    The way back to a backup may be found later. Of a damaged one each way says what it does.
    """

    def __init__(
        self,
        texts: Texts,
        why: str,
        again: Callable[[], object],
        other: Callable[[], object],
        leave: Callable[[], object],
        without: Callable[[], object] | None = None,
        rescue: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._texts = texts
        # What is damaged stays so, however often it is tried.
        self._damaged = rescue is not None
        self.again = (button if self._damaged else primary_button)(texts("Try again"), on_click=again)
        self.other = button(texts("Open another journal…"), other)
        self.back = button(texts("Go back to a backup…"))
        self.rescue = primary_button(texts("Rescue what can be read…"), "", rescue)
        self.look = button(texts("Only look at it…"))
        self.without = button(texts("Go on without it"), without)
        self.of_back, self.of_rescue, self.of_look = (label("", "small", wrap=True) for _ in range(3))
        self.of_rescue.setText(texts("Into a new file. You see how much that is before anything is used."))
        self.of_look.setText(texts("Opens what can be read. Nothing can be added, and nothing is changed."))
        self._lay_out(why, plain_button(texts("Quit"), leave))
        self.without.setVisible(without is not None)
        for offered_later in (self.back, self.of_back, self.look, self.of_look):
            offered_later.hide()
        for of_damage in (self.rescue, self.of_rescue):
            of_damage.setVisible(self._damaged)

    def _lay_out(self, why: str, leave: QPushButton) -> None:
        card = Card(24, 16)
        card.body.addWidget(label(self._texts("The journal cannot be opened"), "title", wrap=True))
        words = label(why, wrap=True)
        words.setTextInteractionFlags(words.textInteractionFlags().TextSelectableByMouse)
        card.body.addWidget(words)
        if self._damaged:
            for way, what_it_does in (
                (self.back, self.of_back),
                (self.rescue, self.of_rescue),
                (self.look, self.of_look),
            ):
                part = QVBoxLayout()
                part.setSpacing(4)
                part.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
                part.addWidget(what_it_does)
                card.body.addLayout(part)
            card.body.addWidget(hairline())
            card.body.addWidget(flowing(self.again, self.other, self.without, leave))
        else:
            ways = (self.again, self.back, self.rescue, self.look, self.other, self.without, leave)
            card.body.addWidget(flowing(*ways))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def offer_back(self, way: Callable[[], object], newest: str = "") -> None:
        """There are backups, and this is the way to them; ``newest``: when that one was made."""
        counted = self._texts("Each is opened and counted before you choose one.")
        if newest:
            counted = self._texts("The newest is of {when}. {counted}", when=newest, counted=counted)
        self.of_back.setText(counted)
        self.of_back.setVisible(self._damaged)
        self.back.clicked.connect(lambda: way())
        self.back.show()

    def offer_look(self, way: Callable[[], object]) -> None:
        """What can be read can be looked at without anything being made of it."""
        self.look.clicked.connect(lambda: way())
        self.look.show()
        self.of_look.show()

    def say_readable(self, readable: Readable | None) -> None:
        """How much a rescue would read; nothing where only the rescue itself finds that out."""
        if readable is not None and readable.all_there:
            self.of_rescue.setText(readable_in_words(self._texts, readable))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.rescue if self._damaged else self.again
