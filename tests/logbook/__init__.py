"""The logbook: everything a window or a command may ask of a journal, plain and encrypted."""
