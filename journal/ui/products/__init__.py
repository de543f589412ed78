"""Products and their own units: what they are called, what they weigh, how often they were used."""
