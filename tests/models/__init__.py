"""Tests of what a workshop is."""
