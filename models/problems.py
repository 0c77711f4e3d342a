"""The one kind of error that is shown to a person."""


class Problem(Exception):
    """Something a person can understand and act on: a full disk, a damaged file, a newer version.

    Its text is one finished sentence in the interface's language that says what happened, what was
    (not) lost and what to do. Anything else that is raised is a defect of the program.
    """
