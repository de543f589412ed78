"""Refusals in plain words of the journal's file: its passphrase, its backups, the disk it lies on."""

from __future__ import annotations

from journal.texts.marked import marked

OF_JOURNAL: dict[str, str] = marked({
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
})  # fmt: skip
