"""Refusals in plain words of what stands in one row of a table that is brought in."""

from __future__ import annotations

from journal.texts.marked import marked

IN_ROWS: dict[str, str] = marked({
    "row-empty": "no column that is read has anything in this row",
    "row-no-clock": "there is no time of day",
    "cell-empty": "this is empty",
    "stamp-unreadable": "“{text}” is not a date with a time, such as 2026-11-20T21:30",
    "day-unreadable": "“{text}” is not a day in the chosen order",
    "day-ambiguous": "“{text}” can be {first} or {second}. Choose the order of day, month and year.",
    "clock-unreadable": "“{text}” is not a time of day, such as 21:30",
    "amount-unit-missing": "“{text}” has no unit. Choose the unit of the amounts.",
    "amounts-disagree": "“{typed}” says “{text}”, and “{number}” says {beside}. Nobody here can know which one is "
    "right: make both say the same",
    "amount-in-words": "“{text}” is no amount that can be read. The dose can be kept with these words, its amount not "
    "known: say so of them in this file.",
    "amount-word-unknown": "“{text}” is not one of: {options}. Give the product a unit of that name, or say what the "
    "word means in this file.",
    "amount-word-unsaid": "“{text}” is not one of: {options}. Say what the word means in this file.",
    "rating-off-scale": "“{text}” is not a number from {low} to {high}, the scale of this column.",
    "rating-unreadable": "“{text}” is not a rating. Type a whole number from 0 to 10.",
})  # fmt: skip
