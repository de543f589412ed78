"""Matplotlib as the program uses it: without the manual that it writes for each of its classes while it is imported.

The text of every ``set`` method takes nearly half of that time, and nobody reads it here.
"""

from __future__ import annotations

from typing import Any

from matplotlib.artist import Artist


def _no_manual(_cls: type[Artist]) -> None:
    pass


# By ``Any``, because it is a name of Matplotlib's own; whoever imports a figure imports this module before.
_artist: Any = Artist
_artist._update_set_signature_and_docstring = classmethod(_no_manual)
