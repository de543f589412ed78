"""Refusals in plain words of what a person types: amounts, times, names, numbers."""

from __future__ import annotations

from journal.texts.marked import marked

OF_TYPING: dict[str, str] = marked({
    # typed amounts
    "number-not-alone": "“{text}” is not a number alone, such as 72. Both numbers of a blood pressure in one column, "
    "such as 120/80, are a choice of their own.",
    "pair-unreadable": "“{text}” is not a blood pressure such as 128/82: two whole numbers with a slash between them.",
    "amount-unreadable": "“{text}” is not an amount. Type a number, then a unit if you like: 2.5, 2500 mg, 3 capsules.",
    "year-in-future": "{text} has not come yet. Type a year such as 1980.",
    "substance-unknown": "There is no medicine or other substance called “{name}” yet. Log it first.",
    "substance-several": "“{name}” is on your list more than once. Name it in the window, or give the two "
    "different names there, under Health.",
    "decimal-unreadable": "“{text}” is not a number. Type one such as 7 or 7.5.",
    "amount-ambiguous": "“{text}” can mean {small} or {large}. Type one of the two.",
    "amount-several-signs": "“{text}” has more than one sign or space inside its number. Type it with one point or "
    "comma at most, such as 1000.5.",
    "amount-fraction": "“{text}” is a fraction that can be read in several ways. Type one such as 1/2 or 1 1/2, or a "
    "number such as 1.5.",
    "amount-fraction-inexact": "“{text}” is no whole number of thousandths. Type it as a number, such as {number}.",
    "amount-too-fine": "That is finer than a thousandth of a unit, which cannot be stored exactly. Use fewer digits.",
    "amount-part-milligram": "Amounts of mass are kept in whole milligrams. Type {low} mg or {high} mg, or the part of "
    "the tablet, such as 1/2 tablet.",
    "amount-too-little": "“{text}” is too little to be kept as a number: amounts of mass are kept in whole milligrams, "
    "others in thousandths. Leave the amount open, and put what it was in the note.",
    "amount-zero-left-out": "An amount of 0 is not a dose. It is left out, as you chose.",
    "amount-zero": "An amount of 0 is not a dose. To record a day without, use “None today”.",
    "amount-negative": "An amount cannot be negative. Type it without the minus sign.",
    "amount-absurd": "That amount is too large to be right. Please check the number and the unit.",
    "amount-unit-unknown": "“{unit}” is not a unit of this product. Instead of “{text}”, type a number with g, mg, ml "
    "or one of the product’s own units.",
    "amount-no-usual-unit": "“{text}” has no unit, and this product has no usual one. Type the number with g, mg, ml "
    "or one of the product’s own units.",
    "amount-range": "“{text}” is two numbers that do not fit together. Type a range from low to high, such as 2-3 g, "
    "or one number.",
    "amount-guessed": "“{text}” is a guess, and one number is needed here. Type one, such as 0.5 g.",
    "amount-unit-several": "“{unit}” can mean each of these: {names}. Type more of the name.",
    # typed times
    "time-end-of-day": "“{text}” ends one day and begins the next. Type 0:00 with the day that it begins.",
    "time-unreadable": "“{text}” is not a time. Type now, 15 min ago, 8:10, yesterday 21:30 or 2026-11-20 21:30.",
    "time-of-many": "“{text}” can be any of several hours. Type a time near it, such as {example}.",
    "time-missing": "{text}: the day is understood. Type the time behind it, such as “{text} 12:00”.",
    "time-no-such-day": "There is no such day as in “{text}”. Check the day and the month.",
    "time-no-such-day-then": "There is no such day as “{text}”: {month} has {last} days.",
    "time-no-such-day-ever": "There is no such day as “{text}”: {month} has {last} days at most.",
    "time-in-future": "{time} has not come yet. Type a time in the past.",
    "time-skipped": "The clocks went forward: {time} did not exist on {day}. Type the time your clock showed.",
    "time-twice": "The clocks went back: {time} came twice that night. Choose the first or the second.",
    "time-twice-offset": "The clocks went back: {time} came twice that night. Write it with its offset from UTC: "
    "{first} is the first, {second} the second.",
    "time-out-of-range": "Times must lie between {first} and {last}.",
    "time-not-iso": "“{text}” is not a time with date and offset, such as 2026-11-20T21:30:00+01:00.",
    "time-without-offset": "“{text}” says no offset from UTC, so its moment is not known. Add one, such as +01:00.",
    "zone-unknown": "There is no time zone called “{zone}”. Name one such as Europe/Berlin; if this is the computer’s "
    "own, set it in its settings.",
    # text
    "note-too-long": "A note can have {limit} letters; this one has {length}. Split it in two.",
    "name-too-long": "Up to {limit} letters fit here; this has {length}. Shorten it.",
    "name-empty": "Type a name first.",
    "unit-unnamed": "“One of it is {text}”: one of what? Type the name of the own unit, such as capsule. Without an "
    "own unit leave that field empty.",
    "amount-without-unit": "{text} of what? Type the unit behind it, such as 0.5 g or 500 mg.",
    "name-taken": "There is one called “{name}” already.",
    "number-empty": "Type a number to call first.",
    "number-unreadable": "“{text}” is not a number to call. Type its digits, such as 112 or 0800 123 456.",
    "number-too-long": "A number can have {limit} letters; this one has {length}. Shorten it.",
    "too-many-lines": "There can be {limit} lines of your own. Remove one first.",
    "period-backwards": "The first day ({first}) is after the last ({last}). Give the earlier day first.",
    "end-before-beginning": "The end ({end}) is before the beginning ({beginning}). Change one of the two days.",
    "text-too-long": "“{field}” can have {limit} letters; this has {length}. Shorten it.",
    "invalid-number": "“{text}” in “{field}” is not a whole number from {low} to {high}.",
    "invalid-amount": "“{text}” is more than can be kept: 1,000 g, 10 litres or 1,000 pieces. Check number and unit.",
    "invalid": "The value of “{field}” is not one that the journal can hold. Correct it where it is written, or leave "
    "it out.",
    "text-empty": "“{field}” is empty. Write it out.",
    "whole-out-of-range": "“{text}” cannot be “{field}”, which is a whole number from {low} to {high}.",
    "number-out-of-range": "“{text}” cannot be “{field}”, which is a number from {low} to {high}.",
    "answers-wanted": "“{instrument}” wants {n} answers, in the order of its questions: each a whole number from 0 to "
    "{highest}, or skipped. Given: {given}.",
    "answers-of-daily": "“{instrument}” has no “answers”. Say its sleep, quality, function, helped or note.",
    "day-not-said": "“{text}” names no day, and a day is kept here. Write a day that you are sure of, such as "
    "2021-03-05, or write what you know as a note.",
    "value-not-text": "“{key}” takes a text in quotes, such as \"5\".",
    "value-half-letter": "“{key}” holds {half}, which is half of a letter. Write the whole letter, or leave it out.",
    "value-not-list": "“{key}” takes a list of texts, such as [\"6\", \"4\"].",
    "value-not-rate": "“{key}” takes symptoms with whole numbers, such as {{\"Nausea\": 2}}.",
    "value-not-flag": "“{key}” is true or false, without quotes.",
})  # fmt: skip
