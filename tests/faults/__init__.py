"""Tests of kills, full disks, read-only places and damaged files."""
