"""The workspace: one SQLite file with everything a facilitator has. Nothing outside this package speaks SQL."""
