"""The screen 付箋: notes on a board, brought together into groups."""
