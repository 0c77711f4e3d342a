"""Pictures of the board: laid out once as plain data, then written as SVG, PDF or, by the windows, as PNG."""
