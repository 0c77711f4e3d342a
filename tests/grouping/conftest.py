"""What the tests of grouping share: sentences are read once in a run."""

import pytest

from models.grouping.memory import Memory


@pytest.fixture(scope="session")
def memory() -> Memory:
    """What sentences were found to mean, for all tests."""
    return Memory()
