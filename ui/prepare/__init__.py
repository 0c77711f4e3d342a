"""Before the meeting: what it is about, and its agenda."""
