"""What the whole product may and may not say: no place denies, softens or forgets what was noted."""
