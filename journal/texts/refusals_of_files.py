"""Refusals in plain words of files that are brought in or written out."""

from __future__ import annotations

from journal.texts.marked import marked

OF_FILES: dict[str, str] = marked({
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
})  # fmt: skip
