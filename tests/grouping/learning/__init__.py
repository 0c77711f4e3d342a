"""How `assets/grouping/learned.npz` is made: `python -m tests.grouping.learning`.

It learns from `corpus/`: some 14,700 notes written for this purpose, in 64 fields, each with the matter it speaks of.
In one file the same matter is said in many ways, so that what is learned is what to overlook. No board of
`tests/grouping/boards` was among them.
"""
