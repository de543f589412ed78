"""Refusals in plain words: what is wrong, that nothing was lost, and what to do next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.core.plaintext import without_turning
from journal.core.refusal import Refused
from journal.texts.language import Texts
from journal.texts.marked import marked
from journal.texts.refusals_in_commands import IN_COMMANDS
from journal.texts.refusals_in_rows import IN_ROWS
from journal.texts.ways_from_damage import has_ways, ways_below, ways_on

SENTENCES: dict[str, str] = marked({
    # typed amounts
    "number-not-alone": "“{text}” is not a number alone, such as 72. Both numbers of a blood pressure in one column, "
    "such as 120/80, are a choice of their own.",
    "pair-unreadable": "“{text}” is not a blood pressure such as 128/82: two whole numbers with a slash between them.",
    "amount-unreadable": "“{text}” is not an amount. Type a number, then a unit if you like: 2.5, 2500 mg, 3 capsules.",
    "nothing-said": "Nothing was said to be saved. --help names what can be.",
    "nothing-said-needs": "Nothing was said to be saved. Needed: {fields}. --help names what else can be said.",
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
    "invalid": "The value of “{field}” is not one that the journal can hold.",
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
    # the journal file
    "journal-missing": "There is no journal at {path}. Check the name, or start Leaf Journal once to make one.",
    "journal-exists": "There is already a file or folder at {path}. Choose another name; nothing was overwritten.",
    "journal-is-folder": "{path} is a folder, not a journal. Choose the file inside it.",
    "journal-not-a-folder": "{path} lies below something that is a file, not a folder. Choose another place.",
    "journal-not-a-file": "{path} is not an ordinary file.",
    "journal-not-ours": "{path} is not a journal of this program. It was left untouched.",
    "journal-newer": "A newer version of Leaf Journal wrote this journal (format {found}; this one knows {known}). "
    "Update the program. The file was left untouched.",
    "journal-damaged": "{path} is damaged and was left untouched.",
    "entries-damaged": "Part of {path} is damaged: what lies on the disk is no longer what was saved. Entries that "
    "cannot be read are left out; all others are shown. Nothing was written.",
    "entries-unread": "Part of {path} is damaged: what lies on the disk is no longer what was saved. Entries that "
    "cannot be read are left out; all others are shown. You can go on: what is saved now is kept, and you are told if "
    "something cannot be saved.",
    "entries-left-out": "What lies there on the disk is no longer what was saved. You can go on: what is saved now is "
    "kept, and you are told if something cannot be saved.",
    "search-damaged": "The search index of {path} is damaged: a search may miss entries, and a backup cannot be "
    "verified. Every entry is as it was saved. The index can be built anew from them, in the window or with the "
    "command check --mend-search.",
    "search-fails": "The search index of {path} is damaged, so this was not done and nothing was saved. The index can "
    "be built anew from the entries, each of which is compared with what was saved: the window offers that, or use the "
    "command check --mend-search.",
    "search-not-mended": "The new search index could not be verified. The journal was left as it was. Rescue what can "
    "be read into a new journal, in the window or with the command rescue: that has a new index, too.",
    "journal-foreign-parts": "{path} holds triggers or views, which Leaf Journal does not make and which could change "
    "entries unseen. So nothing is written to it. Export its entries, and import that file into a new journal.",
    "journal-header-damaged": "The beginning of {path} is damaged: with a passphrase or without one, it does not open "
    "as it is, or nothing can be written to it. The file was left untouched.",
    "journal-begins-otherwise": "That passphrase does not open {path}, which begins otherwise than when it was open "
    "here last: its beginning is damaged, its passphrase was changed on another computer, or another file was put "
    "there.",
    "journal-cut": "The length of {path} is not that of a journal: a part of it is missing, or something was added to "
    "it. It was left untouched.",
    "journal-unlike": "What lies in {path} cannot be read. If it was your journal, the file is damaged; else it is a "
    "file of another kind. It was left untouched.",
    "journal-empty-file": "{path} is empty (0 bytes), so there is nothing in it to rescue. It was left untouched.",
    "rescue-nothing": "Nothing could be read of {path}, so no new journal was made. The file was left untouched.",
    "rescue-empty": "There is no entry in {path}, and none is missing, so there is nothing to rescue. The file was "
    "left untouched.",
    "rescue-no-key": "{path} cannot be read with that passphrase. Check caps lock and keyboard language; if it is "
    "right, the first 16 bytes of the file are lost, which belong to its key. Every copy with the same passphrase "
    "begins with them: if you have one anywhere, put it into a folder called backups beside the file, and try again. "
    "The file was left untouched.",
    "rescue-other-passphrase": "That passphrase does not open {path}. It begins as it did before, so nothing of its "
    "key is lost. Check caps lock and keyboard language, and try again, also with a passphrase from before. The file "
    "was left untouched.",
    "rescue-other-version": "{path} was written by another version of Leaf Journal (format {found}; only formats up to "
    "{known} can be rescued). The file was left untouched.",
    "passphrase-missing": "This journal has a passphrase. Give it to open the journal.",
    "passphrase-wrong": "That passphrase does not open this journal. Check caps lock and keyboard language; if it is "
    "right, the file may be damaged.",
    "passphrase-unusable": "A passphrase cannot hold the invisible character NUL.",
    "passphrase-empty": "Type a passphrase, or go on without one.",
    "passphrase-short": "A passphrase needs at least {n} letters. A few words in a row are easy to keep in mind and "
    "hard to guess.",
    "passphrase-repeats": "This passphrase has the same letters again and again, which is guessed. A few words in a "
    "row are easy to keep in mind and hard to guess.",
    "passphrase-guessed": "This passphrase would be guessed quickly. A few words in a row that do not belong together "
    "are easy to keep in mind and hard to guess.",
    "passphrase-now-wrong": "That is not the passphrase that the journal has now. Check caps lock and keyboard "
    "language. Nothing was changed.",
    "passphrase-same": "That is the passphrase that the journal has already. Nothing was changed.",
    "passphrase-none-to-remove": "This journal has no passphrase, so there is none to remove.",
    "passphrase-space": "A copy of the journal is made first, and there is not enough room for it in {path}: about {n} "
    "MB are needed. Free some space, then try again. The journal is as it was.",
    "passphrase-copy-unsound": "The copy with the other passphrase could not be verified, so the journal is as it was. "
    "The command check tells whether the journal is sound; if it is, the disk may be failing.",
    "unsaved-other-passphrase": "What was typed has another passphrase. Type the one that the journal had then. Check "
    "caps lock and keyboard language.",
    "passphrase-undecided": "Choose one of the two.",
    "passphrase-raw-key": "A passphrase of this form (x'…') would be taken for a raw key. Choose another one.",
    "passphrase-differs": "The two passphrases are not the same.",
    "passphrase-not-needed": "This journal has no passphrase. Leave the passphrase out.",
    "journal-locked": "The journal is open in another window or on another computer. Close it there, then try again.",
    "journal-in-window": "{path} is open in the window; close it or enter it there.",
    "journal-is-backup": "{name} is a backup, which is only looked at. To write on from here, put a copy of it in the "
    "journal’s place, in the window or with the command restore.",
    "journal-gone": "{path} is no longer there: it was moved or deleted, or its drive was taken out. Nothing can be "
    "saved now. What you saw here until now can still be read, and kept as a copy.",
    "journal-replaced": "Another file lies at {path} now: another program put it there, for example one that keeps "
    "folders in step. Nothing can be saved now. What you saw here until now can still be read, and kept as a copy.",
    "journal-other-computer": "{path} now holds what was saved on another computer: a program that keeps folders in "
    "step put it there. Nothing can be saved now. What you saw here until now can still be read, and kept as a copy.",
    "journal-copied-over": "Another journal was copied into {path} while it was open here, an older copy of it for "
    "example. Nothing can be saved now. What lies there can be opened.",
    "journal-written-into": "Another program wrote into {path} while it was open here. Nothing can be saved now. Open "
    "what lies there, or rescue what can be read.",
    "journal-cut-meanwhile": "Another program cut {path} short while it was open here, so a part of it is missing. "
    "Nothing can be saved now. Open what lies there, or rescue what can be read.",
    "journal-emptied": "Another program emptied {path} while it was open here. It has 0 bytes now: there is nothing in "
    "it to read or to rescue, and nothing can be saved.",
    "journal-rescued": "This is what could be rescued of {name}, to look at. Nothing can be saved here. You can use "
    "it in place of the damaged journal later.",
    "journal-view-only": "This journal was opened for reading only, so nothing can be saved in it now.",
    "journal-closed": "The journal is closed. Open it again first.",
    "clock-doubtful": "This computer’s clock says {day}, and the last change in the journal is of {last}. Nothing was "
    "saved, as entries get their time from it. Set the clock, or say that it is right with --clock-is-right.",
    "clock-unanswered": "Nothing was saved yet, as entries get their time from this computer’s clock. Answer the "
    "question about the clock at the top of the window, then save again.",
    "journal-busy": "A larger task is running. Try again when it has ended.",
    "no-permission": "This account may not use {path}. Nothing was changed.",
    "folder-read-only": "The folder {path} cannot be written to. Allow writing there, or use another folder.",
    "folder-is-file": "{path} is a file, not a folder. Choose a folder.",
    "folder-not-named": "No folder is named. Name one, or leave it out: then the backup is made beside the journal.",
    "folder-missing": "There is no folder {path}. Make it, or choose another one.",
    "disk-full": "The disk is full. This was not saved; what was saved before is as it was. Free some space, then save "
    "again.",
    "disk-error": "The disk reported an error, and this was not saved. Try again. If that stays so, the disk may be "
    "failing: make a backup on another one.",
    "too-many-open": "This computer has too many files open. Close some programs, then try again.",
    "journal-older": "An earlier version wrote this journal, and reading it does not change it. Open it once in the "
    "window, or save something with “log”: it is backed up and brought up to date. Where it cannot be written to, copy "
    "it first.",
    "journal-changed": "The journal was changed meanwhile. Start again.",
    "update-failed": "The journal could not be brought to this version’s format, as not all of it was there "
    "afterwards. It is as it was. Rescue what can be read, in the window or with the command rescue: this file is "
    "kept, too.",
    "entry-in-use": "Other entries still refer to this. Delete those first.",
    "entry-twice": "The same entry was given twice and not alike. Nothing was saved. Give it once.",
    "day-has-doses": "There are doses on this day already ({n}). Delete them first if the day was one without.",
    "not-in-journal": "That entry is no longer in the journal.",
    "nothing-to-undo": "There is nothing to undo.",
    "nothing-to-redo": "There is nothing to redo.",
    "update-cancelled": "An earlier version wrote this journal. It was not brought up to date, and is as it was. It "
    "can be used here as soon as that is done.",
    "cancelled": "Cancelled. Nothing was changed.",
    "backup-failed": "The backup could not be verified, so it was not kept. The journal is as it was. The command "
    "check tells whether the journal is sound; if it is, the disk of the backups may be failing.",
    "folder-name-unusable": "The folder’s name holds bytes that are no letters (UTF-8). Choose another folder.",
    "link-leads-nowhere": "{path} is a link to {target}, where there is no journal now. If that is a removable drive, "
    "connect it and try again.",
    "not-utf8": "“{text}” holds bytes that are no letters (UTF-8). Nothing was saved. Set the terminal to UTF-8, and "
    "type it again.",
    "backup-damaged": "{name} is damaged. Choose another backup; this one was left untouched.",
    "backup-plain": "{name} has no passphrase, so it does not open with the journal’s, and anyone can read it. To go "
    "back to it, encrypt it first, in the window under Settings, Your journal; or let the journal have no passphrase: "
    "the command restore with --without-passphrase.",
    "backup-would-open": "Nothing was changed: {name} has no passphrase, and the journal has one. With this backup in "
    "its place anyone who can use this computer account could read it. Encrypt the backup first, in the window under "
    "Settings, Your journal; or add --without-passphrase, and the journal has none.",
    "backup-of-another": "Nothing was changed: {name} is a backup of another journal. None of its entries was ever in "
    "the journal of today. If it is to take its place, add --of-another-journal: the journal of today is kept among "
    "the backups. To see it beside this one, name another place with --journal.",
    "file-would-open": "Nothing was changed: {name} has no passphrase, and the journal has one. With this file in its "
    "place anyone who can use this computer account could read it. Add --without-passphrase to take it all the same: "
    "then the journal has none, until it is given one with the command passphrase.",
    "backup-passphrase": "{name} does not open with the passphrase that was given. It may have another one, or be "
    "damaged; it was left untouched.",
    "backup-passphrase-own": "{name} does not open with the journal’s passphrase. It may have another one: then it can "
    "be given the journal’s, in the window under Settings, Your journal. It may also be damaged; it was left "
    "untouched.",
    "backup-passphrase-typed": "This one does not open with what you typed. It may have another passphrase: type that "
    "above to try it. It may also be damaged; it was left untouched.",
    "backup-passphrase-untyped": "This one has a passphrase. Type it above.",
    "backup-has-passphrase": "{name} has a passphrase, so it does not open without one. In the window, type it above "
    "the list of backups. The command restore goes back to it with --passphrase-file.",
    "second-folder-missing": "The second folder {path} is not there now. Its disk may not be plugged in.",
    "second-folder-is-first": "{path} is where the backups lie already. Choose a folder on another disk.",
    "second-folder-full": "There is no room left in the second folder {path}. Free some space there, or choose another "
    "folder.",
    "second-folder-unusable": "Nothing could be written into the second folder {path}. Choose another one if that "
    "stays so.",
    "second-folder-unlike": "What was read back from the second folder {path} is not what was written. The copy was "
    "not kept. Its disk may be failing: choose another one.",
    "backup-passphrase-other": "{name} does not open with that passphrase. It may have another one, or be damaged.",
    "backup-still-holds": "{name} was made just now and could not be read again as it should be.",
    "backup-is-journal": "{path} is the journal itself. Choose one of its backups.",
    "check-failed": "The check found damage: part of {path} is no longer what was saved, or not as Leaf Journal made "
    "it. What is saved is kept; an entry that touches that part may be refused, and then you are told.",
    # files in and out
    "file-missing": "There is no file {path}.",
    "file-is-folder": "{path} is a folder, not a file.",
    "file-too-large": "{path} is larger than {limit} MB, which is more than a file of this kind can be. Nothing of it "
    "was read.",
    "file-exists": "{path}: There is a file already. Choose another name. Nothing was written.",
    "file-name-too-long": "That name is too long for a file. Choose a shorter one; nothing was written.",
    "file-unreadable": "{path} could not be read: {reason}.",
    "file-unwritable": "{path} could not be written: {reason}. Nothing was written.",
    "file-unknown-format": "{path} is in no format that Leaf Journal reads. It reads its own JSON, CSV and ZIP files, "
    "files of Herbal Tracker+, PsychonautWiki Journal, MedTimer, Track & Graph, Loop Habit Tracker and Tea Taper, CSV "
    "tables and spreadsheets.",
    "calendar-not-read": "{path} is a calendar. Leaf Journal writes calendars, and reads none: nothing in one is an "
    "entry of a journal. To bring a journal back, import its .json, .csv or .zip file. Nothing was imported.",
    "bundle-not-read": "{path} is a FHIR file, for programs of clinics. Leaf Journal writes such files, and reads "
    "none. To bring a journal back, import its .json, .csv or .zip file. Nothing was imported.",
    "pages-not-read": "{path} is a page to be read by people, and a program cannot take entries from it. To bring a "
    "journal back, import its .json, .csv or .zip file. Nothing was imported.",
    "pdf-not-read": "{path} is a PDF, and a program cannot take entries from it. To bring a journal back, import its "
    ".json, .csv or .zip file; of another program, its CSV table or spreadsheet. Nothing was imported.",
    "journal-not-read": "{path} is a whole journal, which is opened and not imported. To add its entries to another "
    "one, export it to a .json file, and import that. Nothing was imported.",
    "sheet-missing": "{path} has no sheet “{sheet}”. Nothing was imported.",
    "sheet-locked": "{path} is locked with a password. Save it without one in the program that wrote it, and import "
    "that file. Nothing was imported.",
    "sheet-broken": "{path} is no spreadsheet that can be read, or it is damaged. Save it again as .xlsx or CSV in the "
    "program that wrote it. Nothing was imported.",
    "sheet-of-ours": "{path} is a spreadsheet that Leaf Journal wrote, to be read. To bring the journal back, import "
    "the .json or .zip that export writes. To read this one as a table all the same, say in the window or with "
    "--mapping what its columns are. Nothing was imported.",
    "sheet-too-large": "A sheet of {path} reaches to row {rows} and column {columns}, which is too much to read. "
    "Delete what stands far from the rest. Nothing was imported.",
    "format-newer": "A newer version of Leaf Journal wrote {path} (format {found}; this one knows {known}). "
    "Update the program.",
    "json-broken": "{path} is not complete JSON: line {line} cannot be read. Copy the file again from where it came. "
    "Nothing was imported.",
    "zip-broken": "{path} is damaged: a part of it cannot be read. Copy the file again from where it came. Nothing was "
    "imported.",
    "zip-tables-missing": "{path} is an export of Leaf Journal that is not whole: {names} is missing. Take the file as "
    "it was exported. Nothing was imported.",
    "file-empty": "{path} is empty, so there is nothing in it to import. Copy the file again from where it came.",
    "csv-broken": "{path} is not proper CSV: row {line} cannot be read. Nothing was imported.",
    "file-cut": "{path} ends in the middle of a letter in line {line}, so a part of it is missing. Copy the file again "
    "from where it came. Nothing was imported.",
    "csv-columns": "{path} lacks the columns {columns}. Nothing was imported.",
    "csv-columns-misnamed": "{path} has columns of another name than ours: {unknown}. Columns that may be meant, or "
    "are missing: {missing}. Name them as an export does, or take out those that are not ours, and try again. "
    "Nothing was imported.",
    "csv-column-twice": "{path} has two columns of the same name. Give one of them another name. Nothing was imported.",
    "file-not-utf8": "{path} is not text in UTF-8. Save it as UTF-8 and try again. Nothing was imported.",
    "file-is-read": "{path} is the file that is imported, so it was not overwritten. Choose another name.",
    "file-is-journal": "{path} is the journal itself, so it was not overwritten. Choose another name.",
    "file-is-other-journal": "{path} is or may be a journal, so nothing was written there. Choose another name.",
    "file-is-made-up": "{path} holds made-up entries of the demonstration. They cannot go into a journal with your "
    "own; import them into a new one. Nothing was imported.",
    # files of other programs
    "file-newer-elsewhere": "A newer version of {program} wrote {path} (format {found}; this one knows {known}). "
    "Nothing was imported.",
    "file-not-format": "{path} is no file of {program}. Leave --format out, and its content tells what it is. "
    "Nothing was imported.",
    "file-not-text": "{path} cannot be read as {encoding} from line {line} on. Choose another encoding. Nothing was "
    "imported.",
    "csv-too-wide": "{path} has more than {limit} columns. Delete those that are not needed. Nothing was imported.",
    "table-needs-mapping": "{path} is a table of another program. Import it in the window, where you say what each "
    "column is, or give a mapping with --mapping. Nothing was imported.",
    "too-many-products": "More than {limit} products are more than a journal is made for.",
    "too-many-symptoms": "More than {limit} symptoms are more than a journal is made for.",
    "mapping-no-columns": "The mapping does not say what the columns are: “columns” is missing.",
    "mapping-broken": "The mapping cannot be read. It names columns and what each one is.",
    "mapping-column": "The mapping names a column “{column}” that is not in the file.",
    "answer-unfit": "“{text}” is no answer here. An answer is a whole number from 0 to {highest}, or “skipped”.",
    "answers-few": "This row has {given} of {n} answers. Each has a column of its own; “skipped” stands where none was "
    "given.",
    "mapping-field": "The mapping says “{field}”, which is nothing that a column can hold.",
    "mapping-twice": "Two columns have the same meaning. Choose one of them.",
    "mapping-symptom": "Name the symptom of each rating.",
    "mapping-scale": "“{text}” is not the scale of a rating. Write its ends, first the one that is 0 here: 1-5, "
    "5-1, “1-5 best” or “1-5 worst”.",
    "mapping-no-rows": "Say what the columns are in at least one kind of row (category).",
    "mapping-no-category": "Say which column holds the category of each row.",
    "mapping-which": "Say of each measured or taken value which one it is, such as alt or kg.",
    "mapping-no-time": "Say which column holds the date.",
    "mapping-no-clock": "Say which column holds the time of day, or put rows without one at 12:00.",
    "mapping-nothing": "Say what else to read: amounts, products, ratings or notes.",
    "file-changed": "The file changed while it was read. Nothing was imported. Try again.",
    "file-unknown-ending": "{path} ends in none of {endings} and {last}. Choose one: .json holds everything, .csv the "
    "diary, .xlsx is a spreadsheet.",
    "nothing-planned": "There is no next visit and no planned operation to put into a calendar. Nothing was written.",
    "private-not-confirmed": "Entries marked private would be in a file for others. To have them in it, say so "
    "a second time with --private-confirmed. Nothing was written.",
    "separator-not-csv": "--separator says what stands between the cells of a .csv, and {path} is none. Nothing was "
    "written.",
    "file-not-pdf-ending": "{path} does not end in .pdf, and a report is a PDF. Choose a name such as report.pdf. "
    "Nothing was written.",
    "disk-full-file": "The disk is full, so {path} was not written. Free some space, then try again.",
    "temporary-unwritable": "A file as long as this needs room in this computer’s folder for temporary files, and "
    "nothing can be written there; the disk may be full. Free some space, then try again. Nothing was imported.",
    "key-twice": "{path} holds “{key}” twice. Nothing was imported.",
    "too-many-changed": "More than {limit} rows say something else than the journal does of the same time. Look at how "
    "amounts, dates and the time zone are read. Nothing was imported.",
    "too-many-refused": "More than {limit} rows of this file cannot be read. Look at what its columns hold, and how "
    "dates and amounts are read. Nothing was imported.",
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
    # one row of a file
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
    "product-several": "There are several products called “{name}” ({kinds}). Say which with --kind, or give them "
    "different names.",
    "product-of-several": "several products are called “{name}”. Give them different names under Products, then import "
    "the file again.",
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
}) | IN_ROWS  # fmt: skip


def explain(texts: Texts, refused: Refused) -> str:
    """The refusal as a sentence or two in plain words."""
    sentence = IN_COMMANDS.get(refused.code) if texts.for_commands else None
    sentence = sentence or SENTENCES.get(refused.code)
    if sentence is None:
        return texts("This could not be done ({code}). Nothing was changed.", code=refused.code)
    values = {name: _shown_value(texts, name, value) for name, value in refused.values.items()}
    words = texts(sentence, **values) if values else texts(sentence)
    return " ".join((words, *ways_on(texts, refused)))


def explain_above_ways(texts: Texts, refused: Refused) -> str:
    """The same where the ways on stand below as buttons: they are not described a second time, nor folders named."""
    values = {name: value.name if isinstance(value, Path) else value for name, value in refused.values.items()}
    if not has_ways(refused):
        return explain(texts, refused)
    return " ".join((texts(SENTENCES[refused.code], **values), *ways_below(texts, refused)))


def _shown_value(texts: Texts, name: str, value: object) -> object:
    """Numbers, days and times as they are shown everywhere; a line's number, a year or a format's is left as it is."""
    if name in _COUNTS and isinstance(value, int):
        return texts.integer(value)
    if isinstance(value, dt.time):
        return texts.time(value)
    if isinstance(value, str):
        return without_turning(value)
    return texts.short_day(value) if isinstance(value, dt.date) else value


_COUNTS = ("n", "limit", "length")
