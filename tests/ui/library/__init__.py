"""Tests of the screen in `ui.library`."""
