"""The tests: they mirror journal/, run without a display and touch nothing outside of temporary folders."""
