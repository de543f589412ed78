"""What each kind of entry is in the window: its form, its row and its details."""
