"""The name of a pill that is typed into the line for a name: it chooses that pill, and is not kept a second time."""

from __future__ import annotations

from collections.abc import Mapping

from journal.core.plaintext import folded
from journal.texts import Texts
from journal.texts.health_names import ALSO_CALLED
from journal.ui.entries.inputs import ChoiceInput
from journal.ui.entries.typed_inputs import Input, LineInput

_SOMETHING_ELSE = ("own", "other")


class TypedChoice:
    """Looks at the name once the keyboard leaves it. A name beside another pill that was chosen stays."""

    def __init__(self, texts: Texts, choice: ChoiceInput, line: LineInput, words: Mapping[str, str]) -> None:
        self._choice, self._line = choice, line
        named = {code: texts(name) for code, name in words.items() if code not in _SOMETHING_ELSE}
        self._codes = {folded(texts(ALSO_CALLED[code])): code for code in named if code in ALSO_CALLED}
        self._codes |= {folded(name): code for code, name in named.items()}
        line.edit.editingFinished.connect(self.take_apart)

    def take_apart(self) -> None:
        """Choose the pill of that name, if none is chosen, or only "Something else"."""
        code = self._codes.get(folded(self._line.edit.text()))
        if code is not None and self._choice.state() in (None, *_SOMETHING_ELSE, code):
            self._line.show("")  # first: what stands in it when the pill is chosen is kept for "Something else"
            self._choice.choose(code)


def typed_choices(
    texts: Texts, titled_by: str, words: Mapping[str, Mapping[str, str]], inputs: Mapping[str, Input]
) -> list[TypedChoice]:
    """The pills by which an entry is called, where one's own name can be typed instead."""
    choice, line = inputs.get(titled_by), inputs.get("name")
    if isinstance(choice, ChoiceInput) and isinstance(line, LineInput):
        return [TypedChoice(texts, choice, line, words[titled_by])]
    return []
