"""Every change a person can make, as pure functions from a workshop to an `Edit`."""
