"""The journal file: private to ``logbook``; rows stay in this package, values leave it."""
