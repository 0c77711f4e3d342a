"""The list of workshops, where everything begins."""
