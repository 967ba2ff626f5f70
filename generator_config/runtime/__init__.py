"""
Behaviour shared by every client: describing, sending, retrying and decoding one request.

This folder is stamped unchanged into each generated package as ``_runtime``, which keeps every
wheel self-contained. It knows no vendor: what differs between vendors comes in as a `Profile`,
an `httpx.Auth` and the operations of the generated package.
"""
