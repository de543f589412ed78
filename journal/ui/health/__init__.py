"""Health: what else a person takes, what they have, values and measurements, and what and who helps."""
