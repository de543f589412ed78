"""What words of a table probably mean, in three languages: a proposal to be shown, never an answer by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from journal.core.entries import Preparation
from journal.core.plaintext import folded
from journal.exchange.mapped_units import NOT_KNOWN
from journal.exchange.mapping import Meaning


def _each(meant: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: value for value, words in meant.items() for word in words}


# Times on a half hour, as the window offers them; an entry that has one is to be completed.
_TIMES = _each({
    "06:00": ("early morning", "frühmorgens", "am frühen morgen", "madrugada"),
    "08:00": ("morning", "in the morning", "breakfast", "morgens", "morgen", "am morgen", "früh", "frühstück",
              "mañana", "por la mañana", "desayuno"),
    "10:00": ("late morning", "vormittag", "vormittags", "am vormittag", "media mañana"),
    "12:00": ("noon", "midday", "lunch", "lunchtime", "mittag", "mittags", "am mittag", "mittagessen", "mediodía",
              "al mediodía", "almuerzo"),
    "15:00": ("afternoon", "in the afternoon", "nachmittag", "nachmittags", "am nachmittag", "tarde", "por la tarde"),
    "19:00": ("evening", "in the evening", "dinner", "supper", "abend", "abends", "am abend", "abendessen",
              "cena"),
    "22:00": ("night", "at night", "bedtime", "before bed", "nacht", "nachts", "in der nacht", "vor dem schlafen",
              "noche", "por la noche"),
})  # fmt: skip
_PREPARATIONS = _each({
    Preparation.TEA: ("tee", "als tee", "as tea", "brewed", "té", "infusión"),
    Preparation.TOSS_AND_WASH: ("toss", "water", "with water", "wasser", "mit wasser", "in wasser", "agua", "con agua",
                                "en agua"),
    Preparation.FOOD_OR_DRINK: ("juice", "in juice", "orange juice", "smoothie", "shake", "yoghurt", "yogurt", "saft",
                                "mit saft", "joghurt", "mit joghurt", "im joghurt", "im essen", "zumo", "jugo",
                                "yogur", "con yogur", "en comida"),
    Preparation.CAPSULE: ("cap", "pills", "kapsel", "kapseln", "cápsula", "cápsulas"),
    Preparation.EXTRACT: ("extrakt", "extracto", "tincture", "tinktur", "tintura"),
})  # fmt: skip
_UNITS = _each({"g": ("gramo", "gramos"), "pieces": ("stück", "cápsula", "cápsulas", "tableta", "tabletas")})


# Of these nobody knows how much it is: the dose is kept, and the word.
_HOW_MUCH_NOT_KNOWN = frozenset({
    "tsp", "teaspoon", "teaspoons", "tbsp", "tablespoon", "tablespoons", "spoon", "spoons", "scoop", "scoops", "cup",
    "cups", "shot", "shots", "bottle", "bottles", "drop", "drops", "dropper", "droppers", "pinch", "packet", "packets",
    "tl", "el", "teelöffel", "esslöffel", "löffel", "messlöffel", "tasse", "tassen", "flasche", "flaschen", "tropfen",
    "prise", "beutel", "cucharadita", "cucharaditas", "cucharada", "cucharadas", "cuchara", "taza", "tazas", "gota",
    "gotas", "botella", "chupito",
})  # fmt: skip


# In place of an amount: of these, too.
_NOT_SAID = frozenset({
    "n/a", "#n/a", "n.a.", "na", "?", "??", "???", "unknown", "not known", "not sure", "unsure", "some", "unbekannt",
    "unklar", "k.a.", "k. a.", "keine angabe", "weiß nicht", "weiss nicht", "etwas", "desconocido", "desconocida",
    "no sé", "no se sabe",
})  # fmt: skip
_SOME_NUMBER = re.compile(r"[^-−]*[1-9].*")  # "> 3 g", "3 or more": something was taken


# How good or bad a day was, from the worst to the best; trackers have five of them.
_MOODS = _each({
    "1": ("awful", "terrible", "very bad", "sehr schlecht", "furchtbar", "muy mal"),
    "2": ("bad", "schlecht", "mal"),
    "3": ("meh", "okay", "ok", "so-so", "neutral", "average", "mittel", "mäßig", "geht so", "so lala", "regular"),
    "4": ("good", "gut", "bien"),
    "5": ("rad", "great", "very good", "excellent", "super", "sehr gut", "prima", "muy bien", "genial"),
})  # fmt: skip
MOOD_SCALE = "1-5 best"


def are_moods(cells: Iterable[str]) -> bool:
    """Whether a column holds words for how it was, at least two of them, and no number."""
    written = {folded(cell.strip()) for cell in cells if cell.strip()}
    return len(written & _MOODS.keys()) > 1 and not any(cell[0].isdigit() for cell in written)


def proposed(meaning: Meaning | None, word: str, scale: str = "") -> str | None:
    """What such a word in a column of this meaning probably stands for; None where nobody but the person can know.

    ``scale``: of a rating; words for how it was have a place on one of five steps that says which end is the best.
    """
    match meaning:
        case Meaning.TIME:
            return _TIMES.get(folded(word))
        case Meaning.PREPARATION:
            return _PREPARATIONS.get(folded(word))
        case Meaning.RATING if scale == MOOD_SCALE:
            return _MOODS.get(folded(word))
        case Meaning.UNIT | Meaning.AMOUNT:
            return _UNITS.get(folded(word).rstrip(".")) or (f"{NOT_KNOWN} {word}" if _is_not_known(word) else None)
    return None


def _is_not_known(word: str) -> bool:
    measured = folded(word).rstrip(".") in _HOW_MUCH_NOT_KNOWN
    return measured or folded(word) in _NOT_SAID or bool(_SOME_NUMBER.fullmatch(word))
