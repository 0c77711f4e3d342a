"""Tests of the screen in `ui.close`."""
