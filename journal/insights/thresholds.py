"""How many days, weeks or ratings there must be before a figure, a word or a line is shown."""

# --- page 1 and Trends ---
DAYS_OF_SEVEN = 4  # for a median of the last 7 days
DAYS_OF_A_WINDOW = 5  # for a median with quartiles
DAYS_OF_A_WEEK = 4  # for the median of a week, by which weeks are compared
WEEKS_OF_A_TREND = 6  # before "rising", "falling" or "no clear trend"
WEEKS_COMPARED = (3, 4)  # of one window and of the other, before "higher", "lower" or "no clear change"
DAYS_WITH_PAIRS = 6  # before the change from before a dose to after it is said
DAYS_THAT_CAN_FALL = 6  # for the share of days on which it was lower
DAYS_OF_A_STEP, DAYS_OF_A_BAND = 4, 5  # of a long chart's weeks or months: for its median, for its quartiles

# --- ratings by the hours since the last dose ---
RATINGS_OF_A_BIN, DAYS_OF_A_BIN = 5, 5  # for its median and quartiles
RATINGS_OF_ALL_BINS, DAYS_OF_ALL_BINS = 30, 10  # below these there are single ratings only

# --- the pages for a visit ---
DAYS_OF_A_PRODUCT = 4  # for the median of its doses a day
DAYS_KNOWN = 7  # before the card says "daily" or "not daily"
