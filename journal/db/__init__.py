"""The journal file: private to ``logbook``; rows never leave this room, values do."""
