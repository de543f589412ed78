"""Refusals in plain words of what stands in one row of a file that is brought in."""

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
    "amount-said-twice": "“{text}” is two amounts. Type one of them, such as “{held}”. What one piece holds is said "
    "under Products.",
    "amount-in-words": "“{text}” is no amount that can be read. The dose can be kept with these words, its amount not "
    "known: say so of them in this file.",
    "amount-word-unknown": "“{text}” is not one of: {options}. Give the product a unit of that name, or say what the "
    "word means in this file.",
    "amount-word-unsaid": "“{text}” is not one of: {options}. Say what the word means in this file.",
    "rating-off-scale": "“{text}” is not a number from {low} to {high}, the scale of this column.",
    "rating-unreadable": "“{text}” is not a rating. Type a whole number from 0 to 10.",
    "list-unknown": "this version knows no list “{key}”",
    "list-expected": "“{key}” is not a list",
    "list-of-texts": "a list holds something other than text",
    "row-not-object": "this is not an entry",
    "row-key-twice": "a key stands there twice",
    "row-too-long": "there are more cells than columns",
    "row-cut": "the file ends in this row, so a part of it may be missing. If the row is whole, give it all columns "
    "and a line break, then import the file again",
    "key-unknown": "this version knows no “{key}”",
    "kind-differs": "“{name}” is {kind} in this journal, not {given}. Change it in the window, under "
    "Products, or leave that out.",
    "content-not-tablet": "Only of a tablet can it be said what it holds: with --kind tablet.",
    "not-of-this-option": "“{key}” does not belong to “{chosen}”, only to: {options}. Leave it out or choose that.",
    "key-missing": "“{key}” is missing",
    "day-not-iso": "“{text}” is not a day, such as 2026-11-20",
    "day-two-ways": "“{text}” can be {first} or {second}. Type it as 2026-11-20.",
    "day-without-year": "Which year is meant with “{text}”? Type it as 2026-11-20.",
    "id-twice": "an entry with this id stands further up. A new entry needs an id of its own, or, in a CSV, none",
    "id-of-another": "the journal has another kind of entry with this id",
    "reference-unknown": "“{field}” names an entry that is neither in the file nor in the journal",
    "product-of-several": "several products are called “{name}”. Give them different names under Products, then import "
    "the file again.",
    "text-not-kept": "“{field}” holds a sign that is no letter, such as a control character, or spaces at an end or in "
    "a row. Write it again without.",
    "id-unreadable": "“{field}” is no id as export writes it. Copy it from there, or leave the row out.",
})  # fmt: skip
