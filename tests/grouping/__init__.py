"""Tests of suggested groups."""
