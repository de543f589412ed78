"""Numbers that a person meets in several places; every surface says them from here, when it is shown."""

TRASH_DAYS = 30  # before a deleted entry is gone for good
DEFAULT_DAYS = 84  # of Trends and of the pages, where nothing else is chosen
DEMO_DAYS = 84  # of made-up entries
WINDOW_DAYS = 28  # the recent days that are compared with those before
STATEMENT_DAYS = 90  # after which "nothing else" is asked again
FEWEST_RECORDED_DAYS = 7  # before there is a chart or a sentence on how it goes
SOON_MINUTES = 15  # in which an entry was written at its time, and what changes it is no later change
LATE_HOURS = 24  # after which an entry is one of those that were noted later
TAKEN_HOURS = 48  # in which what was taken once is checked, and joins a dose
AGO_HOURS = 48  # until which "how long ago" is said in hours; after it days are
OPEN_SIGN_HOURS = 24  # in which a warning symptom that was not closed is asked about again
JOINED_SIGN_HOURS = 72  # in which signs of days belong together, such as dark urine and muscle pain
EARLIEST_BIRTH_YEAR = 1900
MOST_DEMO_DAYS = 20_000

# Letters of a page's own texts.
NAME_LETTERS = 60
WORDS_LETTERS = 240
GOAL_LETTERS = 120
PLANNED_LETTERS = 120
PASSWORD_LETTERS = 60  # all of them fit the 127 bytes of PDF's strongest lock if most are of Latin script
