"""The sections of the minutes, each from the workshop it tells of: what is said where, and in whose words."""
