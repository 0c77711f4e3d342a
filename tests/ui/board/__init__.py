"""Tests of the board screen, by real mouse and key events."""
