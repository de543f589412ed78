"""The report: what the pages tell, how they look, and how they leave the journal."""
