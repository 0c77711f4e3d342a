"""The replay of the board: how it came to be, looked at in the place of the board, where nothing can be changed."""
