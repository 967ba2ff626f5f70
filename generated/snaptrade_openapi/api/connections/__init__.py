"""The operations of the tag Connections, for sync and for async code."""

from ._async import AsyncConnections
from ._sync import Connections

__all__ = ["AsyncConnections", "Connections"]
