"""Files that travel: written, read back, and read when somebody has been at them."""
