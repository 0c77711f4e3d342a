"""Tests of the screen in `ui.content`."""
