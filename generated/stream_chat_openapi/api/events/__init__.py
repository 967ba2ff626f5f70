"""The operations of the tag Events, for sync and for async code."""

from ._async import AsyncEvents
from ._sync import Events

__all__ = ["AsyncEvents", "Events"]
