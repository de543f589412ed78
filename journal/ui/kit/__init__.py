"""What every screen is made of: theme, icons, widgets, fields and the way to the background."""
