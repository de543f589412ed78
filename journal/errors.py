"""The environment's refusals: what a disk, a file or another program would not let the journal do."""

from __future__ import annotations

from journal.core.refusal import Refused


class UserError(Refused):
    """Nothing is wrong with the program and nothing was lost; ``texts`` says what to do next.

    Codes used by the rooms are listed with their sentences in ``texts.refusals``.
    """
