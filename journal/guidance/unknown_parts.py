"""What of a name was not recognised beside what was: each such part is named, as a name of its own would be."""

from __future__ import annotations

from dataclasses import replace

from journal.guidance.recognising import Recognised, recognise
from journal.texts import Texts


def unknown_parts(recognised: Recognised) -> tuple[Recognised, ...]:
    """Each part with what may be meant by it: nothing is ever taken for it.

    Example: "citalopram and hydroxizine" is citalopram, and a part for which hydroxyzine may be meant.
    """
    return tuple(replace(recognise(part), generics=(), known_as=(), unknown=()) for part in recognised.unknown)


def unknown_in_short(texts: Texts, recognised: Recognised) -> str:
    """That parts of it were not checked, and what may be meant by them; "" where it is recognised whole."""
    if not recognised.unknown:
        return ""
    sentence = texts("not recognised in it, so not checked: {names}", names=", ".join(recognised.unknown))
    meant = dict.fromkeys(name for part in unknown_parts(recognised) for name in part.meant)
    if not meant:
        return sentence
    return texts("{sentence} (did you mean {names}?)", sentence=sentence, names=texts(" or ").join(meant))
