"""Refusals that a command says in other words than the window: each names a way that is there where it is read."""

from __future__ import annotations

from journal.texts.marked import marked

IN_COMMANDS: dict[str, str] = marked({
    "amount-zero": "An amount of 0 is not a dose. To record a day without, use “log none”. In a table that is imported "
    "“zero” in the mapping says what a 0 means.",
    "amount-said-twice": "“{text}” is two amounts. Type one of them, such as “{held}”. What one piece holds is said "
    "with “log unit”.",
    "time-twice": "The clocks went back: {time} came twice that night. Write it with its offset from UTC, such as "
    "+01:00.",
    "product-of-several": "several products are called “{name}”. Give them different names in the window, under "
    "Products, then import the file again.",
    "day-ambiguous": "“{text}” can be {first} or {second}. Say the order of day, month and year: “date_order” in the "
    "mapping.",
    "amount-unit-missing": "“{text}” has no unit. Say the unit of the amounts: “unit” in the mapping.",
    "amount-in-words": "“{text}” is no amount that can be read. The dose can be kept with these words, its amount not "
    "known: “words” in the mapping says so.",
    "amount-word-unknown": "“{text}” is not one of: {options}. Give the product a unit of that name in the window, or "
    "say what the word means: “words” in the mapping.",
    "amount-word-unsaid": "“{text}” is not one of: {options}. Say what the word means: “words” in the mapping.",
    "rating-off-scale": "“{text}” is not a number from {low} to {high}, the scale of this column. Say its scale: "
    "“scales” in the mapping.",
    "file-exists": "{path}: There is a file already. --force replaces it. Nothing was written.",
    "file-not-text": "{path} cannot be read as {encoding} from line {line} on. Save it as UTF-8 in the program that "
    "wrote it. Nothing was imported.",
    "mapping-field": "The mapping says “{field}”, which is nothing that a column can hold. import --help lists what it "
    "can.",
    "mapping-no-time": "Say which column holds the date: “date” or “instant” in the mapping.",
    "mapping-no-clock": "Say which column holds the time of day, or put rows without one at 12:00: “midday” in the "
    "mapping.",
    "mapping-no-category": "Say which column holds the category of each row: “category” in the mapping.",
    "mapping-no-rows": "Say what the columns are in at least one kind of row: “rows” in the mapping.",
    "mapping-twice": "Two columns of the mapping have the same meaning. Leave one of them out.",
})  # fmt: skip
