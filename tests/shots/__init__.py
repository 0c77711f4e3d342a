"""Every screen and the projector, drawn from the demonstration workshops into docs/screens/: `make shots`.

Drawn offscreen with the shipped fonts, at the two sizes a meeting room has, and where it matters at the smallest
(150 % scaling). `python -m tests.shots board` draws only what begins with "board".
"""
