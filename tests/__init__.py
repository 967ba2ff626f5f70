"""Tests, ordered by what they prove."""
