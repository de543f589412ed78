"""The window, by feature; the only room that knows Qt, and it never sees the database."""

from journal.ui.features_off import search_no_features

search_no_features()
