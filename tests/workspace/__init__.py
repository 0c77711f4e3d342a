"""Tests of how a workshop is kept."""
