"""Tests of the screen in `ui.decide`."""
