"""A declared form of what stands on a list: of what is there already it asks whether it is the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from journal.core.entries import Entry
from journal.core.listed_twice import listed_already
from journal.texts.names_on_lists import name_on_list
from journal.ui.entries.declared_placed import DeclaredListForm
from journal.ui.kit.bridge import Bridge

if TYPE_CHECKING:
    from journal.ui.entries.declared import Declaration


class ListedOnceForm(DeclaredListForm):
    """The same one is changed as it was typed; another one stands beside it."""

    def __init__(self, bridge: Bridge, kind: Declaration, draft_key: str = "") -> None:
        super().__init__(bridge, kind, draft_key)
        self._another = False  # that it is to stand there beside the one of its words

    def _asks_about(self, entry: Entry) -> bool:
        return super()._asks_about(entry) or self._asks_if_same(entry)

    def _asks_if_same(self, entry: Entry) -> bool:
        if self._editing is not None or self._another:
            return False
        same = listed_already(entry, self.bridge.logbook.listed(type(entry)))
        if same is None:
            return False
        texts = self.texts
        self.ask(
            texts("“{name}” is on your list already. Is this the same one?", name=name_on_list(texts, same)),
            [
                (texts("Do not add it yet"), self.take_keyboard),
                (texts("The same: change that one"), partial(self._change_that, same)),
                (texts("Another: add it too"), self._add_too),
            ],
        )
        return True

    def _change_that(self, same: Entry) -> None:
        """Show it with what was typed over what it says."""
        typed = {name: made.state() for name, made in self.inputs.items() if made.value() not in (None, "", (), False)}
        private = self.private.is_ticked()
        self.edit_entries([same])
        for name, state in typed.items():
            self.inputs[name].restore(state)
        self._show_what_belongs()
        self.private.tick(private or same.private)
        self._say_why_private()

    def _add_too(self) -> None:
        self._another = True
        self.save()
        self._another = False
