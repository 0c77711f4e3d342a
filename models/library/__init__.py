"""Files that travel between installations: case files (`.jirei`) and workshop packages (`.minaoshi`)."""
