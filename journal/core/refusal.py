"""What the journal says when it cannot accept something: a code and values, never a sentence."""

from __future__ import annotations


class Refused(Exception):
    """Something the person or the environment can put right; ``texts`` turns the code into plain words.

    ``values`` fill the sentence's placeholders. They must never hold entry text that could reach a log:
    only what the person has just typed, a file name, a limit or a count.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
