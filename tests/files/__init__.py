"""Real files of every released version, kept for ever; what each must hold stands in the JSON beside it."""
