"""Rules and numbers over entries; values in, values out."""
