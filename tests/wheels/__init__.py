"""Prove that the built distributions are complete, clean and reproducible."""
