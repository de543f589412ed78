"""What a text field may hold: typed text is kept as typed, except for what no one can see or type."""

from __future__ import annotations

import re
import unicodedata

from journal.core.letters import is_within_words, plain_letters
from journal.core.refusal import Refused

NAME_LIMIT = 200
NOTE_LIMIT = 200_000

# C0 and C1 controls without tab and newline; lone surrogates cannot be stored as UTF-8.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Direction overrides and isolates can make a name read as something else; joiners (ZWJ, ZWNJ) belong to real words.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DRAWN_AS_NOTHING = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # fillers, and a pattern without a dot


def clean_note(text: str) -> str:
    """Free text without invisible controls, line ends as ``\\n``, at most 200,000 letters.

    Raises Refused("note-too-long") instead of cutting.
    """
    cleaned = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(cleaned) > NOTE_LIMIT:
        raise Refused("note-too-long", limit=NOTE_LIMIT, length=len(cleaned))
    return cleaned


def typed_note(text: str) -> str:
    """Free text as it was typed, cleaned; nothing where no letter of it can be seen, such as a space or empty lines.

    What a file holds is read with ``clean_note`` alone, so that it comes back as it was written.

    >>> typed_note(" \n"), typed_note(" back pain\n")
    ('', ' back pain\n')
    """
    cleaned = clean_note(text)
    return cleaned if any(map(_is_seen, _BIDI.sub("", cleaned))) else ""


def clean_name(text: str) -> str:
    """One line for a name or label: no controls or direction overrides, single spaces, NFC, at most 200 letters.

    What nobody can see names nothing.

    >>> clean_name("  Green\u00a0 Borneo "), clean_name("\u200b\u2060")
    ('Green Borneo', '')
    """
    one_line = " ".join(_BIDI.sub("", _CONTROLS.sub("", text.replace("\n", " ").replace("\t", " "))).split())
    cleaned = unicodedata.normalize("NFC", one_line)
    if len(cleaned) > NAME_LIMIT:
        raise Refused("name-too-long", limit=NAME_LIMIT, length=len(cleaned))
    return cleaned if any(map(_is_seen, cleaned)) else ""


def without_turning(text: str) -> str:
    """The text without the signs that would turn the sentence round in which it is quoted."""
    return text if text.isascii() else _BIDI.sub("", text)


def is_number_as_name(name: str) -> bool:
    """Whether digits stand where a name does, and no letter: "7", "37.5", "120/80" name nothing that was taken or felt.

    >>> is_number_as_name("37.5"), is_number_as_name("7-OH")
    (True, False)
    """
    return any(map(str.isdigit, name)) and not any(map(str.isalpha, name))


def _is_seen(letter: str) -> bool:
    """Neither a space or line end, nor a joiner, nor a letter that is drawn as nothing."""
    category = unicodedata.category(letter)
    return category not in ("Cc", "Cf") and not category.startswith("Z") and letter not in _DRAWN_AS_NOTHING


def is_clean_note(text: str) -> bool:
    """Whether ``clean_note`` would keep the text as it is."""
    return len(text) <= NOTE_LIMIT and "\r" not in text and not _CONTROLS.search(text)


def folded(text: str) -> str:
    """The text as names are compared: without case and surrounding space."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def shortened(text: str, limit: int = 60) -> str:
    """The text as it is named in a sentence: a longer one ends behind a whole word, with "…"."""
    if len(text) <= limit:
        return text
    words = text[:limit].rpartition(" ")[0].rstrip()
    return f"{words or text[: limit - 1]}…"


def begins_a_word(term: str, text: str) -> bool:
    """Whether a word of a text begins so, as the journal's full text compares: without case and accents."""
    return begins_word(unaccented(term), unaccented(text))


def begins_word(term: str, text: str) -> bool:
    """As ``begins_a_word``, where both are ``unaccented`` already."""
    if not term[:1].isalnum() or is_within_words(term):
        return term in text
    return re.search(rf"(?<!\w){re.escape(term)}", text) is not None


def unaccented(text: str) -> str:
    """The text as ``begins_a_word`` compares it."""
    if text.isascii():
        return text.casefold().strip()
    return plain_letters(_ACCENTS.sub("", unicodedata.normalize("NFD", folded(text))))


# The last two choose between an emoji's looks.
_ACCENTS = re.compile("[\u0300-\u036f\ufe0e\ufe0f]")
