"""
SnapTrade Connections API, generated from its OpenAPI document.

The hand-written package on top of this one is what applications import; here are its parts:
`client` (clients without credentials), `api` (one class per tag), `models`, `errors`, `types`.
Nothing is imported before it is used.
"""
