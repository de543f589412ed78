"""What goes out of the journal into files, asked for in the window."""
