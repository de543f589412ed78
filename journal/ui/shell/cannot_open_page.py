"""What the window shows when the journal cannot be opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.updating import UpdateStep
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.kit.breakable import breakable
from journal.ui.kit.buttons import button, plain_button, primary_button
from journal.ui.kit.screen import Page
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tasks import Task, TaskProgress
from journal.ui.kit.widgets import Card, label


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
    """How far a copy of the whole journal is, and a way to stop it; ``steps`` has the words of each ``UpdateStep``."""

    def __init__(
        self, texts: Texts, task: Task, step: int, title: str, why: str, steps: Mapping[UpdateStep, str]
    ) -> None:
        super().__init__()
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
        super().__init__(texts, task, UpdateStep.COPYING, title, texts(_WHY_COPIED), _COPY_STEPS)


_WHY_COPIED = marked(
    "The copy is opened and everything in it is checked. Only then does it take the journal’s place, and Cancel leaves "
    "the journal as it is."
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
        super().__init__(texts, task, UpdateStep.COPYING, title, texts(_WHY_MENDED), _MENDING_STEPS)


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
    The way back to a backup may be found later.
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
        card = Card(24, 16)
        card.body.addWidget(label(texts("The journal cannot be opened"), "title", wrap=True))
        words = label(why, wrap=True)
        words.setTextInteractionFlags(words.textInteractionFlags().TextSelectableByMouse)
        card.body.addWidget(words)
        # What is damaged stays so, however often it is tried.
        self._damaged = rescue is not None
        self.again = (button if self._damaged else primary_button)(texts("Try again"), on_click=again)
        self.other = button(texts("Open another journal…"), other)
        self.back = button(texts("Go back to a backup…"))
        self.rescue = primary_button(texts("Rescue what can be read…"), "", rescue)
        self.without = button(texts("Go on without it"), without)
        ways = (self.back, self.rescue, self.again) if self._damaged else (self.again, self.back, self.rescue)
        card.body.addWidget(flowing(*ways, self.other, self.without, plain_button(texts("Quit"), leave)))
        self.back.hide()
        self.rescue.setVisible(rescue is not None)
        self.without.setVisible(without is not None)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        body.addStretch(1)

    def offer_back(self, way: Callable[[], object]) -> None:
        """There are backups, and this is the way to them."""
        self.back.clicked.connect(lambda: way())
        self.back.show()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.rescue if self._damaged else self.again
