"""For which signs to call at once, in one sentence."""

from __future__ import annotations

from journal.texts.marked import marked

CALL = marked(
    "Call {number} for slow breathing, cannot be woken, a seizure, chest pain, fainting, or fever with stiff or jerking"
    " muscles."
)
