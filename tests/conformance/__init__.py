"""Prove that the specifications say everything the vendors' source pages say."""
