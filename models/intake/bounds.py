"""How much a table may be, and what is raised inside this package when it is more, or not a table at all."""

MAX_FILE_BYTES = 50_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 300_000


class TooLarge(Exception):
    """More rows, columns or cells than a workshop's table can have."""


class Damaged(Exception):
    """The file is not what it says it is. The reason is for the log and holds nothing of the contents."""
