"""The screen that makes the papers: what the minutes still need, how they look, and where they go."""
