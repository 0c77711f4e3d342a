"""The demonstration: for each format a fictitious workshop, run through the same edits a person makes.

It shows the screens and the papers, and is there to try things out on.
"""

from models.demonstration.meeting import SCRIPT, add_demonstration

__all__ = ["SCRIPT", "add_demonstration"]
