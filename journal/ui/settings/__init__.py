"""Settings: what belongs to this journal, and what belongs to this computer."""
