"""Safety: guidance with its sources, the emergency screen, and what follows a warning symptom."""
