"""Refusals in plain words of what a command is given, and of what it needs to open the window."""

from __future__ import annotations

from journal.texts.marked import marked

AT_TERMINAL: dict[str, str] = marked({
    "nothing-said": "Nothing was said to be saved. --help names what can be.",
    "nothing-said-needs": "Nothing was said to be saved. Needed: {fields}. --help names what else can be said.",
    "private-not-confirmed": "Entries marked private would be in a file for others. To have them in it, say so "
    "a second time with --private-confirmed. Nothing was written.",
    "separator-not-csv": "--separator says what stands between the cells of a .csv, and {path} is none. Nothing was "
    "written.",
    "rows-refused": "Nothing was imported. To import the rest of the file ({n}), add --skip-refused.",
    "values-in-doubt": "Nothing was imported. To import these values as they are written, add --keep-unusual.",
    "rows-refused-all": "Nothing was imported.",
    "passphrase-file-empty": "The first line of the passphrase file is empty. Nothing was opened.",
    "password-file-empty": "The first line of the password file {path} is empty. No pages were written.",
    "password-file-not-text": "{path} is not text, so it holds no password. No pages were written.",
    "journal-unnamed": "--journal names no file. Give the journal’s path behind it, or leave --journal out.",
    "backup-not-there": "No backup could be written into the folder {path}. Choose another one. The journal is as it "
    "was.",
    "passphrase-file-not-text": "{path} is not text, so it holds no passphrase. Nothing was opened.",
    "standard-input-twice": "Standard input gives the passphrase or the entries, not both. Put one in a file.",
    "lines-refused": "Nothing was saved.",
    "lines-to-mend": "Mend these lines, then give all of them again.",
    "line-not-json": "this is not a JSON object, such as {\"log\": \"note\", \"text\": \"slept well\"}",
    "line-key-unknown": "“{key}” is none of the keys of “{log}”: {options}.",
    "rate-unreadable": '“{text}” is not a symptom and its rating, such as "Lower back pain=6".',
    "rating-missing": 'Say what you rate, such as "Lower back pain=6"; in a line of JSON, "rate": '
    '{"Lower back pain": 6}.',
    "note-empty": "Say what to note; in a line of JSON it is “text”.",
    "symptom-twice": "“{name}” is rated twice. Give it one number.",
    "day-in-future": "{day} has not come yet. Give today or an earlier day.",
    "day-out-of-range": "Days must lie between {first} and {last}.",
    "birth-year-unlikely": "{year} is not a year of birth. Give one from {first} to {last}, or leave it out.",
    "demo-has-entries": "Entries were added to the made-up ones in {path}, so it was not replaced. Choose another "
    "folder.",
    "demo-not-made-up": "{path} is not a journal of made-up entries, so it was not replaced. Choose another folder.",
    "picture-failed": "The picture could not be made, because a part of Qt is missing: {reason}.",
    "display-unreachable": "The window cannot be opened, because the display “{display}” does not answer. Commands "
    "work without one; --help lists them.",
    "desktop-elsewhere": "Menu entries of this kind exist on Linux only.",
    "no-display": "There is no display to open the window on. Commands work without one; --help lists them. "
    "“leaf-journal demo” writes a journal of made-up entries.",
    "window-failed": "The window cannot be opened, because a part of Qt is missing: {reason}.",
    "product-several": "There are several products called “{name}” ({kinds}). Say which with --kind, or give them "
    "different names.",
    "product-unknown-of": "There is no product called “{name}”. There are: {names}. To make it, add --new-product; "
    "in a line of JSON, \"new_product\": true.",
    "product-unknown-none": "There is no product called “{name}”, nor any other yet. To make it, add --new-product; "
    "in a line of JSON, \"new_product\": true.",
    "symptom-unknown-of": "There is no symptom called “{name}”. In this journal there are: {names}. "
    "These can be rated, too: {others}. Warning signs that can be noted: {signs}. If someone may be in danger, call "
    "your local emergency number; “leaf-journal guidance” prints what to do.",
    "symptom-unknown-new": "There is no symptom called “{name}”. These can be rated: {others}. Warning signs that can "
    "be noted: {signs}. If someone may be in danger, call your local emergency number; “leaf-journal guidance” prints "
    "what to do.",
    "symptom-mistyped": "There is no symptom called “{name}”. Did you mean {names}? “leaf-journal log rating --help” "
    "lists what can be rated in every journal. If someone may be in danger, call your local emergency number; "
    "“leaf-journal guidance” prints what to do.",
    "symptom-not-rated": "“{name}” cannot be rated by that name. To write it down, rate the sign that was there: "
    "{signs}. log note keeps your own words.",
    "symptom-denied": "“{name}” says that a warning symptom is not there, so it has no number of its own. To write "
    "that down, use “{sign}=0”. If it was there, use “{sign}=” with a number from 1 to 10.",
    "symptom-built-in": "“{name}” is built in. It is there as soon as you rate it.",
    "spread-without-quantity": "“{text}” says how much one differs. Say also what one holds, in the same unit.",
    "symptom-to-note": "“{name}” cannot be rated. To write it down, use log note, which keeps your own words.",
    "product-to-log-first": "There is no product called “{name}” yet. Make it with log product, or in the "
    "window, under Products.",
    "product-more-than-once": "There is more than one product called “{name}”. Add the batch in the window, under "
    "Products, or give them different names there.",
    "product-unknown": "There is no product called “{name}” in this journal.",
    "symptom-unknown": "There is no symptom called “{name}” in this journal.",
    "medicine-unknown": "There is no medicine or other substance called “{name}” in this journal.",
    "note-unknown": "There is no note of {name} in this journal.",
    "private-said-once": "Private entries are printed only where that is said twice: with --show private, or "
    "--show pregnancy, and with --private-confirmed. Nothing was written.",
    "line-without-log": "“log” is missing, which says what the line is. It can be: {options}.",
    "option-unknown": "“{text}” is not one of: {options}.",
})  # fmt: skip
