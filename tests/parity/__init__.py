"""Proof that the sandbox is like the real servers: the vendors' own SDKs must get along with it."""
