"""What ways of taking it are called in tables that people write."""

from __future__ import annotations

from journal.core.entries import Preparation

PREPARATIONS = {
    **{preparation.value: preparation for preparation in Preparation},
    **dict.fromkeys(("toss and wash", "toss & wash", "toss n wash", "t&w", "in water"), Preparation.TOSS_AND_WASH),
    **dict.fromkeys(("in food", "in drink", "in food or drink", "food", "drink"), Preparation.FOOD_OR_DRINK),
    **dict.fromkeys(("capsules", "caps"), Preparation.CAPSULE),
}
